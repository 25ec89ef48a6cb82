/** `block_actions`: buttons, menus, pickers, and inputs that dispatch. */
import type { ElementValue, Place, StateValues } from '../../wire.ts';
import { isObj } from '../checks/rule.ts';
import { sameOption } from '../checks/objects.ts';
import { executionJson } from '../functions.ts';
import type { Obj, User } from '../model.ts';
import { isInteractive } from '../offers.ts';
import { refuse } from '../refusal.ts';
import { showNotice } from '../sight.ts';
import type { Slack } from '../slack.ts';
import { VALUE_OF, isStateful, valueOf } from '../values.ts';
import { showView } from '../views.ts';
import { common, interact, type Outcome, said } from './envelope.ts';
import { elementAt, spotSeen, valuesAt, whereJson } from './places.ts';
import { withFiles } from './uploaded.ts';

export type Click = { place: Place; block_id: string; action_id: string; value?: ElementValue; state?: StateValues };

/** The options of a closed menu; `null` where anything may be chosen. */
function offeredBy(element: Obj): unknown[] | null {
  if (String(element['type']).includes('external')) return null;
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'].filter(isObj) : [];
  const options = [element['options'], ...groups.map((group) => group['options'])];
  return options.some(Array.isArray) ? options.flatMap((one) => (Array.isArray(one) ? one : [])) : null;
}

/** Only what the element offers can be chosen; the chosen option travels as the app wrote it. */
function chosen(element: Obj, value: Obj): Obj {
  const offered = offeredBy(element);
  const exact = (one: unknown): unknown => offered?.find((other) => sameOption(one, other)) ?? refuse('no_such_option');
  if (!offered) return value;
  const { selected_option: single, selected_options: several } = value;
  if (Array.isArray(several)) return { ...value, selected_options: several.map(exact) };
  return single ? { ...value, selected_option: exact(single) } : value;
}

function actionOf(slack: Slack, click: Click, block: Obj, element: Obj): Obj {
  const type = String(element['type']);
  const base = { type, action_id: click.action_id, block_id: String(block['block_id']), action_ts: slack.mint.ts() };
  if (isStateful(element)) return { ...base, ...chosen(element, valueOf(element, click.value)), ...initialOf(element) };
  if (type === 'overflow') {
    const picked = chosen(element, { selected_option: click.value?.['selected_option'] });
    return picked['selected_option'] ? { ...base, ...picked } : refuse('no_such_option');
  }
  if (type === 'feedback_buttons') return { ...base, text: click.value?.['text'], value: click.value?.['value'] };
  const { text, value, url, style, icon } = element;
  return Object.fromEntries(
    Object.entries({ ...base, text, value, url, style, icon }).filter(([, one]) => one !== undefined),
  );
}

function initialOf(element: Obj): Obj {
  const initial = VALUE_OF[String(element['type'])]?.initial ?? '';
  const fields = [initial, 'placeholder'].filter((name) => element[name] !== undefined);
  return Object.fromEntries(fields.map((name) => [name, element[name]]));
}

export async function click(slack: Slack, user: User, act: Click): Promise<Outcome> {
  const spot = spotSeen(slack, user, act.place, act.block_id, act.action_id);
  const { block, element } = elementAt(spot, act.block_id, act.action_id);
  if (block['type'] === 'input' && block['dispatch_action'] !== true) refuse('not_dispatched');
  const action = actionOf(slack, act, block, element);
  const values = valuesAt(spot, act.state);
  if (isStateful(element))
    (values[act.block_id] ??= {})[act.action_id] = chosen(element, valueOf(element, act.value)) as Obj & {
      type: string;
    };
  if (spot.view) Object.assign(spot.view, { values, trouble: undefined });
  const trigger_id = slack.triggers.make(user.id, spot.view?.id);
  const payload = {
    ...common(slack, user),
    type: 'block_actions',
    trigger_id,
    ...whereJson(slack, user, spot, act.block_id, withFiles(slack, structuredClone(values))),
    actions: [action],
    ...executionJson(slack, spot.message?.execution ?? spot.view?.execution),
  };
  const ack = await interact(slack, user, { payload, link: trigger_id });
  if (ack.ok) return said(undefined, trigger_id);
  const text = isInteractive(slack)
    ? `${slack.manifest.display_information.name} is not responding. Try again?`
    : 'This app is not configured to handle interactive responses.';
  if (spot.view) {
    spot.view.trouble = text;
    showView(slack, spot.view);
  } else showNotice(slack, user.id, text, spot.message?.channel);
  return said(text, trigger_id);
}

/** `view_submission` and `view_closed`. */
import type { StateValues } from '../../wire.ts';
import { isObj } from '../checks/rule.ts';
import { executionJson } from '../functions.ts';
import type { Obj, StoredView, User, Values } from '../model.ts';
import { viewJson } from '../payload.ts';
import { Refusal, refuse } from '../refusal.ts';
import { makeResponseUrl } from '../respond.ts';
import type { Slack } from '../slack.ts';
import { forget, forgetAll, pushOn, showView, stackOf, topOf, updateView } from '../views.ts';
import { TROUBLE, common, interact, type Outcome, said } from './envelope.ts';
import { inputErrors } from './inputs.ts';
import { withFiles } from './uploaded.ts';
import { valuesAt } from './places.ts';

function blocksOf(view: StoredView): Obj[] {
  return (view.body['blocks'] as Obj[] | undefined) ?? [];
}

/** Slack reports what stands in input blocks; of the other blocks, what a person has chosen. */
export async function submit(
  slack: Slack,
  user: User,
  act: { view_id: string; values: StateValues },
): Promise<Outcome> {
  const view = slack.state.views[act.view_id];
  if (!view || view.user !== user.id || view.type !== 'modal') return refuse('not_found');
  if (topOf(slack, user.id)?.id !== view.id) return refuse('not_on_top');
  if (view.busy) return refuse('busy');
  if (!view.body['submit']) return refuse('no_submit');
  const values = withFiles(slack, valuesAt({ blocks: blocksOf(view), view }, act.values));
  Object.assign(view, { values, trouble: undefined, errors: inputErrors(slack, blocksOf(view), values) });
  if (Object.keys(view.errors).length > 0) {
    showView(slack, view);
    return said(undefined);
  }
  return send(slack, user, view, values);
}

/** The app that is sent a form may read the files in it. */
function hand(slack: Slack, values: Values): void {
  for (const value of Object.values(values).flatMap(Object.values)) {
    if (value.type !== 'file_input' || !Array.isArray(value['files'])) continue;
    for (const one of value['files']) {
      const file = isObj(one) && typeof one['id'] === 'string' ? slack.state.files[one['id']] : undefined;
      if (file) file.handed = true;
    }
  }
}

async function send(slack: Slack, user: User, view: StoredView, values: Values): Promise<Outcome> {
  view.busy = true;
  showView(slack, view);
  hand(slack, values);
  const trigger_id = slack.triggers.make(user.id, view.id);
  const payload = {
    ...common(slack, user),
    type: 'view_submission',
    trigger_id,
    view: viewJson(slack, view, values),
    response_urls: responseUrls(slack, user, view, values),
    ...executionJson(slack, view.execution),
  };
  const ack = await interact(slack, user, { payload, takes_payload: true, link: trigger_id });
  view.busy = false;
  if (!slack.state.views[view.id]) return said(undefined, trigger_id);
  const trouble = ack.ok ? follow(slack, user, view, ack.payload) : TROUBLE;
  view.trouble = trouble;
  if (slack.state.views[view.id]) showView(slack, view);
  slack.changed();
  return said(trouble, trigger_id);
}

function responseUrls(slack: Slack, user: User, view: StoredView, values: Values): Obj[] {
  return blocksOf(view).flatMap((block) => {
    const { element, block_id } = block;
    if (!isObj(element) || element['response_url_enabled'] !== true) return [];
    const action_id = String(element['action_id']);
    const held = values[String(block_id)]?.[action_id];
    const channel = held?.['selected_conversation'] ?? held?.['selected_channel'];
    if (typeof channel !== 'string') return [];
    return [
      {
        block_id,
        action_id,
        channel_id: channel,
        response_url: makeResponseUrl(slack, 'app', { channel, user: user.id }),
      },
    ];
  });
}

/** Does what the app's ack says; a wrong one shows the person Slack's own words and tells the app nothing. */
function follow(slack: Slack, user: User, view: StoredView, payload: Obj | string): string | undefined {
  const action = typeof payload === 'string' ? undefined : payload['response_action'];
  try {
    if (typeof payload === 'string' || action === undefined) {
      if (typeof payload === 'string' || Object.keys(payload).length > 0) return TROUBLE;
      forget(slack, view.id);
    } else if (action === 'clear') forgetAll(slack, user.id);
    else if (action === 'update') updateView(slack, view, payload['view']);
    else if (action === 'push') pushOn(slack, user.id, payload['view']);
    else if (action === 'errors') return blame(slack, view, payload['errors']);
    else return TROUBLE;
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return TROUBLE;
  }
}

function blame(slack: Slack, view: StoredView, errors: unknown): string | undefined {
  const inputs = new Set(
    blocksOf(view)
      .filter((one) => one['type'] === 'input')
      .map((one) => String(one['block_id'])),
  );
  if (!isObj(errors) || Object.keys(errors).length === 0) return TROUBLE;
  const valid = Object.entries(errors).every(([block, text]) => inputs.has(block) && typeof text === 'string');
  if (!valid) return TROUBLE;
  view.errors = errors as Record<string, string>;
  showView(slack, view);
  return undefined;
}

/** The X or Cancel; `all` closes the whole stack, as `clear_on_close` does. */
export async function close(slack: Slack, user: User, act: { view_id: string; all?: boolean }): Promise<Outcome> {
  const view = slack.state.views[act.view_id];
  if (!view || view.user !== user.id || view.type !== 'modal') return refuse('not_found');
  const all = act.all === true || view.body['clear_on_close'] === true;
  const gone = all ? stackOf(slack, user.id).toReversed() : [view.id];
  const told = gone.flatMap((id) => {
    const one = slack.state.views[id];
    return one?.body['notify_on_close'] === true
      ? [
          {
            ...common(slack, user),
            type: 'view_closed',
            view: viewJson(slack, one),
            is_cleared: all,
            response_urls: [],
            ...executionJson(slack, one.execution),
          },
        ]
      : [];
  });
  for (const id of gone) forget(slack, id);
  await Promise.all(told.map((payload) => interact(slack, user, { payload })));
  return said(undefined);
}

/** `block_suggestion`: the options of an external menu, asked of the app as the person types. */
import type { ActAnswer, Place } from '../../wire.ts';
import { groundOf } from '../checks/ground.ts';
import { optionGroup, option } from '../checks/objects.ts';
import { createReport, list } from '../checks/rule.ts';
import type { User } from '../model.ts';
import { refuse } from '../refusal.ts';
import type { Slack } from '../slack.ts';
import { common, interact } from './envelope.ts';
import { elementAt, spotOf, valuesAt, whereJson } from './places.ts';

const DEFAULT_MIN_QUERY = 3;
const NONE: ActAnswer = { ok: true, options: [] };

export async function suggest(
  slack: Slack,
  user: User,
  act: { place: Place; block_id: string; action_id: string; query: string },
): Promise<ActAnswer> {
  const spot = spotOf(slack, user, act.place);
  const { element } = elementAt(spot, act.block_id, act.action_id);
  if (!String(element['type']).includes('external_select')) refuse('not_external');
  const least = typeof element['min_query_length'] === 'number' ? element['min_query_length'] : DEFAULT_MIN_QUERY;
  if (act.query.length < least) return NONE;
  const {
    response_url: _url,
    state: _state,
    ...where
  } = whereJson(slack, user, spot, act.block_id, valuesAt(spot, undefined));
  const payload = {
    ...common(slack, user),
    type: 'block_suggestion',
    action_id: act.action_id,
    block_id: act.block_id,
    value: act.query,
    ...where,
  };
  const ack = await interact(slack, user, { payload, takes_payload: true });
  if (!ack.ok || typeof ack.payload === 'string') return NONE;
  const { options, option_groups } = ack.payload;
  const report = createReport('modal', groundOf(slack));
  if (Array.isArray(options) && option_groups === undefined) {
    list(option(), 100, 0)(options, '/options', report);
    return report.problems.length === 0 ? { ok: true, options } : NONE;
  }
  if (!Array.isArray(option_groups) || options !== undefined) return NONE;
  list(optionGroup, 100, 0)(option_groups, '/option_groups', report);
  return report.problems.length === 0 ? { ok: true, option_groups } : NONE;
}

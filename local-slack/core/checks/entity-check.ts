/** What a Work Object may carry. Source: docs.slack.dev/messaging/work-objects-implementation. */
import { url } from './objects.ts';
import { type Problem, type Rule, createReport, int, isObj, known, list, str } from './rule.ts';

const action = known({ action_id: str(255), value: str(2000, 0), url: url() });

const ACTIONS = known({ primary_actions: list(action, 2, 0), overflow_actions: list(action, 5, 0) });

const edit = known({
  text: known({ min_length: int(0, 3000), max_length: int(1, 3000) }),
  select: known({ static_options: list(known({ value: str(150) }), 100, 0) }),
});

/** Fields stand in a map by name, or in a list: each may be edited. */
const fields: Rule = (value, at, report) => {
  const all = Array.isArray(value) ? value.entries() : Object.entries(isObj(value) ? value : {});
  for (const [name, field] of all) known({ edit })(field, `${at}/${name}`, report);
};

const PAYLOAD = known({ actions: ACTIONS, attributes: fields, fields, custom_fields: fields });

export function entityProblems(payload: unknown): Problem[] {
  const report = createReport('message');
  PAYLOAD(payload, '/entity_payload', report);
  return report.problems;
}

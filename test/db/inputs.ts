import fc from 'fast-check';
import { CLOCKS, type PersonId } from '../../src/domain/language.ts';
import { type Verb, VERBS } from '../../src/domain/verbs.ts';
import { who } from '../make.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const person = fc.constantFrom<PersonId>(...Object.values(who));
const group = fc.constantFrom('support', 'billing', 'it', 'nowhere');
/** No ticket has it: whoever drives these puts one in its place that there is. */
const other = fc.integer({ min: 1, max: 900 });
const seq = fc.integer({ min: 1, max: 8 });
const CAUSES = [
  { rule: 'breach', clock: 'resolution' },
  { rule: 'urgent_unassigned', minutes: 15 },
  { rule: 'unhappy', score: 1 },
  { rule: 'reopened', times: 2 },
  { rule: 'trigger', name: 'Night' },
] as const;
const tags = fc.oneof(fc.constantFrom('vpn', 'VIP clients', '#old'), text);
/** To the questions of a type that the desk of the test asks; an empty one takes the answer away. */
const answer = fc.constantFrom('', 'Router', 'Laptop', '555 0100');
const answers = fc.record({ device: answer, phone: answer, cause: answer }, { requiredKeys: [] });
const TRIGGER = { key: 'night', name: 'Night', depth: 1 };
/** Inputs that mostly make sense, so that the lists get somewhere. */
const inputs: Record<Verb, fc.Arbitrary<Record<string, unknown>>> = {
  keep: fc.constant({}),
  forward: fc.record({ to: person, group, note: text }, { requiredKeys: ['group'] }),
  prepare: fc.constant({}),
  work: fc.constant({}),
  reply: fc.record({ text }),
  message: fc.record({ text }),
  edit: fc.record(
    {
      title: fc.constantFrom('VPN', 'Door'),
      priority: fc.constantFrom('low', 'urgent'),
      fields: answers,
      solution: fc.constantFrom('', 'A new router.'),
    },
    { requiredKeys: [] },
  ),
  change_answers: fc.record({ fields: fc.record({ device: answer, phone: answer }, { requiredKeys: [] }) }),
  tell_requester: fc.constant({}),
  change_owner: fc.record({ to: person }),
  note: fc.record({ text, mentions: fc.array(person, { maxLength: 4 }), sharer: person }, { requiredKeys: ['text'] }),
  pend: fc.record(
    {
      kind: fc.constantFrom('requester', 'dependency', 'check'),
      waiting_for: text,
      text,
      blocked_by: fc.integer({ min: 1, max: 9999 }),
      wake_at: fc.date({ min: new Date('2027-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
    },
    { requiredKeys: ['kind', 'waiting_for'] },
  ),
  wake: fc.constant({}),
  remind: fc.constant({}),
  expire: fc.constant({}),
  original_done: fc.constant({}),
  resolve: fc.record(
    { text, reason: fc.constantFrom('solved', 'duplicate'), fields: answers, solution: text },
    { requiredKeys: ['text', 'reason'] },
  ),
  escalate: fc.record({ to: fc.constantFrom(who.lea, who.marta, who.chiara), ask: text, reason: text }),
  escalate_to_team: fc.record({ group, title: text, content: text }),
  team_answered: fc.constant({}),
  call_off: fc.constant({}),
  hand_on: fc.record({ to: person, group }),
  acknowledge: fc.constant({}),
  nudge: fc.constant({}),
  send_higher: fc.record({ to: fc.constantFrom(who.lea, who.marta, who.chiara, who.ivan), note: text }),
  time_out: fc.constant({}),
  take_over: fc.constant({}),
  decline: fc.record({ reason: text }),
  return: fc.record({ text }),
  withdraw: fc.record({ reason: text }),
  resolve_internally: fc.record(
    {
      reason: fc.constantFrom('spam', 'test', 'duplicate', 'no_response'),
      duplicate_of: fc.integer({ min: 1, max: 9999 }),
      sure: fc.boolean(),
      note: text,
      fields: answers,
    },
    { requiredKeys: ['reason'] },
  ),
  workaround: fc.record({ text, issue: text }, { requiredKeys: ['text'] }),
  link: fc.record({ with: other }),
  unlink: fc.record({ with: other }),
  merge: fc.record({ into: other }),
  split: fc.record(
    { title: text, messages: fc.array(seq, { maxLength: 4 }), notes: fc.array(seq, { maxLength: 4 }) },
    { requiredKeys: ['title', 'messages'] },
  ),
  linked: fc.record({ with: other, how: fc.constantFrom('related', 'duplicate') }),
  complete: fc.constant({}),
  close: fc.constant({}),
  not_solved: fc.record({ text }),
  same_problem: fc.constant({}),
  other_problem: fc.constant({}),
  rate: fc.record({ score: fc.integer({ min: 1, max: 5 }) }),
  ask_cancel: fc.record({ text }),
  cancel: fc.record({ agreement: text }, { requiredKeys: [] }),
  agree: fc.constant({}),
  restore: fc.constant({}),
  delete: fc.record({ sure: fc.boolean() }),
  archive: fc.constant({}),
  unarchive: fc.constant({}),
  correct: fc.record({ of: fc.integer({ min: 2, max: 12 }), text }, { requiredKeys: ['text'] }),
  mask: fc.record({ words: fc.array(text, { maxLength: 3 }), removes: fc.constant([]) }),
  unmask: fc.record(
    { reason: text, sure: fc.boolean(), parts: fc.array(fc.uuid(), { maxLength: 2 }) },
    { requiredKeys: ['reason', 'sure'] },
  ),
  destroy: fc.record(
    { reason: text, sure: fc.boolean(), parts: fc.array(fc.uuid(), { maxLength: 2 }) },
    { requiredKeys: ['reason', 'sure'] },
  ),
  retract: fc.record({ of: fc.integer({ min: 2, max: 12 }), sure: fc.boolean() }, { requiredKeys: [] }),
  tag: fc.record({ add: fc.array(tags), remove: fc.array(tags) }),
  follow: fc.constant({}),
  add_follower: fc.record({ to: person }),
  unfollow: fc.record({ to: person }, { requiredKeys: [] }),
  undelivered: fc.record({ of: seq, why: fc.constantFrom('left', 'closed', 'content', 'other') }),
  resend: fc.record({ of: seq }, { requiredKeys: [] }),
  schedule: fc.record({
    verb: fc.constantFrom('reply', 'resolve', 'pend'),
    when: fc.date({
      min: new Date(Date.now() + 60_000),
      max: new Date(Date.now() + 80 * 86_400_000),
      noInvalidDate: true,
    }),
    answer: fc.record({ text, kind: fc.constant('requester'), waiting_for: text }),
  }),
  unschedule: fc.record({ of: seq }, { requiredKeys: [] }),
  send_back: fc.record({ of: seq, why: fc.constant('wrong_state') }),
  undo: fc.constant({}),
  auto_assign: fc.record({ to: person }),
  reoffer: fc.record({ to: person }, { requiredKeys: [] }),
  assign_by_trigger: fc.record(
    { trigger: fc.constant(TRIGGER), group, to: person },
    { requiredKeys: ['trigger', 'group'] },
  ),
  change_by_trigger: fc.record(
    {
      trigger: fc.constant(TRIGGER),
      priority: fc.constantFrom('low', 'urgent'),
      type: fc.constantFrom('malfunction', 'payments'),
    },
    { requiredKeys: ['trigger'] },
  ),
  tell_by_trigger: fc.record(
    { trigger: fc.constant(TRIGGER), people: fc.array(person, { maxLength: 3 }), group },
    { requiredKeys: ['trigger'] },
  ),
  warn: fc.record({ clock: fc.constantFrom(...CLOCKS) }),
  breach: fc.record({ clock: fc.constantFrom(...CLOCKS) }),
  escalate_by_rule: fc.record({ cause: fc.constantFrom(...CAUSES) }),
};

const BIRTHS: readonly Verb[] = ['escalate_to_team', 'team_answered', 'call_off', 'hand_on', 'split'];
/**
 * Verbs by which no other ticket is born: those are tried in team.test.ts and pairs.test.ts. Nor those that leave the clock to
 * speak for somebody: they are tried in scheduling.test.ts.
 */
export const ALONE = VERBS.filter((verb) => !BIRTHS.includes(verb) && verb !== 'schedule');

/** What somebody might give with a verb. A verb that nobody drives is no verb. */
export function inputFor(verb: Verb): fc.Arbitrary<Record<string, unknown>> {
  const given = inputs[verb] as (typeof inputs)[Verb] | undefined;
  if (!given) throw new Error(`There is no input generator for the verb ${verb}: add one to test/db/inputs.ts.`);
  return given;
}

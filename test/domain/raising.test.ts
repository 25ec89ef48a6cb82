import { describe, expect, test } from 'vitest';
import { create, type CreateFacts } from '../../src/domain/create.ts';
import { decide, type Done, type Refusal } from '../../src/domain/decide.ts';
import { policies } from '../../src/domain/group.ts';
import { type Person, ticketNumber, workspaceId } from '../../src/domain/language.ts';
import { mayReadInternal } from '../../src/domain/ticket.ts';
import { cast, facts, groups, T0, ticketIn } from './make.ts';

const { ana, kofi, lea, mateo, bao, priya, gone } = cast;
const wants = (more: Record<string, unknown> = {}) => ({
  title: 'VPN drops',
  content: 'Since Monday.',
  group: 'support',
  channel: 'home',
  ...more,
});
type Policy = Partial<(typeof groups)['support']['policies']>;

function file(by: Person, to: Person | null, more: Record<string, unknown> = {}, policy: Policy = {}) {
  const known: CreateFacts = {
    at: T0,
    workspace: workspaceId('T1'),
    number: ticketNumber(1),
    group: { ...groups.support, policies: policies.parse(policy) },
    type: null,
    target: more['to'] === mateo.id ? mateo : kofi,
    requester: to,
    origin: null,
  };
  return create(wants({ requester: to?.id ?? 'UAPP', ...more }), by, known);
}
const done = (outcome: Done | Refusal): Done => {
  if (outcome.kind !== 'done') throw new Error(`refused: ${outcome.why}`);
  return outcome;
};
const why = (outcome: Done | Refusal) => (outcome.kind === 'refused' ? outcome.why : 'done');
const kinds = ({ letters }: Done) => letters.map(({ kind }) => kind);

describe('a ticket for somebody else', () => {
  test('has its owner, its creator and its assignee apart', () => {
    const { ticket } = done(file(ana, bao, { to: kofi.id }));
    expect(ticket).toMatchObject({ requester: bao.id, creator: ana.id, assignee: kofi.id, state: 'in_progress' });
  });

  test('with Send to user off, the owner hears nothing; his own request, and whatever no agent files, is always sent', () => {
    const silent = done(file(ana, bao, { send_to_user: false }));
    expect(silent.ticket.sendToUser).toBe(false);
    expect(kinds(silent)).not.toContain('requester_card');
    for (const [by, to] of [
      [ana, ana],
      [bao, bao],
      [priya, bao],
    ] as const)
      expect(done(file(by, to, { send_to_user: false })).ticket.sendToUser).toBe(true);
    expect(kinds(done(file(ana, bao)))).toContain('requester_card');
  });

  test('a private one has no thread in a channel, wherever it was asked', () => {
    const main = { channel: 'C0HELP', ts: '1700000000.000100' };
    expect(done(file(bao, bao, { main })).ticket.main).toEqual(main);
    expect(done(file(bao, bao, { main, private: true })).ticket.main).toBeNull();
  });

  test('apps, people of other companies and those who left cannot have one', () => {
    expect(why(file(ana, null))).toBe('requester_unknown');
    expect(why(file(ana, gone))).toBe('requester_left');
  });

  test('is filed by agents only where the group says so', () => {
    expect(why(file(priya, bao))).toBe('done');
    expect(why(file(priya, bao, {}, { anybody_may_raise: false }))).toBe('only_agents_raise');
    expect(why(file(priya, priya, {}, { anybody_may_raise: false }))).toBe('done');
    expect(why(file(mateo, bao, {}, { anybody_may_raise: false }))).toBe('done');
  });

  test('wants an agent from the start where the group says so, of the group’s own agents', () => {
    const strict = { may_leave_unassigned: false };
    expect(file(ana, bao, {}, strict)).toMatchObject({ why: 'bad_input', faults: [{ field: 'to', code: 'required' }] });
    expect(why(file(ana, bao, { to: kofi.id }, strict))).toBe('done');
    for (const [by, to] of [
      [ana, ana],
      [mateo, bao],
      [priya, bao],
    ] as const)
      expect(why(file(by, to, {}, strict))).toBe('done');
  });
});

describe('a silent ticket', () => {
  const silent = (state: Parameters<typeof ticketIn>[0]) => ({
    ...ticketIn(state),
    creator: kofi.id,
    sendToUser: false,
  });

  test('tells its owner with the first words that are said to him: the card first, then the words', () => {
    const answered = done(decide(silent('in_progress'), { verb: 'reply', by: ana, input: { text: 'Hello' } }, facts()));
    expect(answered.ticket.sendToUser).toBe(true);
    expect(kinds(answered).indexOf('requester_card')).toBeLessThan(kinds(answered).indexOf('main'));
    expect(kinds(answered).filter((kind) => kind === 'requester_card')).toHaveLength(1);
  });

  test('stays silent for whatever is not said to him', () => {
    for (const [verb, input] of [
      ['note', { text: 'x' }],
      ['work', {}],
      ['resolve_internally', { reason: 'no_response' }],
      ['cancel', { agreement: 'On the phone.' }],
    ] as const) {
      const outcome = done(decide(silent('answered'), { verb, by: ana, input }, facts()));
      expect([verb, outcome.ticket.sendToUser]).toEqual([verb, false]);
      expect(kinds(outcome)).not.toContain('requester_card');
      expect(kinds(outcome)).not.toContain('line');
    }
  });

  test('is switched on once, by its assignee, a lead or whoever filed it', () => {
    const on = done(decide(silent('in_progress'), { verb: 'tell_requester', by: ana }, facts()));
    expect(kinds(on)).toEqual(['requester_card', 'card']);
    expect(why(decide(on.ticket, { verb: 'tell_requester', by: ana }, facts()))).toBe('requester_knows');
    expect(why(decide(silent('in_progress'), { verb: 'tell_requester', by: bao }, facts()))).toBe('not_allowed');
    expect(why(decide(silent('in_progress'), { verb: 'tell_requester', by: kofi }, facts()))).toBe('done');
  });
});

describe('whoever filed it for somebody', () => {
  const filed = { ...ticketIn('in_progress'), creator: priya.id };

  test('hears once when it is resolved, however it is, and never of what he did himself', () => {
    const hears = { kind: 'ping', seq: filed.version + 1, to: priya.id };
    expect(done(decide(filed, { verb: 'resolve', by: ana, input: { text: 'x' } }, facts())).letters).toContainEqual(
      hears,
    );
    const silently = { verb: 'resolve_internally', by: ana, input: { reason: 'test' } } as const;
    expect(done(decide(filed, silently, facts())).letters).toContainEqual(hears);
    const spam = { verb: 'resolve_internally', by: ana, input: { reason: 'spam', sure: true } } as const;
    expect(kinds(done(decide(filed, spam, facts())))).not.toContain('ping');
    const resolved = { ...ticketIn('resolved'), creator: priya.id };
    expect(kinds(done(decide(resolved, { verb: 'close', by: bao }, facts())))).not.toContain('ping');
    const answered = { ...ticketIn('answered'), creator: priya.id };
    expect(kinds(done(decide(answered, { verb: 'close', by: bao }, facts())))).toContain('ping');
    expect(kinds(done(decide(answered, { verb: 'close', by: priya }, facts())))).not.toContain('ping');
  });

  test('reads nothing of Internal by that', () => expect(mayReadInternal(priya, filed)).toBe(false));

  test('does not keep its owner from hearing what he did', () => {
    const mine = { ...ticketIn('in_progress'), creator: ana.id };
    const cancelled = done(decide(mine, { verb: 'cancel', by: ana, input: { agreement: 'Phone.' } }, facts()));
    expect(kinds(cancelled)).toContain('line');
  });
});

describe('another owner', () => {
  const give = (by: Person, to: Person | null, more = {}) =>
    decide(
      { ...ticketIn('answered'), ...more },
      { verb: 'change_owner', by, input: { to: to?.id ?? 'UAPP' } },
      facts({ target: to }),
    );

  test('is named by a lead, and gets the card', () => {
    const { ticket, letters } = done(give(lea, priya, { cancelAsked: { by: ana.id, at: T0 } }));
    expect(ticket).toMatchObject({ requester: priya.id, creator: bao.id, state: 'answered', cancelAsked: null });
    expect(letters).toContainEqual({ kind: 'requester_card' });
  });

  test('is somebody else, of this workspace, who is still there', () => {
    expect(why(give(ana, priya))).toBe('not_allowed');
    expect(why(give(lea, bao))).toBe('nothing_changed');
    expect(why(give(lea, gone))).toBe('requester_left');
    expect(why(give(lea, null))).toBe('requester_unknown');
  });
});

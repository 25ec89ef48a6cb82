import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { openRegistry } from '../../src/db/registry.ts';
import type { OutLetter } from '../../src/desk/ports.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { rolesOf } from '../../src/domain/ticket.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { TABS } from '../../src/slack/codec.ts';
import { planOf } from '../../src/slack/deliver/draw.ts';
import { isForRequester } from '../../src/slack/show.ts';
import { listMessage } from '../../src/slack/views/list.ts';
import { ticketView } from '../../src/slack/views/show.ts';
import { openTestDesk, type TestDesk } from '../db/open.ts';
import { actor, type Name, who, WORKSPACE } from '../make.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

/** Stands in everything that is written for agents or managers only. */
const CANARY = 'CANARY-7f3a';
const secret = fc.constantFrom(`${CANARY} he always breaks it`, `Only us: ${CANARY}`);
const open = fc.constantFrom('Please restart it.', 'It was the cable.');

const inputs: Partial<Record<Verb, fc.Arbitrary<Record<string, unknown>>>> = {
  keep: fc.constant({}),
  forward: fc.record({ group: fc.constantFrom('support', 'billing'), note: secret }),
  prepare: fc.constant({}),
  work: fc.constant({}),
  reply: fc.record({ text: open }),
  message: fc.record({ text: open }),
  note: fc.record({ text: secret }),
  pend: fc.record({ kind: fc.constantFrom('dependency', 'check'), waiting_for: secret, text: open }),
  wake: fc.constant({}),
  remind: fc.constant({}),
  resolve: fc.record({ text: open }),
  resolve_internally: fc.record({ reason: fc.constantFrom('test', 'no_response', 'via_call'), note: secret }),
  workaround: fc.record({ text: open, issue: secret }),
  escalate: fc.record({ to: fc.constantFrom(who.lea, who.marta), ask: secret, reason: secret }),
  acknowledge: fc.constant({}),
  return: fc.record({ text: secret }),
  withdraw: fc.record({ reason: secret }),
  decline: fc.record({ reason: secret }),
  send_higher: fc.record({ to: fc.constantFrom(who.marta, who.chiara), note: secret }),
  close: fc.constant({}),
  not_solved: fc.record({ text: open }),
  same_problem: fc.constant({}),
  other_problem: fc.constant({}),
  rate: fc.record({ score: fc.integer({ min: 1, max: 5 }) }),
  ask_cancel: fc.record({ text: open }),
  cancel: fc.record({ agreement: secret }),
  agree: fc.constant({}),
  complete: fc.constant({}),
  archive: fc.constant({}),
  undo: fc.constant({}),
};
const by = fc.constantFrom<Name>('ana', 'kofi', 'lea', 'marta', 'bao', 'ada');
const act = fc
  .constantFrom(...(Object.keys(inputs) as Verb[]))
  .chain((verb) => fc.record({ verb: fc.constant(verb), by, input: inputs[verb]! }));

/** Everything that Bao could ever be shown of his ticket: what is posted, and what he opens himself. */
async function shownToBao(number: TicketNumber): Promise<unknown[]> {
  const outbox = openOutbox(house.sql);
  const book = await openRegistry(house.sql).load(WORKSPACE);
  const scene = { book, language: 'en' as const, now: new Date() };
  const draw = {
    outbox,
    book: () => book,
    now: () => scene.now,
    home: async () => null,
    digest: () => Promise.resolve(null),
    dm: async () => 'D0BAO',
  };
  const letters = await house.sql<{ kind: OutLetter['kind']; seq: number; to_person: string | null }[]>`
    select kind, seq, to_person from letters where ticket = ${number}
      and (kind in ('main', 'line', 'requester_card') or to_person = ${who.bao})`;
  const plans = await Promise.all(
    letters.map(({ kind, seq, to_person }) =>
      planOf(draw, {
        id: 1,
        oid: '1',
        workspace: WORKSPACE,
        ticket: number,
        kind,
        seq,
        to: to_person === null ? null : who.bao,
        conversation: 'u:U0BAO',
        state: 'pending',
        attempt: 0,
        firstSentAt: null,
        channel: null,
        thread: null,
      }),
    ),
  );
  const drawing = (await outbox.drawing(WORKSPACE, number))!;
  const history = await outbox.log(WORKSPACE, number);
  const { ticket } = drawing;
  return [
    ...plans,
    ...TABS.map((tab) =>
      ticketView({
        ...scene,
        drawing,
        told: history.filter(isForRequester),
        roles: rolesOf(actor('bao'), ticket),
        internal: false,
        viewer: who.bao,
        undoable: false,
        leaf: { tab, page: 0 },
        earlier: { tickets: [{ ticket, readable: true }], total: 1 },
      }),
    ),
    listMessage({ ...scene, viewer: who.bao, tickets: [ticket], total: 1 }),
  ];
}

test('whatever agents and managers do and write, nothing of it is ever in what the requester is shown', async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 20 }), async (acts) => {
      const number = await house.raise({}, 'bao');
      await house.desk.act(number, { verb: 'keep', by: who.ana });
      await house.desk.act(number, { verb: 'note', by: who.ana, input: { text: `${CANARY} again he` } });
      for (const { verb, by: name, input } of acts) {
        const outcome = await house.desk.act(number, { verb, by: who[name], input });
        if (outcome.kind === 'done') done.add(verb);
      }
      for (const shown of await shownToBao(number)) expect(JSON.stringify(shown)).not.toContain(CANARY);
    }),
    { numRuns: 60 },
  );
  expect(done.size).toBeGreaterThan(10);
});

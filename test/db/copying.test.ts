import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { ANSWERED, done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk(null, ANSWERED);
});
afterAll(() => house.close());

const act = (number: TicketNumber, verb: Verb, by: Name, input: Record<string, unknown>) =>
  house.desk.act(number, { verb, by: who[by], input });
const pinged = async (number: TicketNumber, verb: string) =>
  (
    await house.sql<{ to_person: string }[]>`
      select l.to_person from letters l join events e on e.workspace = l.workspace and e.ticket = l.ticket and e.seq = l.seq
      where l.ticket = ${number} and l.kind = 'ping' and e.verb = ${verb} order by 1`
  ).map(({ to_person }) => to_person);

test('whoever is told as well reads this answer once, as every follower, and follows from then on', async () => {
  const number = await house.raise();
  done(await act(number, 'keep', 'ana', {}));
  done(await act(number, 'add_follower', 'ana', { to: who.marta }));
  const cc = [who.priya, who.marta, who.bao, who.ana, who.priya];
  const { ticket } = done(await act(number, 'reply', 'ana', { text: 'Restart it.', cc }));
  expect(ticket.followers).toEqual([who.marta, who.priya]);
  expect(await pinged(number, 'reply')).toEqual([who.marta, who.priya].toSorted((a, b) => (a < b ? -1 : 1)));
  const over = { text: 'It was the cable.', reason: 'solved', cc: [who.yuki] };
  expect(done(await act(number, 'resolve', 'ana', over)).ticket.followers).toContain(who.yuki);
  expect(await pinged(number, 'resolve')).toContain(who.yuki);
  const reading = await house.store.read(WORKSPACE, number, { by: null });
  expect(await replay(house.sql, WORKSPACE, number)).toEqual(reading!.ticket);
});

test('nobody is told who may not read it, or is not there; and then nothing is sent', async () => {
  const hidden = await house.raise({ private: true });
  done(await act(hidden, 'keep', 'ana', {}));
  const asked = (number: TicketNumber, cc: string[]) => act(number, 'reply', 'ana', { text: 'Soon.', cc });
  expect(why(await asked(hidden, [who.priya]))).toBe('not_followed');
  expect(why(await asked(hidden, [who.gone]))).toBe('target_left');
  expect(why(await asked(hidden, ['U0NOBODY']))).toBe('requester_unknown');
  expect(await pinged(hidden, 'reply')).toEqual([]);
  done(await asked(hidden, [who.lea]));
  expect(await pinged(hidden, 'reply')).toEqual([who.lea]);
});

test('a rehearsal knows all that the act itself will know', async () => {
  const number = await house.raise({ type: 'malfunction', fields: { device: 'Laptop' } });
  done(await act(number, 'keep', 'ana', {}));
  const rehearse = (...steps: Parameters<typeof house.desk.rehearse>[2]) => house.desk.rehearse(number, who.ana, steps);
  const reply = (cc: string) => ({ verb: 'reply' as const, input: { text: 'Restart it.', cc: [cc] } });
  const edit = { verb: 'edit' as const, input: { fields: { device: 'Phone' } } };
  expect(await rehearse(reply(who.priya), edit)).toMatchObject({
    kind: 'done',
    ticket: { followers: [who.priya], state: 'answered' },
  });
  expect(await rehearse(edit, reply(who.gone))).toMatchObject({ at: 1, refusal: { why: 'target_left' } });
  const resolve = { verb: 'resolve' as const, input: { text: 'It was the cable.' } };
  const unanswered = { why: 'bad_input', faults: [{ field: 'cause', code: 'required' }] };
  expect(await rehearse(edit, resolve)).toMatchObject({ at: 1, refusal: unanswered });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { openRegistry } from '../../src/db/registry.ts';
import type { Outbox } from '../../src/desk/outbox.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
let outbox: Outbox;
let number: TicketNumber;
beforeAll(async () => {
  house = await openTestDesk();
  outbox = openOutbox(house.sql);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql`delete from homes`;
  number = await house.raise();
  await house.sql`delete from letters`;
  await house.sql`delete from graphile_worker._private_jobs`;
});

const waiting = (conversation: string) => outbox.waiting(WORKSPACE, conversation);
const soon = () => new Date(Date.now() + 60_000);
const past = () => new Date(Date.now() - 1000);
const act = async (verb: Verb, by: Name, input?: unknown) =>
  done(await house.desk.act(number, { verb, by: who[by], input }));
const jobs = async () =>
  (await house.sql<{ key: string }[]>`select key from graphile_worker.jobs order by key`).map(({ key }) => key);

describe('App Homes', () => {
  const looked = (name: Name, minutes: number) => house.sql`insert into homes (workspace, person, seen_at)
    values (${WORKSPACE}, ${who[name]}, now() - make_interval(mins => ${minutes}))`;
  const homes = async () =>
    (await house.sql`select to_person, state from letters where kind = 'home' order by to_person, id`).map((row) => [
      row['to_person'],
      row['state'],
    ]);
  const ANA = `h:${who.ana}`;

  test('that were seen a moment ago are drawn again for everybody whom the ticket concerns', async () => {
    // An agent, the requester, an administrator and the manager of whoever has it; not a stranger, nor who is gone.
    for (const name of ['ana', 'bao', 'ada', 'marta', 'priya'] as const) await looked(name, 0);
    await looked('kofi', 16);
    await act('keep', 'lea');
    const those = [who.ada, who.ana, who.bao, who.marta].map((person) => [person, 'pending']);
    expect(await homes()).toEqual(those);
    expect(await jobs()).toEqual(expect.arrayContaining(['deliver:T0001:h:U0ANA', 'deliver:T0001:h:U0BAO']));
    await act('prepare', 'lea');
    expect(await homes()).toEqual(those);
  });

  test('of both groups when a ticket is forwarded, and of all when the seats change', async () => {
    for (const name of ['ana', 'yuki', 'sofia'] as const) await looked(name, 0);
    await act('forward', 'lea', { group: 'billing' });
    expect(await homes()).toEqual([
      [who.ana, 'pending'],
      [who.yuki, 'pending'],
    ]);
    await openRegistry(house.sql).redrawHomes(WORKSPACE);
    expect(await homes()).toEqual([who.ana, who.sofia, who.yuki].map((person) => [person, 'pending']));
    expect(await jobs()).toContain('deliver:T0001:h:U0SOFIA');
  });

  test('are drawn once a second at most, and what comes in between is one letter with a job of its own', async () => {
    await looked('ana', 1);
    await act('keep', 'lea');
    const [first, ...none] = await waiting(ANA);
    expect([first?.kind, none]).toEqual(['home', []]);
    await act('prepare', 'lea');
    await outbox.sent(first!.id, null, {});
    // As long as the second has not passed, nobody gets the next one, however often it is asked for.
    await house.sql`update homes set drawn_at = now() + interval '10 minutes'`;
    expect(await waiting(ANA)).toEqual([]);
    await act('work', 'lea');
    await act('note', 'ana', { text: 'On it.' });
    expect(await waiting(ANA)).toEqual([]);
    expect(await homes()).toEqual([
      [who.ana, 'sent'],
      [who.ana, 'pending'],
    ]);
    expect(await jobs()).toContain(`paced:deliver:T0001:${ANA}`);
    await house.sql`update homes set drawn_at = now() - interval '1 second'`;
    expect((await waiting(ANA)).map(({ kind }) => kind)).toEqual(['home']);
    const [drawn] = await house.sql`select drawn_at > now() - interval '1 minute' as now from homes`;
    expect(drawn).toEqual({ now: true });
  });

  test('are drawn at once for whoever asks for it, and one of several letters serves for all', async () => {
    await looked('ana', 1);
    await act('keep', 'lea');
    const [taken] = await waiting(ANA);
    await act('prepare', 'lea');
    // Slack was asked for too much: the letter that was taken waits, and with it the one that came later.
    await outbox.later(taken!.id, 'pending', soon(), 'ratelimited');
    await house.sql`update homes set drawn_at = now() + interval '10 minutes'`;
    expect(await waiting(ANA)).toEqual([]);
    await outbox.later(taken!.id, 'pending', past(), 'ratelimited');
    expect(await waiting(ANA)).toEqual([]);
    await house.sql`update homes set drawn_at = now()`;
    const leaf = { board: 'held', group: null, agent: null, page: 2 } as const;
    await openRegistry(house.sql).sawHome(WORKSPACE, who.ana, { leaf });
    expect((await waiting(ANA)).map(({ id }) => id)).toEqual([taken!.id]);
    expect(await homes()).toEqual([
      [who.ana, 'pending'],
      [who.ana, 'collapsed'],
    ]);
    expect((await house.store.viewer(WORKSPACE, who.ana))?.leaf).toEqual(leaf);
    // Looking again, he finds himself where he was.
    await openRegistry(house.sql).sawHome(WORKSPACE, who.ana);
    expect((await house.store.viewer(WORKSPACE, who.ana))?.leaf).toEqual(leaf);
  });

  test('what stands there is known once a letter has arrived, and not while one is on its way', async () => {
    await looked('ana', 1);
    const see = (seen?: Parameters<ReturnType<typeof openRegistry>['sawHome']>[2]) =>
      openRegistry(house.sql).sawHome(WORKSPACE, who.ana, seen);
    const next = async () => {
      await house.sql`update homes set drawn_at = null`;
      return (await waiting(ANA))[0]!;
    };
    await see();
    const first = await next();
    expect(first.shown).toBeNull();
    await outbox.sent(first.id, null, { shown: 'one' });
    await see();
    const second = await next();
    expect(second.shown).toBe('one');
    // Whoever was carrying it is gone, and nobody knows how far he came.
    const third = await next();
    expect([third.id, third.shown]).toEqual([second.id, null]);
    await outbox.sent(third.id, null, { shown: 'two' });
    await see({ anew: true });
    expect((await next()).shown).toBeNull();
  });
});

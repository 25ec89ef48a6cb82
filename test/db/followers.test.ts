import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import type { PersonId, TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { mayReadInternal } from '../../src/domain/ticket.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const ticketOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const act = (number: TicketNumber, verb: Verb, by: Name, input = {}) =>
  house.desk.act(number, { verb, by: who[by], input });
const pinged = async (number: TicketNumber, seq: number) => {
  const rows = await house.sql<{ to: PersonId }[]>`
    select to_person as to from letters where ticket = ${number} and seq = ${seq} and kind = 'ping' order by 1`;
  return rows.map(({ to }) => to);
};
/** Bao's ticket, with Ana. */
async function kept(more: Record<string, unknown> = {}, by: Name = 'bao') {
  const number = await house.raise(more, by);
  done(await act(number, 'keep', 'ana'));
  return number;
}

describe('followers', () => {
  test('read what is said to the requester, never what agents say, and are told once of every answer and the end', async () => {
    const number = await kept();
    expect(await house.desk.look(number, who.priya)).toMatchObject({ why: 'no_ticket' });
    const added = done(await act(number, 'add_follower', 'bao', { to: who.priya }));
    expect(await pinged(number, added.ticket.version)).toEqual([who.priya]);
    const looked = await house.desk.look(number, who.priya);
    if ('kind' in looked) throw new Error(looked.why);
    expect(mayReadInternal(looked.actor, looked.ticket)).toBe(false);
    done(await act(number, 'follow', 'ana'));
    for (const [verb, input] of [
      ['reply', { text: 'Restart it.' }],
      ['resolve', { text: 'It was the cable.', reason: 'solved' }],
    ] as const) {
      const { ticket } = done(await act(number, verb, 'ana', input));
      expect(await pinged(number, ticket.version)).toEqual([who.priya]);
    }
    const note = done(await act(number, 'note', 'ana', { text: 'The cable again.' }));
    expect(await pinged(number, note.ticket.version)).toEqual([]);
    expect(await replay(house.sql, WORKSPACE, number)).toEqual(await ticketOf(number));
  });

  test('are in the list of what they follow until they leave it', async () => {
    const number = await kept();
    const followed = async () =>
      (await house.desk.board({ board: 'followed', person: who.priya, limit: 50 })).tickets.map((t) => t.number);
    done(await act(number, 'add_follower', 'ana', { to: who.priya }));
    expect(await followed()).toContain(number);
    expect(why(await act(number, 'reply', 'priya', { text: 'I say so.' }))).toBe('not_allowed');
    done(await act(number, 'unfollow', 'priya'));
    expect(await followed()).not.toContain(number);
    expect(await house.desk.look(number, who.priya)).toMatchObject({ why: 'no_ticket' });
  });

  test('of a private ticket are only those who may read it anyway, and only as long as they may', async () => {
    const number = await kept({ private: true });
    expect(why(await act(number, 'add_follower', 'bao', { to: who.priya }))).toBe('not_followed');
    done(await act(number, 'add_follower', 'ana', { to: who.kofi }));
    done(await act(number, 'forward', 'lea', { group: 'it' }));
    expect(await house.desk.look(number, who.kofi)).toMatchObject({ why: 'no_ticket' });
  });

  test('are never the requester, nor twice, nor anybody who has left', async () => {
    const number = await kept();
    expect(why(await act(number, 'add_follower', 'ana', { to: who.bao }))).toBe('told_anyway');
    done(await act(number, 'follow', 'lea'));
    expect(why(await act(number, 'follow', 'lea'))).toBe('follows_already');
    expect(why(await act(number, 'add_follower', 'ana', { to: who.gone }))).toBe('target_left');
    done(await act(number, 'add_follower', 'ana', { to: who.priya }));
    done(await act(number, 'change_owner', 'lea', { to: who.priya }));
    expect((await ticketOf(number)).followers).toEqual([who.lea]);
    await house.sql`update people set active = false where id = ${who.lea}`;
    expect(await house.desk.look(number, who.lea)).toMatchObject({ why: 'no_ticket' });
    await house.sql`update people set active = true where id = ${who.lea}`;
  });

  test('the loser of a race for a ticket is offered to watch it', async () => {
    expect(await act(await kept(), 'keep', 'kofi')).toMatchObject({
      why: 'already_kept',
      next: ['follow', 'note', 'show'],
    });
  });
});

describe('tickets of different requesters that are one', () => {
  test('the requester of the merged one follows the other; undone, he does not', async () => {
    const [baos, priyas] = [await kept(), await kept({}, 'priya')];
    done(await act(priyas, 'merge', 'ana', { into: baos }));
    expect((await ticketOf(baos)).followers).toEqual([who.priya]);
    done(await act(priyas, 'undo', 'ana'));
    expect((await ticketOf(baos)).followers).toEqual([]);
    done(await act(baos, 'add_follower', 'bao', { to: who.priya }));
    done(await act(priyas, 'merge', 'ana', { into: baos }));
    done(await act(priyas, 'undo', 'ana'));
    expect((await ticketOf(baos)).followers).toEqual([who.priya]);
    for (const number of [baos, priyas])
      expect(await replay(house.sql, WORKSPACE, number)).toEqual(await ticketOf(number));
  });

  test('what he writes afterwards is added to the one that goes on', async () => {
    const [baos, priyas] = [await kept(), await kept({}, 'priya')];
    expect(why(await act(baos, 'message', 'priya', { text: 'Here too.' }))).toBe('no_ticket');
    done(await act(priyas, 'merge', 'ana', { into: baos }));
    expect(done(await act(baos, 'message', 'priya', { text: 'Here too.' })).ticket).toMatchObject({
      state: 'in_progress',
      unread: true,
    });
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { sweep } from '../../src/db/sweep.ts';
import type { Batches } from '../../src/desk/batch.ts';
import { foresee, takeTurn } from '../../src/desk/batching.ts';
import type { BatchAct } from '../../src/domain/batch.ts';
import { type PersonId, type TicketNumber, ticketNumber } from '../../src/domain/language.ts';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { who, WORKSPACE } from '../make.ts';
import { type BatchDesk, openBatchDesk } from './batching.ts';
import { done } from './open.ts';

const workers: Worker[] = [];
let house: BatchDesk;
beforeAll(async () => (house = await openBatchDesk()));
afterAll(() => house.close());
beforeEach(() => house.clear());
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop())));

async function work(): Promise<Worker> {
  const nothing = async () => {};
  const log = { debug() {}, warn() {}, error() {} };
  const worker = await startWorker({
    url: house.url,
    deliver: nothing,
    clock: nothing,
    inbox: nothing,
    search: nothing,
    trigger: nothing,
    call: nothing,
    files: nothing,
    batch: (id) => takeTurn(house.parts, id),
    sweep: () => sweep(house.sql),
    log,
    concurrency: 4,
  });
  workers.push(worker);
  return worker;
}
async function until(fact: () => Promise<boolean>): Promise<void> {
  while (!(await fact())) await sleep(10);
}

describe('a batch', () => {
  test('does what the law lets this person do to each ticket, and says of the others why not', async () => {
    const [mine, new_, theirs] = [await house.raise(), await house.raise(), await house.raise({ group: 'billing' })];
    done(await house.desk.act(mine, { verb: 'keep', by: who.ana }));
    const numbers = [mine, new_, theirs, ticketNumber(999_999)];
    const asked = { numbers, act: 'resolve', input: { text: 'Done, {{requester}}: {{title}}' } } as const;
    const foreseen = await foresee(house.parts, who.ana, asked);
    expect(foreseen.can.map(({ number }) => number)).toEqual([mine]);
    expect(foreseen.first).toBe(`Done, ${who.bao}: VPN drops every hour`);
    expect(foreseen.refused.map(({ number, refusal }) => [number, refusal.why])).toEqual([
      [new_, 'not_allowed'],
      [theirs, 'no_ticket'],
      [999_999, 'no_ticket'],
    ]);
    const id = await house.begun(who.ana, 'resolve', { text: 'Done, {{requester}}.' }, numbers);
    await house.finish(id);
    expect(await house.ended(id)).toEqual(['not_allowed', 'no_ticket', 'no_ticket', 'done']);
    const [said] = await house.sql`select text from messages where ticket = ${mine} and audience = 'main'`;
    expect(said).toEqual({ text: `Done, ${who.bao}.` });
    // A lead does it to all of his group, an administrator to all that is not private.
    const foreseenBy = async (by: PersonId, act: BatchAct, input = {}) =>
      (await foresee(house.parts, by, { numbers: [new_, theirs], act, input })).can.map(({ number }) => number);
    expect(await foreseenBy(who.lea, 'priority', { priority: 'high' })).toEqual([new_]);
    expect(await foreseenBy(who.ada, 'priority', { priority: 'high' })).toEqual([new_, theirs]);
    expect(await foreseenBy(who.bao, 'priority', { priority: 'high' })).toEqual([]);
  });

  test('what agents have to note first is known before it begins, as when it is done', async () => {
    const asked = { type: 'malfunction', fields: { device: 'Laptop' } };
    const [noted, not] = [await house.raise(asked), await house.raise(asked)];
    for (const number of [noted, not]) done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
    done(await house.desk.act(noted, { verb: 'edit', by: who.ana, input: { agent_fields: { cause: 'Old' } } }));
    const inputs = { resolve: { text: 'It was the cable.' }, resolve_internally: { reason: 'via_call' } };
    for (const act of ['resolve', 'resolve_internally'] as const) {
      const refused = [{ number: not, refusal: { faults: [{ field: 'cause' }] } }];
      const foreseen = await foresee(house.parts, who.ana, { numbers: [not, noted], act, input: inputs[act] });
      expect(foreseen).toMatchObject({ can: [{ number: noted }], refused });
    }
    const id = await house.begun(who.ana, 'resolve', inputs.resolve, [not, noted]);
    await house.finish(id);
    expect(await house.ended(id)).toEqual(['bad_input', 'done']);
  });

  test('begins once, for the person whose it is, and with nobody else’s draft', async () => {
    const numbers = await house.several(2);
    const id = await house.batches.draft(WORKSPACE, who.lea, numbers, 'modal');
    await house.batches.choose(WORKSPACE, id, who.kofi, numbers);
    await house.batches.plan(WORKSPACE, id, who.lea, 'priority', { priority: 'high' });
    expect(await house.batches.begin(WORKSPACE, id, who.kofi)).toBe(false);
    await house.batches.choose(WORKSPACE, id, who.lea, numbers);
    const twice = await Promise.all([1, 2, 3].map(() => house.batches.begin(WORKSPACE, id, who.lea)));
    expect(twice.filter(Boolean)).toHaveLength(1);
    await house.finish(id);
    expect(await house.ended(id)).toEqual(['done', 'done']);
  });

  test('pings each person once for all of it, and lets answers wait until they cannot be taken back any more', async () => {
    const numbers = await house.several(12);
    await house.sql`delete from letters`;
    const id = await house.begun(who.lea, 'assign', { to: who.kofi, note: 'Yours.' }, numbers);
    await house.finish(id);
    const pings = await house.lettersOf('ping');
    expect(pings).toHaveLength(12);
    expect(new Set(pings.map(({ conversation }) => conversation))).toEqual(new Set([`b:${id}:${who.kofi}`]));
    expect(await house.lettersOf('batched')).toMatchObject([{ to_person: who.kofi, held: true, state: 'pending' }]);
    expect((await house.lettersOf('requester_card')).every(({ held }) => held)).toBe(true);
    expect((await house.lettersOf('card')).some(({ held }) => held)).toBe(false);
    const telling = await house.batches.telling(WORKSPACE, id, who.kofi);
    expect(telling?.tickets.map(({ ticket }) => ticket.number)).toEqual(numbers.toSorted((a, b) => a - b));
    expect((await house.lettersOf('ping')).map(({ state }) => state)).toEqual(Array(12).fill('sent'));
  });

  test('taken back as a whole leaves every ticket as it was, and tells nobody', async () => {
    const numbers = await house.several(12);
    const before = await Promise.all(numbers.map(house.ticketOf));
    const id = await house.begun(who.lea, 'reply', { text: 'We know of it.' }, numbers);
    await house.finish(id);
    expect(await house.lettersOf('main')).toHaveLength(12);
    await house.sql`update letters set state = 'sent' where kind = 'batch'`;
    const undo = await house.batches.takeBack(WORKSPACE, id, who.lea);
    expect(await house.batches.takeBack(WORKSPACE, id, who.lea)).toBeNull();
    // The result is drawn again at once, without the button.
    const drawn = (await house.lettersOf('batch')).filter(({ state }) => state === 'pending');
    expect(drawn.map(({ seq }) => seq)).toEqual([id, undo]);
    expect(await house.batches.load(WORKSPACE, id)).toMatchObject({ undone: 'working' });
    await house.finish(undo!);
    expect(await house.batches.load(WORKSPACE, id)).toMatchObject({ undone: 'done' });
    expect(await house.ended(undo!)).toEqual(Array(12).fill('done'));
    for (const [at, number] of numbers.entries()) {
      const now = await house.ticketOf(number);
      expect(now).toMatchObject({ state: 'new', assignee: null, firstReplyAt: null });
      expect({ ...now, version: 0, updatedAt: 0 }).toEqual({ ...before[at], version: 0, updatedAt: 0 });
      expect(await replay(house.sql, WORKSPACE, number)).toEqual(now);
    }
    expect((await house.lettersOf('main')).map(({ state }) => state)).toEqual(Array(12).fill('collapsed'));
  });

  test('is not taken back where somebody heard of it or somebody went on with it; the rest is', async () => {
    const [told, gone, left] = [await house.raise(), await house.raise(), await house.raise()];
    const id = await house.begun(who.lea, 'reply', { text: 'We know of it.' }, [told, gone, left]);
    await house.finish(id);
    await house.sql`update letters set state = 'sent' where kind = 'main' and ticket = ${told}`;
    done(await house.desk.act(gone, { verb: 'note', by: who.ana, input: { text: 'I look at it.' } }));
    const undo = (await house.batches.takeBack(WORKSPACE, id, who.lea))!;
    await house.finish(undo);
    expect(await house.batches.items(undo, { skip: 0, limit: 9 })).toMatchObject([
      { ticket: told, why: 'told_already' },
      { ticket: gone, why: 'nothing_to_undo' },
      { ticket: left, state: 'done' },
    ]);
  });

  test('goes on with somebody who loses his seat in the middle only as far as he had it', async () => {
    const numbers = await house.several(25);
    const id = await house.begun(who.kofi, 'reply', { text: 'Hello.' }, numbers);
    await takeTurn(house.parts, id);
    await house.sql`delete from group_members where person = ${who.kofi} and group_key = 'support'`;
    await house.finish(id);
    const ends = await house.ended(id);
    expect(ends.filter((end) => end === 'done')).toHaveLength(10);
    expect(ends.filter((end) => end === 'no_ticket')).toHaveLength(15);
    await house.sql`insert into group_members (workspace, group_key, person, role, source)
      values (${WORKSPACE}, 'support', ${who.kofi}, 'agent', 'channel')`;
  });

  test('that is stopped begins no other ticket, and can be taken back', async () => {
    const numbers = await house.several(25);
    const id = await house.begun(who.lea, 'priority', { priority: 'high' }, numbers);
    await takeTurn(house.parts, id);
    await house.batches.stop(WORKSPACE, id, who.ana);
    expect((await house.batches.load(WORKSPACE, id))?.state).toBe('working');
    await house.batches.stop(WORKSPACE, id, who.lea);
    await house.finish(id);
    expect((await house.ended(id)).filter((end) => end === 'stopped')).toHaveLength(15);
    await house.finish((await house.batches.takeBack(WORKSPACE, id, who.lea))!);
    expect((await Promise.all(numbers.map(house.ticketOf))).every(({ priority }) => priority === 'normal')).toBe(true);
  });

  test('beside another one over the same tickets leaves each of them done or refused, as the law says', async () => {
    const numbers = await house.several(20);
    const one = await house.begun(who.lea, 'assign', { to: who.ana }, numbers);
    const other = await house.begun(who.ada, 'assign', { to: who.kofi }, numbers.toReversed());
    await Promise.all([house.finish(one), house.finish(other)]);
    for (const id of [one, other]) expect((await house.batches.load(WORKSPACE, id))!.counts.waiting).toBe(0);
    for (const number of numbers) {
      const ticket = await house.ticketOf(number);
      expect([who.ana, who.kofi]).toContain(ticket.assignee);
      expect(await replay(house.sql, WORKSPACE, number)).toEqual(ticket);
    }
  });
});

describe('a batch begun anew', () => {
  test('after a crash between the act and its mark does nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), async (crashes) => {
        const numbers = await house.several(crashes.length);
        const id = await house.begun(who.lea, 'tag', { add: ['vpn'], remove: [] }, numbers);
        const torn: Batches = {
          ...house.batches,
          async mark(of, ticket, end) {
            if (crashes[numbers.indexOf(ticket)] && !seen.has(ticket)) {
              seen.add(ticket);
              throw new Error('the power is gone');
            }
            await house.batches.mark(of, ticket, end);
          },
        };
        const seen = new Set<TicketNumber>();
        while (!(await house.isOver(id))) await takeTurn({ ...house.parts, batches: torn }, id).catch(() => {});
        expect(await house.ended(id)).toEqual(numbers.map(() => 'done'));
        expect((await house.eventsOf(id)).map(({ n }) => n)).toEqual(numbers.map(() => 1));
      }),
      { numRuns: 6 },
    );
  });

  test('by another worker, after the first was stopped in the middle, is done to its end', async () => {
    const numbers = await house.several(60);
    const id = await house.begun(who.lea, 'priority', { priority: 'urgent' }, numbers);
    const first = await work();
    await until(async () => (await house.batches.load(WORKSPACE, id))!.counts.done > 0);
    await first.stop();
    workers.splice(workers.indexOf(first), 1);
    expect((await house.batches.load(WORKSPACE, id))!.counts.waiting).toBeGreaterThan(0);
    await work();
    await until(() => house.isOver(id));
    expect(await house.ended(id)).toEqual(numbers.map(() => 'done'));
    expect((await house.eventsOf(id)).every(({ n }) => n === 1)).toBe(true);
  });

  test('of a hundred goes on by itself in the next process, after the first was killed in the middle', async () => {
    const numbers = await house.several(100);
    const id = await house.begun(who.lea, 'reply', { text: 'Restart it.' }, numbers);
    const program = fileURLToPath(new URL('./batching-torn.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', program, house.url, '37'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await house.batches.load(WORKSPACE, id))!.counts).toMatchObject({ done: 37, waiting: 63 });
    await work();
    await until(() => house.isOver(id));
    expect(await house.ended(id)).toEqual(numbers.map(() => 'done'));
    expect((await house.eventsOf(id)).map(({ n }) => n)).toEqual(numbers.map(() => 1));
    const [said] = await house.sql`select count(*)::int as n from messages where text = 'Restart it.'`;
    expect(said).toEqual({ n: 100 });
  });

  test('is begun by the sweep where its job was lost', async () => {
    const id = await house.begun(who.lea, 'archive', {}, await house.several(1));
    await house.sql`delete from graphile_worker._private_jobs`;
    await sweep(house.sql);
    await work();
    await until(() => house.isOver(id));
    expect(await house.ended(id)).toEqual(['wrong_state']);
  });
});

import { personId, type TicketNumber, ticketNumber } from '../src/domain/language.ts';
import type { Ground } from './ground.ts';
import { cardOf, pressOf } from './hands.ts';
import { copyTicket, type House, openHouse, raise, SECRET } from './house.ts';
import { load } from './load.ts';
import { startProgram } from './program.ts';
import { ms, percentile, ratio, spread, table } from './table.ts';

const ROUNDS = 5;
/** How many clicks a round, how many at once. With a pause, the one before is quite done. */
const LOADS = [
  { name: '1, a pause between', atOnce: 1, clicks: 100, pauseMs: 10 },
  { name: '1', atOnce: 1, clicks: 200, pauseMs: 0 },
  { name: '16', atOnce: 16, clicks: 640, pauseMs: 0 },
  { name: '64', atOnce: 64, clicks: 1280, pauseMs: 0 },
];
const KINDS = ['bare', 'looks', 'changes'] as const;
type Kind = (typeof KINDS)[number];

/** The latency of the answer to a click, beside Bolt alone. */
export async function ack(ground: Ground): Promise<string> {
  const house = await openHouse(ground, { mode: 'http' });
  const bare = startProgram(['bench/bare.ts'], { env: { BENCH_SECRET: SECRET }, listen: 'message' });
  ground.onStop(bare.stop);
  const { port } = (await bare.said) as { port: number };
  const { kept, clickOn } = await keptTicket(house);
  const total = ROUNDS * LOADS.reduce((sum, { clicks }) => sum + clicks, 0) + 100;
  let fresh = await copyTicket(house.sql, kept, total);

  const urls: Record<Kind, string> = {
    bare: `http://127.0.0.1:${port}/slack/events`,
    looks: `${house.appUrl}/slack/events`,
    changes: `${house.appUrl}/slack/events`,
  };
  const click = (kind: Kind) => () => clickOn(kind === 'changes' ? ticketNumber(fresh++) : kept);
  await house.desk.act(kept, { verb: 'keep', by: personId(house.idOf('ana')) });
  for (const kind of KINDS) await load(urls[kind], SECRET, click(kind), 100, 4);

  const runs: Run[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, clicks, atOnce, pauseMs } of LOADS)
      for (const kind of KINDS) {
        runs.push({ name, kind, times: await load(urls[kind], SECRET, click(kind), clicks, atOnce, pauseMs) });
        await finished(house);
      }
  return [
    `A signed click (HTTP mode) until its answer, in ms: the app beside Bolt alone with one listener that only acks, in turn`,
    `in the same run. "Looks": Keep on a ticket that the presser has already (one read, no call). "Changes": Keep on a new`,
    `ticket (read, write, and the worker carries its letters at the same time). ${ROUNDS} runs; minimum / median / maximum.`,
    `Goal: p99 at most 1.5 times Bolt alone.`,
    '',
    table(
      ['at once', 'click', 'p50', 'p50 / Bolt', 'p99', 'p99 / Bolt'],
      LOADS.flatMap(({ name }) => rowsOf(runs, name)),
    ),
  ].join('\n');
}

type Run = { name: string; kind: Kind; times: number[] };

function rowsOf(runs: readonly Run[], load: string) {
  const of = (kind: Kind, share: number) =>
    runs.filter((run) => run.name === load && run.kind === kind).map(({ times }) => percentile(times, share));
  const names: Record<Kind, string> = { bare: 'Bolt alone', looks: 'looks', changes: 'changes' };
  return KINDS.map((kind) => {
    const cells = [0.5, 0.99].flatMap((share) => {
      const floor = of('bare', share);
      const ours = of(kind, share);
      const ratios = ours.map((value, round) => value / (floor[round] ?? Number.NaN));
      return [spread(ours, ms), kind === 'bare' ? '' : spread(ratios, ratio)];
    });
    return [load, names[kind], ...cells];
  });
}

/** A ticket whose card Ana sees, and the click on Keep as Slack sends it. */
export async function keptTicket(house: House) {
  const [bao, ana] = [house.person('bao'), house.person('ana')];
  const kept = await raise(house, bao.id);
  await house.settled();
  await ana.act(pressOf(await cardOf(house, ana, kept), 'keep', kept));
  const sent = (await house.journal(0)).findLast(({ kind, name }) => kind === 'delivery' && name === 'block_actions');
  if (!sent) throw new Error('the click was not sent');
  const { payload } = sent.request as { payload: { actions: object[] } };
  const [action] = payload.actions;
  const clickOn = (ticket: TicketNumber) => ({ ...payload, actions: [{ ...action, value: String(ticket) }] });
  return { kept, clickOn };
}

/** An ack comes before the act: waits until the acts are done too. */
async function finished({ sql }: House): Promise<void> {
  let before = -1;
  for (;;) {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from events`;
    if (row?.n === before) return;
    before = row?.n ?? 0;
    await new Promise((done) => setTimeout(done, 150));
  }
}

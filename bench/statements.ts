import { furnished, openBackDoor } from './house.ts';
import type { Ground } from './ground.ts';
import { openProxy, type Trip } from './proxy.ts';
import { live, LIVES, notLived } from './lives.ts';
import { spread, table } from './table.ts';
import { transitions } from './transitions.ts';
import { type Cost, RUNS, walk } from './walk.ts';
import type { Verb } from '../src/domain/verbs.ts';

/** Round trips to Postgres for every verb, and what a transition costs. */
export async function statements(ground: Ground): Promise<string> {
  const trips = await ground.within(roundTrips);
  return [trips, '', await ground.within(transitions)].join('\n');
}

const isWrite = ({ sql }: Trip) => /\b(?:insert into|update)\b/.test(sql);
/** A look at the queue after the answer has been given. */
const isLater = ({ sql }: Trip) => sql.includes('add_jobs') && !isWrite({ sql, app: '', prepares: false });
const whole = (value: number) => String(Math.round(value));

async function roundTrips(ground: Ground): Promise<string> {
  const alone = await deskAlone(ground);
  const { costs, idlePerSecond } = await walk(ground);
  const desks = new Set(alone.flatMap(({ trips }) => trips.map(({ sql }) => sql)));
  return [ofVerbs(alone), '', ofSteps(costs, desks, idlePerSecond)].join('\n');
}

function ofVerbs(alone: readonly Asked[]): string {
  const rows = [...new Set(alone.map(({ verb }) => verb))].map((verb) => {
    const acts = alone.filter((act) => act.verb === verb);
    const of = (which: (trip: Trip) => boolean) =>
      spread(
        acts.map(({ trips }) => trips.filter(which).length),
        whole,
      );
    return [verb, of((trip) => !isWrite(trip)), of(isWrite), of(() => true)];
  });
  return [
    `Counted on the wire, from parsed command to committed, in ${RUNS} times the lives of ${LIVES.length} tickets; minimum / median /`,
    `maximum. Goal: at most 5 together; meant are one read and one guarded write. A statement is prepared once on every`,
    `connection; that round trip is left out.${notLived()}`,
    '',
    table(['verb', 'read', 'write', 'together'], rows),
  ].join('\n');
}

function ofSteps(costs: readonly Cost[], desks: ReadonlySet<string>, idlePerSecond: number): string {
  const rows = [...new Set(costs.map(({ step }) => step))].map((step) => {
    const runs = costs.filter((cost) => cost.step === step);
    const ofRun = (count: (cost: Cost) => number) => spread(runs.map(count), whole);
    const ours = ({ trips }: Cost) => trips.filter(({ app, prepares }) => app.startsWith('threadesk') && !prepares);
    return [
      step,
      ofRun((cost) => ours(cost).filter(({ sql }) => desks.has(sql)).length),
      ofRun((cost) => ours(cost).filter(({ sql }) => !desks.has(sql)).length),
      ofRun(({ trips, seconds }) =>
        Math.max(0, trips.filter(({ app }) => !app.startsWith('threadesk')).length - idlePerSecond * seconds),
      ),
    ];
  });
  return [
    `The whole step through local-slack until the last letter has arrived, ${RUNS} tickets one after the other. The queue asks`,
    `${idlePerSecond.toFixed(1)} times a second when there is nothing to do; that is subtracted.`,
    '',
    table(['step', 'act and its form', "the worker's letters", "the worker's queue"], rows),
  ].join('\n');
}

type Asked = { verb: Verb | 'create'; trips: Trip[] };

/** The lives of tickets through the desk alone. */
async function deskAlone(ground: Ground): Promise<Asked[]> {
  const { databaseUrl, idOf } = await furnished(ground);
  const proxy = await openProxy(ground, databaseUrl);
  const { desk } = await openBackDoor(ground, proxy.url);
  const asked: Asked[] = [];
  let deeds = 0;
  for (let run = 0; run < RUNS; run++)
    for (const life of LIVES)
      await live(life, { desk, idOf }, async (verb, work) => {
        proxy.take();
        await work(`bench:${++deeds}`);
        asked.push({ verb, trips: proxy.take().filter((trip) => !trip.prepares && !isLater(trip)) });
      });
  return asked;
}

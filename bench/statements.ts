import { furnished, openBackDoor } from './house.ts';
import type { Ground } from './ground.ts';
import { openProxy, type Trip } from './proxy.ts';
import { spread, table } from './table.ts';
import { transitions } from './transitions.ts';
import { type Cost, RUNS, walk } from './walk.ts';
import { groupKey, personId } from '../src/domain/language.ts';
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
  const { costs, idlePerSecond } = await walk(ground);
  const alone = await deskAlone(ground);
  const desks = new Set(alone.flatMap(({ trips }) => trips.map(({ sql }) => sql)));
  const steps = [...new Set(costs.map(({ step }) => step))];
  const rows = steps.map((step) => {
    const runs = costs.filter((cost) => cost.step === step);
    const verb = runs[0]?.verb;
    const acts = alone.filter((act) => act.verb === verb);
    const ofAct = (which: (trip: Trip) => boolean) =>
      spread(
        acts.map(({ trips }) => trips.filter(which).length),
        whole,
      );
    const ofRun = (count: (cost: Cost) => number) => spread(runs.map(count), whole);
    const ours = ({ trips }: Cost) => trips.filter(({ app, prepares }) => app.startsWith('threadesk') && !prepares);
    return [
      step,
      ofAct((trip) => !isWrite(trip)),
      ofAct(isWrite),
      ofRun((cost) => ours(cost).filter(({ sql }) => desks.has(sql)).length),
      ofRun((cost) => ours(cost).filter(({ sql }) => !desks.has(sql)).length),
      ofRun(({ trips, seconds }) =>
        Math.max(0, trips.filter(({ app }) => !app.startsWith('threadesk')).length - idlePerSecond * seconds),
      ),
    ];
  });
  return [
    `Counted on the wire, ${RUNS} tickets one after the other; minimum / median / maximum. "Act" is the verb alone, from`,
    `parsed command to committed (goal: 2, at most 3). The other columns are the whole step through local-slack until the`,
    `last letter has arrived. A statement is prepared once on every connection; that round trip is left out. The queue asks`,
    `${idlePerSecond.toFixed(1)} times a second when there is nothing to do; that is subtracted.`,
    '',
    table(['step', 'act: read', 'act: write', 'act and its form', "the worker's letters", "the worker's queue"], rows),
  ].join('\n');
}

type Asked = { verb: Verb | 'create'; trips: Trip[] };

/** The same life of a ticket through the desk alone. */
async function deskAlone(ground: Ground): Promise<Asked[]> {
  const { databaseUrl, idOf } = await furnished(ground);
  const proxy = await openProxy(ground, databaseUrl);
  const { desk } = await openBackDoor(ground, proxy.url);
  const [bao, ana, mateo, yuki, kofi] = ['bao', 'ana', 'mateo', 'yuki', 'kofi'].map(idOf);
  const acts: [Verb, string | undefined, object?][] = [
    ['keep', ana],
    ['note', ana, { text: 'His router is a year old.' }],
    ['reply', ana, { text: 'Please try the other gateway.' }],
    ['message', bao, { text: 'It still drops.' }],
    ['pend', ana, { kind: 'requester', waiting_for: 'model', text: 'Which router?' }],
    ['wake', ana],
    ['forward', ana, { group: 'support', to: kofi }],
    ['forward', kofi, { group: 'billing' }],
    ['keep', mateo],
    ['escalate', mateo, { to: yuki, ask: 'A new router?', reason: 'It is old.' }],
    ['acknowledge', yuki],
    ['return', yuki, { text: 'Yes, the cheap one.' }],
    ['resolve', mateo, { reason: 'solved', text: 'A new router is on its way.' }],
  ];
  const asked: Asked[] = [];
  const counted = async <T>(verb: Asked['verb'], work: Promise<T>): Promise<T> => {
    const result = await work;
    asked.push({ verb, trips: proxy.take().filter((trip) => !trip.prepares && !isLater(trip)) });
    return result;
  };
  const request = { title: 'VPN drops', content: 'Since Monday.', channel: 'slash', group: groupKey('support') };
  for (let run = 0; run < RUNS; run++) {
    proxy.take();
    const born = await counted('create', desk.open(personId(bao ?? ''), request, `bench:${run}`));
    if (born.kind !== 'done') throw new Error(`create was ${born.kind}`);
    for (const [n, [verb, by, input]] of acts.entries()) {
      const key = `bench:${run}:${n}`;
      const outcome = await counted(verb, desk.act(born.ticket.number, { verb, by: personId(by ?? ''), input, key }));
      if (outcome.kind !== 'done') throw new Error(`${verb} was ${JSON.stringify(outcome)}`);
    }
  }
  return asked;
}

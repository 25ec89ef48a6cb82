import { openBatches } from '../src/db/batches.ts';
import { personId, type TicketNumber } from '../src/domain/language.ts';
import type { Ground } from './ground.ts';
import { openHouse, raise } from './house.ts';
import { table } from './table.ts';

const SIZE = 500;
/** Calls that show how the batch goes on, and the rest, which is what it does to tickets. */
const ACTS = [
  ['set the priority', 'priority', { priority: 'high' }],
  ['resolve with one answer', 'resolve', { text: 'Dear {{requester}}, {{title}} is mended.', reason: 'solved' }],
  ['take the answers back', 'undo', {}],
] as const;

type Row = { n: number };
type Kinds = { kind: string; n: number };

/** A batch of 500 tickets by a lead, in a running app: how long until all is done, and what is to be told in Slack of it. */
export async function batch(ground: Ground): Promise<string> {
  const house = await openHouse(ground, { mode: 'socket' });
  const { sql, desk } = house;
  const batches = openBatches(sql);
  const [lea, bao] = [personId(house.idOf('lea')), house.idOf('bao')];
  const numbers: TicketNumber[] = [];
  while (numbers.length < SIZE) numbers.push(await raise(house, bao));
  // What tells of the new tickets is none of the batch's.
  await sql`update letters set state = 'collapsed', settled_at = now() where state in ('pending', 'unknown')`;
  let last = 0;
  const rows: (string | number)[][] = [];
  for (const [name, act, input] of ACTS) {
    const [mark] = await sql<Row[]>`select coalesce(max(id), 0) as n from letters`;
    const before = (await house.journal(0)).at(-1)?.n ?? 0;
    const began = performance.now();
    if (act === 'undo') last = (await batches.takeBack(desk.workspace, last, lea)) ?? 0;
    else {
      last = await batches.draft(desk.workspace, lea, [], 'modal');
      await batches.choose(desk.workspace, last, lea, numbers);
      await batches.plan(desk.workspace, last, lea, act, input);
      await batches.begin(desk.workspace, last, lea);
    }
    const ended = await over(batches, desk.workspace, last);
    const seconds = (performance.now() - began) / 1000;
    const calls = (await house.journal(before)).filter(
      ({ kind, name: of }) => kind === 'call' && of.startsWith('chat.'),
    );
    const kinds = await sql<Kinds[]>`
      select kind, count(*)::int as n from letters where id > ${mark?.n ?? 0} and kind <> 'home' and state <> 'collapsed'
      group by 1 order by 1`;
    const told = kinds.map(({ kind, n }) => `${n} ${kind}`).join(', ');
    rows.push([name, ended, seconds.toFixed(1), (SIZE / seconds).toFixed(0), calls.length, told]);
  }
  const head = ['batch', 'done', 'seconds', 'tickets a second', 'calls to Slack until then', 'letters'];
  return [
    `${SIZE} tickets of one requester, one batch after another, by a lead of the group; the app carries letters meanwhile.`,
    'A letter is one call; those of a batch are carried at a pace below the limits of Slack (40 updates and 200 posts a minute).',
    '',
    table(head, rows),
  ].join('\n');
}

async function over(
  batches: ReturnType<typeof openBatches>,
  workspace: Parameters<typeof batches.load>[0],
  id: number,
) {
  for (;;) {
    const found = await batches.load(workspace, id);
    if (found?.state === 'done') return `${found.counts.done} of ${found.counts.done + found.counts.refused}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

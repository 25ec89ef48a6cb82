import type { Sql } from '../src/db/connect.ts';
import { openStore } from '../src/db/store.ts';
import { openDesk } from '../src/desk/desk.ts';
import { type PersonId, personId, type TicketNumber, ticketNumber } from '../src/domain/language.ts';
import { openFloor, perSecond } from './floor.ts';
import type { Ground } from './ground.ts';
import { copyTicket, furnished, raise } from './house.ts';
import { ratio, spread, table } from './table.ts';

const ROUNDS = 7;
const SECONDS = 1;
const AT_ONCE = 8;
const TICKETS = 60_000;
const whole = (value: number) => String(Math.round(value));

type Round = { ours: number; same: number; bare: number };

/** Keeps a second, from parsed command to committed. */
export async function transitions(ground: Ground): Promise<string> {
  const { sql, desk, databaseUrl, idOf } = await furnished(ground);
  const [bao, ana] = [idOf('bao'), personId(idOf('ana'))];
  const pattern = await raise({ desk }, bao);
  let next = await copyTicket(sql, pattern, TICKETS);
  const floor = await openFloor(databaseUrl, TICKETS);
  ground.onStop(floor.close);
  let nextOfFloor = 1;
  const keep = async () => {
    const { kind } = await desk.act(ticketNumber(next++), { verb: 'keep', by: ana });
    if (kind !== 'done') throw new Error(`keep was ${kind}`);
  };
  const raw = await sameStatements(sql, desk.workspace, pattern, ana);
  const keepRaw = () => raw(next++);
  const keepBare = () => floor.keep(nextOfFloor++);
  const rounds: Round[] = [];
  for (const work of [keep, keepRaw, keepBare]) await perSecond(work, AT_ONCE, SECONDS / 2);
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await perSecond(keepBare, AT_ONCE, SECONDS);
    const same = await perSecond(keepRaw, AT_ONCE, SECONDS);
    rounds.push({ bare, same, ours: await perSecond(keep, AT_ONCE, SECONDS) });
  }
  const of = (name: string, value: (round: Round) => number, show = whole) => [name, spread(rounds.map(value), show)];
  return [
    `Keep, ${AT_ONCE} at once, each on a ticket of its own: \`desk.act\` from parsed command to committed (read, decision, one`,
    `guarded statement for ticket, event, letters and their jobs), beside the same two statements sent by postgres.js with`,
    `nothing before, between and after them (goal: desk / same at least 0.5), and beside a bare guarded transaction through`,
    `the same client (begin; update where version; insert event; insert letter; commit). ${ROUNDS} rounds in turn, ${SECONDS} s each;`,
    `minimum / median / maximum.`,
    '',
    table(
      ['', 'a second'],
      [
        of('keep through the desk', ({ ours }) => ours),
        of('the same statements alone', ({ same }) => same),
        of('bare guarded transaction', ({ bare }) => bare),
        of('desk / same', ({ ours, same }) => ours / same, ratio),
        of('desk / bare', ({ ours, bare }) => ours / bare, ratio),
      ],
    ),
  ].join('\n');
}

/** What the desk asks Postgres for one keep, to be asked again for other tickets. */
async function sameStatements(
  sql: Sql,
  workspace: Parameters<typeof openDesk>[0]['workspace'],
  one: TicketNumber,
  by: PersonId,
) {
  const heard: { text: string; values: unknown[] }[] = [];
  const listening = new Proxy(sql, {
    get(target, name) {
      if (name !== 'unsafe') return Reflect.get(target, name) as unknown;
      return (text: string, values: never[], options: object) => {
        heard.push({ text, values });
        return target.unsafe(text, values, options);
      };
    },
  });
  const { kind } = await openDesk({ store: openStore(listening), workspace }).act(one, { verb: 'keep', by });
  const [read, write] = heard;
  if (kind !== 'done' || !read || !write) throw new Error(`keep was ${kind}`);
  const document = String(write.values[0]);
  const named = `"number":${one}`;
  if (!document.includes(named)) throw new Error('the document does not name its ticket');
  return async (number: number) => {
    const values = read.values.map((value) => (value === one ? number : value));
    await sql.unsafe(read.text, values as never[], { prepare: true });
    const changed = document.replaceAll(named, `"number":${number}`);
    const [row] = await sql.unsafe<{ number: number | null }[]>(write.text, [changed], { prepare: true });
    if (row?.number !== number) throw new Error(`ticket ${number} was not kept`);
  };
}

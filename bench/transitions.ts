import { personId, ticketNumber } from '../src/domain/language.ts';
import { openFloor, perSecond } from './floor.ts';
import type { Ground } from './ground.ts';
import { copyTicket, furnished, raise } from './house.ts';
import { ratio, spread, table } from './table.ts';

const ROUNDS = 7;
const SECONDS = 1;
const AT_ONCE = 8;
const TICKETS = 40_000;
const whole = (value: number) => String(Math.round(value));

/** Keeps a second, from parsed command to committed. */
export async function transitions(ground: Ground): Promise<string> {
  const { sql, desk, databaseUrl, idOf } = await furnished(ground);
  const [bao, ana] = [idOf('bao'), personId(idOf('ana'))];
  let next = await copyTicket(sql, await raise({ desk }, bao), TICKETS);
  const floor = await openFloor(databaseUrl, TICKETS);
  ground.onStop(floor.close);
  let nextOfFloor = 1;
  const keep = async () => {
    const { kind } = await desk.act(ticketNumber(next++), { verb: 'keep', by: ana });
    if (kind !== 'done') throw new Error(`keep was ${kind}`);
  };
  const rounds: { ours: number; bare: number }[] = [];
  await perSecond(keep, AT_ONCE, SECONDS / 2);
  await perSecond(() => floor.keep(nextOfFloor++), AT_ONCE, SECONDS / 2);
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await perSecond(() => floor.keep(nextOfFloor++), AT_ONCE, SECONDS);
    rounds.push({ bare, ours: await perSecond(keep, AT_ONCE, SECONDS) });
  }
  return [
    `Keep, ${AT_ONCE} at once, each on a ticket of its own: \`desk.act\` from parsed command to committed (read, decision, one`,
    `guarded statement for ticket, event, letters and their jobs) beside a bare guarded transaction through the same client`,
    `(begin; update where version; insert event; insert letter; commit). ${ROUNDS} rounds in turn, ${SECONDS} s each;`,
    `minimum / median / maximum.`,
    '',
    table(
      ['', 'a second'],
      [
        [
          'keep through the desk',
          spread(
            rounds.map(({ ours }) => ours),
            whole,
          ),
        ],
        [
          'bare guarded transaction',
          spread(
            rounds.map(({ bare }) => bare),
            whole,
          ),
        ],
        [
          'desk / bare',
          spread(
            rounds.map(({ ours, bare }) => ours / bare),
            ratio,
          ),
        ],
      ],
    ),
  ].join('\n');
}

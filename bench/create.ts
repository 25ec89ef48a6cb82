import { openFloor, perSecond } from './floor.ts';
import type { Ground } from './ground.ts';
import { furnished, raise } from './house.ts';
import { ratio, spread, table } from './table.ts';

const ROUNDS = 7;
const SECONDS = 1;
const AT_ONCE = 16;
const whole = (value: number) => String(Math.round(value));

/** Tickets created a second by one process. */
export async function create(ground: Ground): Promise<string> {
  const { desk, databaseUrl, idOf } = await furnished(ground);
  const requesters = ['bao', 'giulia', 'priya', 'min', 'omar', 'marta'].map(idOf);
  const floor = await openFloor(databaseUrl, 1);
  ground.onStop(floor.close);
  let n = 0;
  const ours = () => raise({ desk }, requesters[n++ % requesters.length] ?? '');
  const rounds: { ours: number; bare: number }[] = [];
  await perSecond(ours, AT_ONCE, SECONDS / 2);
  await perSecond(floor.create, AT_ONCE, SECONDS / 2);
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await perSecond(floor.create, AT_ONCE, SECONDS);
    rounds.push({ bare, ours: await perSecond(ours, AT_ONCE, SECONDS) });
  }
  return [
    `Tickets created a second by one process, ${AT_ONCE} at once: \`desk.open\` until committed (goal: at least 300) beside a`,
    `bare transaction through the same client (begin; insert ticket; insert event; insert letter; commit). The letters are`,
    `written, nobody carries them. ${ROUNDS} rounds in turn, ${SECONDS} s each; minimum / median / maximum.`,
    '',
    table(
      ['', 'a second'],
      [
        [
          'tickets through the desk',
          spread(
            rounds.map(({ ours }) => ours),
            whole,
          ),
        ],
        [
          'bare transaction',
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

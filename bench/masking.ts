import { connect } from '../src/db/connect.ts';
import { openStore } from '../src/db/store.ts';
import { openDesk } from '../src/desk/desk.ts';
import { personId } from '../src/domain/language.ts';
import { ringFrom } from '../src/sealing.ts';
import { uttered } from '../test/day/uttered.ts';
import type { Ground } from './ground.ts';
import { openHouse, raise } from './house.ts';
import { table } from './table.ts';

const MANY = 500;
const PHONE = '+39 333 123 4567';
const RUNS = 3;
const KEY = '0a'.repeat(32);

/** A telephone number in 500 answers of one ticket: how long until no table has it, and what Slack is called for it. */
export async function masking(ground: Ground): Promise<string> {
  const house = await openHouse(ground, { mode: 'socket' });
  const { sql, close } = await connect(house.databaseUrl);
  ground.onStop(close);
  const ring = ringFrom(`bench:${KEY}`);
  if (typeof ring === 'string') throw new Error(ring);
  const desk = openDesk({ store: openStore(sql, ring), workspace: house.desk.workspace });
  const rows: (string | number)[][] = [];
  for (let run = 1; run <= RUNS; run++) {
    const number = await raise(house, house.idOf('bao'));
    await house.settled();
    const [of] = await sql<{ channel: string; ts: string }[]>`
      select channel, ts from places where ticket = ${number} and kind = 'requester_card'`;
    if (!of) throw new Error('the ticket has no card');
    const slack = { url: house.slackUrl, botToken: 'xoxb-local-slack' };
    await uttered({ sql, slack }, { of, number, by: house.idOf('ana'), text: `Ring ${PHONE}` }, MANY);
    const before = (await house.journal(0)).at(-1)?.n ?? 0;
    const began = performance.now();
    const input = { words: [PHONE] };
    const done = await desk.act(number, { verb: 'mask', by: personId(house.idOf('ana')), input });
    const masked = performance.now() - began;
    if (done.kind !== 'done') throw new Error(`masking was ${done.kind}`);
    await house.settled();
    const shown = (performance.now() - began) / 1000;
    const calls = (await house.journal(before)).filter(({ kind }) => kind === 'call');
    const touched = calls.flatMap(({ name, request }) =>
      name === 'chat.update' ? [(request as { ts: string }).ts] : [],
    );
    rows.push([run, Math.round(masked), shown.toFixed(1), calls.length, touched.length, new Set(touched).size]);
  }
  const head = ['run', 'masked in the database, ms', 'and in Slack, s', 'calls', 'updates', 'messages touched'];
  return [
    `One telephone number in ${MANY} answers of a ticket, each a post of the bot's. Goal: masked in under a second, at most one call`,
    'for each touched message. The two updates more than there are answers are the cards.',
    '',
    table(head, rows),
  ].join('\n');
}

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import type { JournalRow, Person, Sight } from '../local-slack/wire.ts';
import { connect, type Sql } from '../src/db/connect.ts';
import { openStore } from '../src/db/store.ts';
import { openDesk } from '../src/desk/desk.ts';
import { groupKey, personId, type TicketNumber, workspaceId } from '../src/domain/language.ts';
import { PersonInSlack } from '../test/day/person.ts';
import { freePort } from '../test/setup/port.ts';
import type { Ground } from './ground.ts';
import { startProgram } from './program.ts';

export const SECRET = 'local-signing-secret';
const SLACK = ['--json', '--port', '0', '--rates', 'off', '--seed', 'local-slack/worlds/demo.yml'];

export type House = Awaited<ReturnType<typeof openHouse>>;
type Wish = {
  mode: 'socket' | 'http';
  /** The way on which the app reaches its database; the database's own address when not given. */
  through?: (url: string) => Promise<string>;
};

/** The demo desk without tickets: local-slack and the app as processes of their own, and a look into its database. */
export async function openHouse(ground: Ground, { mode, through = async (url) => url }: Wish) {
  const slack = startProgram(['local-slack/main.ts', ...SLACK], { listen: 'line' });
  ground.onStop(slack.stop);
  const { url: slackUrl } = (await slack.said) as { url: string };
  const databaseUrl = await ground.database();
  const port = await freePort();
  const app = startProgram(['src/main.ts'], {
    listen: 'message',
    env: {
      SLACK_BOT_TOKEN: 'xoxb-local-slack',
      SLACK_APP_TOKEN: mode === 'socket' ? 'xapp-local-slack' : '',
      SLACK_SIGNING_SECRET: mode === 'http' ? SECRET : '',
      SLACK_API_URL: `${slackUrl}/api/`,
      DATABASE_URL: await through(databaseUrl),
      DESK_FILE: deskFile(ground.folder),
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
  });
  ground.onStop(app.stop);
  await app.said;
  const { sql, desk } = await openBackDoor(ground, databaseUrl);
  const people = await json<Person[]>(`${slackUrl}/_local/people`);
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? `nobody called ${name}`;
  const { channels } = await json<Sight>(`${slackUrl}/_local/state?as=${idOf('ana')}`);
  return {
    slackUrl,
    appUrl: `http://127.0.0.1:${port}`,
    databaseUrl,
    sql,
    desk,
    idOf,
    person: (name: string) => new PersonInSlack(slackUrl, idOf(name)),
    channel: (name: string) => channels.find((channel) => channel.name === name)?.id ?? `no channel ${name}`,
    journal: (after: number) => json<JournalRow[]>(`${slackUrl}/_local/journal?after=${after}`),
    settled: () => settled(sql),
  };
}

/** A desk that an app has furnished and left: nothing runs on it any more. */
export async function furnished(ground: Ground) {
  const { databaseUrl, idOf } = await ground.within((inner) => openHouse(inner, { mode: 'http' }));
  return { databaseUrl, idOf, ...(await openBackDoor(ground, databaseUrl)) };
}

/** The desk itself on a database that an app has furnished. */
export async function openBackDoor(ground: Ground, url: string) {
  const { sql, close } = await connect(url);
  ground.onStop(close);
  const [row] = await sql<{ id: string }[]>`select id from workspaces`;
  return { sql, desk: openDesk({ store: openStore(sql), workspace: workspaceId(row?.id ?? '') }) };
}

/** A ticket of Bao's for Support, as it is new. */
export async function raise({ desk }: Pick<House, 'desk'>, requester: string): Promise<TicketNumber> {
  const request = { title: 'VPN drops every hour', content: 'Since Monday, on both laptops.', channel: 'slash' };
  const outcome = await desk.open(personId(requester), { ...request, group: groupKey('support') });
  if (outcome.kind !== 'done') throw new Error(`the ticket was ${outcome.kind}`);
  return outcome.ticket.number;
}

/** Many new tickets that look like this one, without the letters that tell of them. Gives the first number. */
export async function copyTicket(sql: Sql, of: TicketNumber, count: number): Promise<number> {
  const [row] = await sql<{ first: number }[]>`select max(number) + 1 as first from tickets`;
  const first = row?.first ?? 0;
  const last = first + count - 1;
  await sql`
    insert into tickets select r.* from tickets t, generate_series(${first}::int, ${last}::int) n,
      lateral jsonb_populate_record(null::tickets, to_jsonb(t) || jsonb_build_object('number', n)) r
    where t.number = ${of}`;
  await sql`
    insert into events select r.* from events e, generate_series(${first}::int, ${last}::int) n,
      lateral jsonb_populate_record(null::events, to_jsonb(e) || jsonb_build_object('ticket', n)) r
    where e.ticket = ${of} and e.seq = 1`;
  await sql`analyze tickets, events`;
  return first;
}

const SETTLED = `
  select not exists (select from letters where state in ('pending', 'sending', 'unknown'))
    and not exists (select from inbox where done_at is null)
    and not exists (select from graphile_worker.jobs where run_at <= now()) as quiet`;

/** Waits until every letter has arrived and no job is left to do. */
async function settled(sql: Sql): Promise<void> {
  for (let quiet = 0; quiet < 3; await sleep(50)) {
    const [row] = await sql.unsafe<{ quiet: boolean }[]>(SETTLED, [], { prepare: true });
    quiet = row?.quiet === true ? quiet + 1 : 0;
  }
}

function deskFile(folder: string): string {
  const file = path.join(folder, 'desk.yml');
  const desk = parse(readFileSync('desk.yml', 'utf8')) as Record<string, unknown>;
  delete desk['tickets'];
  writeFileSync(file, stringify(desk));
  return file;
}

async function json<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}

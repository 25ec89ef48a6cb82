import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { parse, stringify } from 'yaml';
import { connect } from '../../src/db/connect.ts';
import { replay } from '../../src/db/replay.ts';
import { openStore } from '../../src/db/store.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { readEnv } from '../../src/env.ts';
import { startThreadesk } from '../../src/threadesk.ts';
import { startWatched } from '../judge/watched.ts';
import { freshDatabase } from '../setup/database.ts';
import { PersonInSlack } from './person.ts';

type Options = {
  mode?: 'socket' | 'http';
  tickets?: boolean;
  rates?: boolean;
  edit?: (desk: string) => string;
  log?: Logger;
  /** Milliseconds between two posts in one channel. */
  pace?: number;
  /** More settings than it needs. */
  settings?: Record<string, string>;
};

/** The demo desk as one process: local-slack, a database of its own and the app, on free ports. */
export async function openDay({
  mode = 'socket',
  tickets = false,
  rates = false,
  edit = (desk) => desk,
  log = pino({ level: 'silent' }),
  pace = 100,
  settings = {},
}: Options = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'threadesk-day-'));
  const deskFile = path.join(folder, 'desk.yml');
  const desk = parse(edit(readFileSync('desk.yml', 'utf8'))) as Record<string, unknown>;
  if (!tickets) delete desk['tickets'];
  writeFileSync(deskFile, stringify(desk));

  const slack = await startWatched({
    port: 0,
    manifest: 'manifest.yml',
    world: 'local-slack/worlds/demo.yml',
    rates,
  });
  const database = await freshDatabase();
  const env = readEnv(
    {
      SLACK_BOT_TOKEN: slack.botToken,
      ...(mode === 'socket' ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret }),
      SLACK_API_URL: `${slack.url}/api/`,
      DATABASE_URL: database.url,
      DESK_FILE: deskFile,
      PORT: '0',
      ...settings,
    },
    path.join(folder, 'no.env'),
  );
  const { sql, close } = await connect(database.url);
  // A test that begins in somebody's morning would find one message more.
  await sql`alter table people alter column digest set default false`;
  const app = await startThreadesk({ env, log, waits: { pace } });
  const store = openStore(sql);
  const workspace = app.desk.workspace;
  return {
    /** Waits until a query has a row: what is kept, when no screen shows it. */
    async kept(what: string, query: string) {
      for (const until = Date.now() + 15_000; ; await sleep(50)) {
        if ((await sql.unsafe(query)).length > 0) return;
        if (Date.now() > until) throw new Error(`not kept: ${what}`);
      }
    },
    rows: <Row extends object>(query: string) => sql.unsafe<Row[]>(query),
    /** For a test that failed: what has not reached Slack, and why. */
    unsent: () => sql`select kind, state, attempt, error from letters where state not in ('sent', 'collapsed')`,
    ticket: async (number: TicketNumber) => (await store.read(workspace, number, { by: null }))?.ticket,
    replayed: (number: TicketNumber) => replay(sql, workspace, number),
    slack,
    app,
    sql,
    database,
    person: (name: string) => new PersonInSlack(slack.url, slack.ids.users[name] ?? `nobody called ${name}`),
    channel: (name: string) => slack.ids.channels[name] ?? `no channel ${name}`,
    async close() {
      await app.stop();
      await slack.close();
      await close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { existsSync } from 'node:fs';
import type { Logger } from 'pino';
import { applyDeskFile } from '../desk-file/apply.ts';
import { readDesk } from '../desk-file/database.ts';
import { slackDirectory } from '../desk-file/slack.ts';
import { seedTickets } from '../desk-file/tickets.ts';
import type { Desk } from '../desk/desk.ts';
import type { Env } from '../env.ts';
import type { Clients } from '../slack/clients.ts';
import type { Pages } from '../slack/people.ts';
import type { SlackApp } from '../slack/receiver.ts';
import type { Database } from './database.ts';

/** Fills an empty database from the desk file; afterwards the database is the truth, and Slack is not even asked. */
export async function furnish({
  env,
  database,
  clients,
  slack,
}: {
  env: Env;
  database: Database;
  clients: Clients;
  slack: SlackApp;
}) {
  const { team: id, teamName: name } = slack.identity;
  if ((await readDesk(database.db, id)).groups.length > 0) return;
  const directory = await slackDirectory(clients.read);
  await applyDeskFile({ file: env.DESK_FILE, db: database.db, workspace: { id, name }, directory, onlyIfEmpty: true });
}

/** The tickets of the desk file, for a desk that has none yet. */
export async function tellThePast({
  env,
  desk,
  pages,
  log,
  database,
}: {
  env: Env;
  desk: Desk;
  pages: Pages;
  log: Logger;
  database: Database;
}) {
  const [any] = await database.sql`select from tickets where workspace = ${desk.workspace} limit 1`;
  if (any || !existsSync(env.DESK_FILE)) return;
  const byEmail = [...pages.now().people.values()].flatMap(({ email, id }) =>
    email === null ? [] : [[email, id] as const],
  );
  const { tickets, refused } = await seedTickets({
    file: env.DESK_FILE,
    desk,
    people: new Map(byEmail),
    now: new Date(),
  });
  for (const sentence of refused) log.warn({ sentence }, 'a ticket of the desk file was refused');
  log.info({ tickets }, 'the desk file told its tickets');
}

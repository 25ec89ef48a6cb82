import { pino } from 'pino';
import { connect } from '../../src/db/connect.ts';
import { openOutbox } from '../../src/db/outbox.ts';
import { openRegistry } from '../../src/db/registry.ts';
import * as t from '../../src/db/schema.ts';
import { openStore } from '../../src/db/store.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { personId, workspaceId } from '../../src/domain/language.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { createBook, people } from '../../src/slack/people.ts';
import { later, type Workspace, workspace } from '../local-slack/workspace.ts';
import { freshDatabase } from '../setup/database.ts';

/** What the log has, line by line. */
export function logbook() {
  const lines: string[] = [];
  return { lines, log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) };
}

/** Support and Billing of the demo world on a database of its own, with everybody in it as Slack knows him. */
export async function house(options: Parameters<typeof workspace>[0] = {}) {
  const on = await workspace(options);
  const fresh = await freshDatabase();
  const { sql, db, close } = await connect(fresh.url);
  later(async () => {
    await close();
    await fresh.drop();
  });
  const team = workspaceId(on.ids.team);
  const channelOf = (name: string) => on.ids.channels[name] ?? '';
  const who = (name: string) => personId(on.ids.users[name] ?? '');
  await db.insert(t.workspaces).values({ id: team, name: 'Northwind', botUser: on.ids.bot, itSupportGroup: 'support' });
  await db.insert(t.groups).values([
    { workspace: team, key: 'support', name: 'Support', agentsChannel: channelOf('support-desk'), position: 0 },
    { workspace: team, key: 'billing', name: 'Billing', agentsChannel: channelOf('billing-desk'), position: 1 },
  ]);
  const { log, lines } = logbook();
  const registry = openRegistry(sql);
  const book = await createBook(registry, team, log);
  later(() => book.stop());
  const clients = slackClients({ token: on.botToken, apiUrl: `${on.url}/api/`, log });
  const folk = people({ client: clients.read, registry, workspace: team, book: book.now, reload: book.reload, log });
  await folk.sync();
  const store = openStore(sql);
  const desk = openDesk({ store, workspace: team });
  return {
    on,
    sql,
    db,
    team,
    who,
    channelOf,
    log,
    lines,
    registry,
    book,
    clients,
    folk,
    desk,
    outbox: openOutbox(sql),
  };
}

export const messagesIn = async (on: Workspace, as: string, channel: string) =>
  (await on.sight(as)).messages.filter((message) => message.channel === channel);

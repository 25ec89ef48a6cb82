import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { asc } from 'drizzle-orm';
import * as t from '../db/schema.ts';
import type { Env } from '../env.ts';
import type { Workspace } from './apply.ts';
import type { Database } from './database.ts';
import type { Directory } from './directory.ts';
import { slackDirectory } from './slack.ts';

/** It cannot be said whose desk is meant. The message says what to do. */
export class Unplaced extends Error {
  override name = 'Unplaced';
}

export const NO_DESK =
  'The database has no desk yet: run  npm start  once, or set SLACK_BOT_TOKEN and apply a desk file.';

export type Surroundings = { workspace: Workspace; directory: Directory };

const NOTHING: Directory = { people: [], channels: [] };
const LOCAL_TOKEN = 'xoxb-local-slack';

/** Whose desk it is, and what Slack knows of it: the real one with a token, else the local one if it runs. */
export async function surroundings(env: Env, db: Database): Promise<Surroundings> {
  if (env.SLACK_BOT_TOKEN !== undefined) return askSlack(env.SLACK_API_URL, env.SLACK_BOT_TOKEN);
  const [home, other] = await db.select().from(t.workspaces).orderBy(asc(t.workspaces.id)).limit(2);
  const local = await askLocalSlack(env);
  if (!home && local) return local;
  if (!home) throw new Unplaced(NO_DESK);
  if (other)
    throw new Unplaced('The database has the desks of several workspaces: set SLACK_BOT_TOKEN to say which is meant.');
  const workspace = { id: home.id, name: home.name };
  return { workspace, directory: local?.workspace.id === home.id ? local.directory : NOTHING };
}

async function askSlack(url: string, token: string): Promise<Surroundings> {
  try {
    return await ask(new WebClient(token, { ...quiet(url), retryConfig: { retries: 2 } }));
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { error?: string } };
    throw new Unplaced(
      data?.error === undefined
        ? `Slack does not answer at ${url} (${code ?? 'no reason given'}): check SLACK_API_URL and the network.`
        : `Slack refuses SLACK_BOT_TOKEN (${data.error}): copy it anew from "OAuth & Permissions" of your Slack app.`,
      { cause: error },
    );
  }
}

/** The local Slack need not run: then people and channels that the desk does not know by name stay ids. */
async function askLocalSlack({ LOCAL_SLACK_PORT }: Env): Promise<Surroundings | null> {
  try {
    const options = {
      ...quiet(`http://127.0.0.1:${LOCAL_SLACK_PORT}/api/`),
      timeout: 2000,
      retryConfig: { retries: 0 },
    };
    return await ask(new WebClient(LOCAL_TOKEN, options));
  } catch {
    return null;
  }
}

const quiet = (url: string): WebClientOptions => ({
  slackApiUrl: url.endsWith('/') ? url : `${url}/`,
  logger: { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} },
});

async function ask(slack: WebClient): Promise<Surroundings> {
  const { team_id: id = '', team: name = id } = await slack.auth.test();
  return { workspace: { id, name }, directory: await slackDirectory(slack) };
}

import { readFileSync } from 'node:fs';
import { collectDefaultMetrics, Gauge, Registry as Metrics } from 'prom-client';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Mode, SlackApp } from '../slack/receiver.ts';
import type { Database } from './database.ts';

/** What keeps the app from working, a line each. */
export async function unready(mode: Mode, slack: SlackApp, { sql }: Database): Promise<string[]> {
  const lines: string[] = [];
  if (mode.kind === 'socket' && slack.connections() === 0) lines.push('no connection to Slack');
  await sql`select 1`.catch(() => lines.push('no connection to the database'));
  const missing = manifestScopes().filter((scope) => !slack.identity.scopes.includes(scope));
  if (slack.identity.scopes.length > 0 && missing.length > 0)
    lines.push(`the app lacks the scopes ${missing.join(', ')}: reinstall it from manifest.yml`);
  return lines;
}

const manifest = new URL('../../manifest.yml', import.meta.url);
const scopes = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });
const manifestScopes = () => scopes.parse(parse(readFileSync(manifest, 'utf8'))).oauth_config.scopes.bot;

/** What Prometheus is told. */
export function gauges(slack: SlackApp, { sql }: Database): Metrics {
  const register = new Metrics();
  collectDefaultMetrics({ register });
  register.registerMetric(
    gauge('threadesk_slack_connections', 'Open Socket Mode connections', async () => slack.connections()),
  );
  register.registerMetric(
    gauge('threadesk_letters_waiting', 'Letters that are not in Slack yet', async () => {
      const [row] = await sql<{ n: number }[]>`
        select count(*) as n from letters where state in ('pending', 'sending', 'unknown')`;
      return row?.n ?? 0;
    }),
  );
  return register;
}

const gauge = (name: string, help: string, value: () => Promise<number>) =>
  new Gauge({
    name,
    help,
    registers: [],
    async collect() {
      this.set(await value());
    },
  });

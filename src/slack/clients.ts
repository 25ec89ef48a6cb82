import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { slackLogger } from './log.ts';

/** `apiUrl`: the base of the Web API; `https://slack.com/api/` when not given. */
export type SlackAddress = { token: string; apiUrl?: string | undefined; log: Logger };

const TIMEOUT_MS = 10_000;

/** The clients insist on the slash at the end. */
const baseOf = (apiUrl: string | undefined): { slackApiUrl?: string } =>
  apiUrl === undefined ? {} : { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` };

const base = ({ apiUrl, log }: Omit<SlackAddress, 'token'>, name: string): WebClientOptions => ({
  ...baseOf(apiUrl),
  timeout: TIMEOUT_MS,
  logger: slackLogger(log, name),
});

/** For calls that may be made twice without harm. A fresh object each time: Slack's clients write into their options. */
export const readOptions = (address: Omit<SlackAddress, 'token'>, name = 'slack_read'): WebClientOptions => ({
  ...base(address, name),
  retryConfig: { retries: 4, factor: 2, minTimeout: 500, maxTimeout: 5000, randomize: true },
});

/**
 * For posts: one call is one request. `rejectRateLimitedCalls` is needed as well, or a 429 cannot be told from a lost
 * answer.
 */
export const writeOptions = (address: Omit<SlackAddress, 'token'>, name = 'slack_write'): WebClientOptions => ({
  ...base(address, name),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

export type Clients = { read: WebClient; write: WebClient };

/** Two clients, because Slack's default one posts again when an answer is lost. */
export const slackClients = (address: SlackAddress): Clients => ({
  read: new WebClient(address.token, readOptions(address)),
  write: new WebClient(address.token, writeOptions(address)),
});

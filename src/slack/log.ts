import { type Logger as SlackLogger, LogLevel } from '@slack/logger';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Logger } from 'pino';

/**
 * Slack's clients write to our log. Their debug lines hold whole payloads, what people wrote and tokens among them: they
 * are dropped at every level.
 */
export function slackLogger(log: Logger, name: string): SlackLogger {
  const own = log.child({ part: name });
  const line = (words: readonly unknown[]) => words.map(String).join(' ');
  return {
    debug: () => {},
    info: (...words: unknown[]) => own.debug(line(words)),
    warn: (...words: unknown[]) => own.warn(line(words)),
    error: (...words: unknown[]) => own.error(line(words)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}

/** What of an error may stand in a log: where it happened and Slack's code for it. A message may quote what people wrote. */
export function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  return {
    fault: error.constructor.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(error instanceof WebAPIPlatformError ? { slack: word(error.data.error) } : {}),
    ...(error instanceof WebAPIHTTPError ? { status: error.statusCode } : {}),
    ...(error instanceof WebAPIRateLimitedError ? { retry_after: error.retryAfter } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((row) => /^\s+at /.test(row))
      .slice(0, 6)
      .map((row) => row.trim()),
    ...(error.cause instanceof Error ? { cause: traceOf(error.cause) } : {}),
  };
}

/** Slack's error codes are words; anything else may be a page of somebody's proxy. */
const word = (code: string): string => (/^[a-z_]{1,60}$/.test(code) ? code : 'not_a_code');

import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { ClosedWhy } from '../../desk/closed.ts';
import type { UndeliveredWhy } from '../../domain/ticket.ts';

/**
 * What a failed call means for what was to be done.
 *
 * `done`          it is so already
 * `missing`       the message to be updated is not there, or is not to be changed, any more
 * `content`       Slack does not take these blocks or this text
 * `rejected`      not applied, and never will be: the place is gone or closed to us
 * `rate_limited`  not applied: Slack says how long to wait
 * `not_sent`      not applied: try again
 * `ambiguous`     applied or not, nobody knows: look before posting again
 * `auth`          the token is no good: nothing can be sent
 */
export type Failure =
  | { kind: 'missing' | 'content' | 'rejected' | 'not_sent' | 'ambiguous' | 'auth'; error: string }
  | { kind: 'rate_limited'; error: string; waitMs: number };
export type Verdict = Failure | { kind: 'done' };

/** When Slack does not say how long. */
const DEFAULT_WAIT_MS = 30_000;

const AUTH = new Set([
  'invalid_auth',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_authed',
  'team_access_not_granted',
]);
const CONTENT = new Set([
  'invalid_arguments',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'view_too_large',
  'metadata_too_large',
  'too_many_attachments',
  'invalid_attachments',
  'markdown_text_conflict',
]);
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
const LATER = new Set([
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'org_login_required',
  'accesslimited',
]);
const UNKNOWN = new Set(['internal_error', 'fatal_error']);
const DONE = new Set(['already_reacted', 'no_reaction', 'already_pinned', 'no_pin', 'already_in_channel']);
/** This message cannot be changed any more: a new one takes its place. */
const FROZEN = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
/** The connection was never made, so nothing can have been applied. */
const UNREACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const CLOSED: Readonly<Record<string, ClosedWhy>> = {
  is_archived: 'archived',
  channel_not_found: 'gone',
  not_in_channel: 'not_member',
  no_permission: 'forbidden',
  restricted_action: 'forbidden',
  restricted_action_read_only_channel: 'forbidden',
  restricted_action_thread_only_channel: 'forbidden',
};
/** What an error says of the channel itself: nothing else can be written there either. */
export const closedBy = (error: string): ClosedWhy | null => CLOSED[error] ?? null;

/** Of a person, not of a place. */
const LEFT: readonly string[] = [
  'requester_left',
  'user_disabled',
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'cannot_dm_bot',
  'is_inactive',
];
/** Why an answer does not arrive, as far as an agent can do something about it. */
export function undeliveredBy({ kind, error }: Failure): UndeliveredWhy {
  if (LEFT.includes(error)) return 'left';
  if (closedBy(error) !== null) return 'closed';
  return kind === 'content' || error === 'draw_fault' ? 'content' : 'other';
}

/** Null: not a failure of a call to Slack at all. Source of the classes: docs.slack.dev, each method's list of errors. */
export function classify(error: unknown, method: string): Verdict | null {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'rate_limited', error: 'ratelimited', waitMs: Math.max(1, error.retryAfter) * 1000 };
  if (error instanceof WebAPIPlatformError) return ofCode(error.data.error, method);
  if (error instanceof WebAPIHTTPError)
    return { kind: error.statusCode >= 500 ? 'ambiguous' : 'not_sent', error: `http_${error.statusCode}` };
  if (error instanceof WebAPIRequestError) {
    const code = causeOf(error.original);
    return { kind: UNREACHED.has(code) ? 'not_sent' : 'ambiguous', error: code };
  }
  // The client throws a bare error for a 429 that does not say how long.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain'))
    return { kind: 'rate_limited', error: 'ratelimited', waitMs: DEFAULT_WAIT_MS };
  return null;
}

function ofCode(error: string, method: string): Verdict {
  if (LIMITED.has(error)) return { kind: 'rate_limited', error, waitMs: DEFAULT_WAIT_MS };
  if (AUTH.has(error)) return { kind: 'auth', error };
  if (error.startsWith('invalid_blocks') || CONTENT.has(error)) return { kind: 'content', error };
  if (LATER.has(error)) return { kind: 'not_sent', error };
  if (UNKNOWN.has(error)) return { kind: 'ambiguous', error };
  if (error === 'message_not_found' && method === 'chat.delete') return { kind: 'done' };
  if (method === 'chat.update' && FROZEN.has(error)) return { kind: 'missing', error };
  if (DONE.has(error)) return { kind: 'done' };
  // Not JSON: the client hands us the page itself as the error.
  if (!/^[a-z_]{1,60}$/.test(error)) return { kind: 'ambiguous', error: 'not_json' };
  return { kind: 'rejected', error };
}

/** undici wraps the system's error, and several of them when a name has several addresses. */
function causeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return 'timeout';
    const { code } = at as NodeJS.ErrnoException;
    if (typeof code === 'string') return code;
  }
  return 'request_failed';
}

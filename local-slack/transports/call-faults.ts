/** What an armed fault does to a Web API call: instead of it, to its arguments, or to its answer. */
import type { Fault } from '../wire.ts';
import type { Obj } from '../core/model.ts';
import type { Slack } from '../core/slack.ts';
import type { Answer } from './web-api/dispatch.ts';

function refused(error: string): Answer {
  return { status: 200, headers: {}, body: { ok: false, error }, drop: false };
}

/** HTTP 429, with Slack's body. */
export function limited(seconds: number | null): Answer {
  const headers: Record<string, string> = seconds === null ? {} : { 'retry-after': String(seconds) };
  return { status: 429, headers, body: { ok: false, error: 'ratelimited' }, drop: false };
}

/** The answer that comes without the method being run; nothing means: go on. */
export async function instead(slack: Slack, fault: Fault | undefined): Promise<Answer | undefined> {
  const kind = fault?.kind;
  switch (kind?.do) {
    case 'error':
      return refused(kind.error);
    case 'revoke_token':
      return refused('token_revoked');
    case 'uninstall':
      return refused('account_inactive');
    case 'http':
      return { status: kind.status, headers: {}, body: 'upstream trouble', drop: false };
    case 'down':
      return { status: 503, headers: {}, body: 'Slack is down', drop: false };
    case 'not_json':
      return { status: 200, headers: {}, body: '<html><body>Something went wrong.</body></html>', drop: false };
    case 'rate_limit':
      return limited(kind.retry_after);
    case 'drop':
    case 'lose':
      return { status: 500, headers: {}, body: '', drop: true };
    case 'delay':
      await new Promise<void>((done) => slack.clock.after(kind.ms, done));
      return undefined;
    case 'apply_then_drop':
    case 'apply_then_http':
    case 'apply_then_error':
    case 'duplicate':
    case 'stale':
    case 'reorder':
    case 'skew':
    case 'foreign_team':
    case 'unfurl':
    case undefined:
      return undefined;
  }
}

/** A stale history is one read a while ago. */
export function asWhenAsked(slack: Slack, fault: Fault | undefined, args: Obj): Obj {
  if (fault?.kind.do !== 'stale') return args;
  const newest = ((slack.clock.now() - fault.kind.ms) / 1000).toFixed(6);
  const latest = Number(args['latest']);
  return latest > 0 && latest < Number(newest) ? args : { ...args, latest: newest };
}

/** The answer to a call that was carried out, as it arrives. */
export async function arrived(fault: Fault | undefined, answer: Answer, again: () => Promise<Answer>): Promise<Answer> {
  const kind = fault?.kind;
  if (kind?.do === 'duplicate') return again();
  if (kind?.do === 'apply_then_drop') return { ...answer, drop: true };
  if (kind?.do === 'apply_then_http') return { ...answer, status: kind.status, body: 'upstream trouble' };
  if (kind?.do === 'apply_then_error') return { ...answer, body: { ok: false, error: kind.error } };
  return answer;
}

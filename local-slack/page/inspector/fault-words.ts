import type { Fault } from '../../wire.ts';

const seconds = (ms: number): string => `${ms / 1000} s`;

/** "HTTP 500", "error is_archived": what a fault does, in words. */
function faultWords({ kind }: Pick<Fault, 'kind'>): string {
  switch (kind.do) {
    case 'error':
      return `error ${kind.error}`;
    case 'http':
      return `HTTP ${kind.status}`;
    case 'rate_limit':
      return kind.retry_after === null ? '429 without Retry-After' : `429, Retry-After ${kind.retry_after} s`;
    case 'drop':
      return 'the connection ends, nothing done';
    case 'not_json':
      return 'an answer that is no JSON';
    case 'delay':
      return `${seconds(kind.ms)} late`;
    case 'apply_then_drop':
      return 'carried out, the answer lost';
    case 'apply_then_http':
      return `carried out, then HTTP ${kind.status}`;
    case 'apply_then_error':
      return `carried out, then error ${kind.error}`;
    case 'stale':
      return `history ${seconds(kind.ms)} behind`;
    case 'lose':
      return 'lost';
    case 'duplicate':
      return kind.same_envelope === true ? 'twice, in the same envelope' : 'twice';
    case 'reorder':
      return 'after the next one';
    case 'skew':
      return `signed ${seconds(kind.ms)} ago`;
    case 'foreign_team':
      return 'from another workspace';
    case 'unfurl':
      return 'edited by an unfurl';
    case 'down':
      return 'Slack is down';
    case 'revoke_token':
      return 'the token is revoked';
    case 'uninstall':
      return 'the app is uninstalled';
  }
}

/** "every call", "delivery of events": what a fault hits. */
export function targetWords(method: string): string {
  if (method === '*') return 'every call';
  if (method === 'deliver:*') return 'every delivery';
  return method.replace('deliver:', 'delivery of ');
}

/** The last three kinds concern Slack as a whole. */
export function faultInFull(fault: Fault): string {
  const what = faultWords(fault);
  const whole = ['down', 'revoke_token', 'uninstall'].includes(fault.kind.do);
  return whole ? what : `${targetWords(fault.method)}: ${what}`;
}

/** How long it still lasts. */
export function leftWords(fault: Fault, now: number): string {
  if (fault.until !== undefined) return `for ${Math.max(0, Math.ceil((fault.until - now) / 1000))} s`;
  return fault.left === null ? 'until disarmed' : `${fault.left} left`;
}

import type { Control, FaultKind } from '../../wire.ts';

/** What the person has filled in beside the buttons. */
export type Details = { seconds: number; status: number; error: string };

type Offer = { words: string; kind: (details: Details) => FaultKind };

/** What can go wrong with a call. */
export const ofCalls: Offer[] = [
  { words: '429', kind: ({ seconds }) => ({ do: 'rate_limit', retry_after: seconds }) },
  { words: '429, no Retry-After', kind: () => ({ do: 'rate_limit', retry_after: null }) },
  { words: 'Error', kind: ({ error }) => ({ do: 'error', error }) },
  { words: 'HTTP status', kind: ({ status }) => ({ do: 'http', status }) },
  { words: 'Drop the connection', kind: () => ({ do: 'drop' }) },
  { words: 'No JSON', kind: () => ({ do: 'not_json' }) },
  { words: 'Delay', kind: ({ seconds }) => ({ do: 'delay', ms: seconds * 1000 }) },
  { words: 'Apply, then drop', kind: () => ({ do: 'apply_then_drop' }) },
  { words: 'Apply, then HTTP status', kind: ({ status }) => ({ do: 'apply_then_http', status }) },
  { words: 'Apply, then error', kind: ({ error }) => ({ do: 'apply_then_error', error }) },
  { words: 'Stale history', kind: ({ seconds }) => ({ do: 'stale', ms: seconds * 1000 }) },
];

/** What can go wrong with a delivery. */
export const ofDeliveries: Offer[] = [
  { words: 'Lose', kind: () => ({ do: 'lose' }) },
  { words: 'Twice', kind: () => ({ do: 'duplicate' }) },
  { words: 'Twice, same envelope', kind: () => ({ do: 'duplicate', same_envelope: true }) },
  { words: 'After the next one', kind: () => ({ do: 'reorder' }) },
  { words: 'Delay', kind: ({ seconds }) => ({ do: 'delay', ms: seconds * 1000 }) },
  { words: 'Lose the answer', kind: () => ({ do: 'apply_then_drop' }) },
  { words: 'HTTP status', kind: ({ status }) => ({ do: 'http', status }) },
  { words: 'Drop the connection', kind: () => ({ do: 'drop' }) },
  { words: 'Old signature', kind: ({ seconds }) => ({ do: 'skew', ms: seconds * 1000 }) },
  { words: 'Another workspace', kind: () => ({ do: 'foreign_team' }) },
  { words: 'Edited by an unfurl', kind: () => ({ do: 'unfurl' }) },
];

const arm = (method: string, kind: FaultKind, left: number | null, for_ms?: number): Control => ({
  do: 'arm',
  fault: { method, kind, left },
  ...(for_ms === undefined ? {} : { for_ms }),
});

/** What goes wrong most often, at one press. */
export const presets: [string, Control][] = [
  ['Slack down', arm('*', { do: 'down' }, null)],
  ['Slack down for 30 s', arm('*', { do: 'down' }, null, 30_000)],
  ['Every post answers 429', arm('chat.postMessage', { do: 'rate_limit', retry_after: 5 }, null)],
  ['Lose the answer of the next post', arm('chat.postMessage', { do: 'apply_then_drop' }, 1)],
  ['Redeliver the next event', arm('deliver:events', { do: 'duplicate' }, 1)],
  ['Lose the next click', arm('deliver:interactive', { do: 'lose' }, 1)],
  ['Revoke the token', arm('*', { do: 'revoke_token' }, null)],
  ['Uninstall the app', arm('*', { do: 'uninstall' }, null)],
  ['Cut a socket', { do: 'socket', what: 'cut' }],
  ['Refresh a socket', { do: 'socket', what: 'refresh' }],
  ['Warn, then refresh', { do: 'socket', what: 'warning' }],
  ['Disable the link', { do: 'socket', what: 'link_disabled' }],
];

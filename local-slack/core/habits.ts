/** What Slack does now one way and now another, or only to the busiest apps: one setting each. */
export type Habits = {
  /** Whether an event that comes again over a socket has a new `envelope_id`. Both were seen. */
  redelivered_envelope: 'new' | 'same';
  /** Whether its `retry_attempt` counts up, or begins at 0 again. Both were seen. */
  redelivered_attempt: 'counted' | 'zero';
  /** Delayed Events: after the third retry one each hour, for a day; nothing is too late. */
  delayed_events: boolean;
  /** More than this in an hour are not sent; `app_rate_limited` is. */
  events_per_hour: number;
  /** An app with fewer events an hour keeps its subscription, however often it fails. */
  disabled_from: number;
  /** How long a socket lives, in real time: winding the clock cuts none. */
  socket_life_ms: number;
};

/** Source: docs.slack.dev/apis/events-api and /apis/events-api/using-socket-mode. */
export const USUAL: Habits = {
  redelivered_envelope: 'new',
  redelivered_attempt: 'counted',
  delayed_events: false,
  events_per_hour: 30_000,
  disabled_from: 1000,
  socket_life_ms: 18_060_000,
};

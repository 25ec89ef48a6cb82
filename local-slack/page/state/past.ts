import type { Change, Message, Sight } from '../../wire.ts';

/** What Slack's client forgets when it is closed: open modals, and lines that only this person sees. */
export type Past = { views: ReadonlySet<string>; lines: ReadonlySet<string> };

const keyOf = ({ channel, ts }: Message): string => `${channel}:${ts}`;

export function pastOf({ views, messages }: Sight): Past {
  const lines = messages.filter((one) => one.ephemeral).map(keyOf);
  return { views: new Set(views.map((one) => one.id)), lines: new Set(lines) };
}

export function without(past: Past, sight: Sight): Sight {
  return {
    ...sight,
    views: sight.views.filter((one) => !past.views.has(one.id)),
    messages: sight.messages.filter((one) => !past.lines.has(keyOf(one))),
  };
}

/** A change as it concerns a page that has forgotten. */
export function sincePast(past: Past, change: Change): Change {
  if (change.kind !== 'views') return change;
  return { ...change, views: change.views.filter((one) => !past.views.has(one.id)) };
}

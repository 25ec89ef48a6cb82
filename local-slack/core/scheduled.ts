/** Messages that wait for their time: kept with the workspace, sent by its clock. */
import { botId, isMember } from './find.ts';
import { post } from './messages.ts';
import type { Scheduled } from './model.ts';
import { refuse, unheard } from './refusal.ts';
import type { Slack } from './slack.ts';

const FARTHEST_S = 120 * 86_400;
const WINDOW_S = 300;
const MOST_PER_WINDOW = 30;
/** A message so close to its time is no longer taken back. */
const TOO_LATE_S = 60;

function seconds(slack: Slack): number {
  return slack.clock.now() / 1000;
}

/** Refuses what Slack refuses of a time; limits from docs.slack.dev/reference/methods/chat.scheduleMessage. */
function checkedTime(slack: Slack, channel: string, post_at: number): void {
  const now = seconds(slack);
  if (post_at <= now) refuse('time_in_past');
  if (post_at > now + FARTHEST_S) refuse('time_too_far');
  const near = Object.values(slack.state.scheduled).filter(
    (one) => one.channel === channel && Math.abs(one.post_at - post_at) < WINDOW_S,
  );
  if (near.length >= MOST_PER_WINDOW) refuse('restricted_too_many');
}

export function schedule(slack: Slack, draft: Omit<Scheduled, 'id' | 'created'>): Scheduled {
  checkedTime(slack, draft.channel, draft.post_at);
  const one: Scheduled = { ...draft, id: slack.mint.id('Q'), created: Math.floor(seconds(slack)) };
  slack.state.scheduled[one.id] = one;
  waitFor(slack, one);
  slack.changed();
  return one;
}

export function unschedule(slack: Slack, channel: string, id: string): void {
  const one = slack.state.scheduled[id];
  if (!one || one.channel !== channel || one.post_at - seconds(slack) < TOO_LATE_S)
    return refuse('invalid_scheduled_message_id');
  delete slack.state.scheduled[id];
  slack.changed();
}

function waitFor(slack: Slack, one: Scheduled): void {
  slack.clock.after(Math.max(0, one.post_at * 1000 - slack.clock.now()), () => sendDue(slack));
}

/** After a start or an import: sets the clock for all that waits. */
export function awaitScheduled(slack: Slack): void {
  for (const one of Object.values(slack.state.scheduled)) waitFor(slack, one);
}

function sendDue(slack: Slack): void {
  const due = Object.values(slack.state.scheduled).filter((one) => one.post_at <= seconds(slack));
  for (const one of due.sort((a, b) => a.post_at - b.post_at)) {
    delete slack.state.scheduled[one.id];
    send(slack, one);
  }
  if (due.length > 0) slack.changed();
}

/** What cannot be posted any more, Slack drops without a word to the app. */
function send(slack: Slack, { channel: id, words, thread_ts, broadcast }: Scheduled): void {
  const channel = slack.state.channels[id];
  if (!channel || !isMember(channel, botId(slack))) return;
  unheard(() => post(slack, channel, { ...words, user: botId(slack), from_app: true, thread_ts, broadcast }));
}

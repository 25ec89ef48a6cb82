/** What an agent says about the thread it works in: a title, a status, prompts, the state of its session. */
import type { AgentSeen } from '../wire.ts';
import { botId, channelForBot, findMessage } from './find.ts';
import type { AgentThread } from './model.ts';
import { refuse } from './refusal.ts';
import type { Slack } from './slack.ts';

/** A status without a message goes away by itself. */
const STATUS_LIFE_MS = 120_000;

/** The notes on a thread; `thread_ts` must name one that is there. */
export function agentThread(slack: Slack, channel: string, thread_ts: string): AgentThread {
  const place = channelForBot(slack, channel);
  if (!findMessage(slack, place.id, thread_ts)) return refuse('invalid_thread_ts', { detail: 'Thread not found' });
  return (slack.state.agent_threads[`${place.id}:${thread_ts}`] ??= {});
}

export function setStatus(slack: Slack, thread: AgentThread, text: string, loading_messages: string[]): void {
  thread.status = text === '' ? undefined : { text, loading_messages, at: slack.clock.now() };
  slack.changed();
}

/** Has anybody for whom `by` holds answered in this thread since then. */
function answered(
  slack: Slack,
  channel: string,
  thread_ts: string,
  since: number,
  by: (id: string) => boolean,
): boolean {
  const replies = findMessage(slack, channel, thread_ts)?.replies ?? [];
  const late = replies.filter((ts) => Number(ts) * 1000 >= since);
  return late.some((ts) => by(findMessage(slack, channel, ts)?.user ?? ''));
}

/** The status as it stands now: its two minutes over, or the app's answer there, it is gone. */
export function statusOf(slack: Slack, channel: string, thread_ts: string): AgentThread['status'] {
  const status = slack.state.agent_threads[`${channel}:${thread_ts}`]?.status;
  if (!status || slack.clock.now() - status.at >= STATUS_LIFE_MS) return undefined;
  const isOver = answered(slack, channel, thread_ts, status.at, (id) => id === botId(slack));
  return isOver ? undefined : status;
}

/** What of it is shown; prompts go when somebody has written. */
export function agentSeen(slack: Slack, channel: string, thread_ts: string): AgentSeen | undefined {
  const thread = slack.state.agent_threads[`${channel}:${thread_ts}`];
  if (!thread) return undefined;
  const status = statusOf(slack, channel, thread_ts);
  const { prompts } = thread;
  const isTaken = prompts && answered(slack, channel, thread_ts, prompts.at, (id) => id !== botId(slack));
  return {
    channel,
    thread_ts,
    title: thread.title ?? '',
    status: status?.text ?? '',
    loading: status?.loading_messages ?? [],
    until: (status?.at ?? 0) + STATUS_LIFE_MS,
    prompts: isTaken ? [] : (prompts?.list ?? []),
    prompts_title: prompts?.title ?? '',
  };
}

/** Those of these channels. */
export function agentsSeen(slack: Slack, channels: readonly { id: string }[]): AgentSeen[] {
  const ids = new Set(channels.map((one) => one.id));
  return Object.keys(slack.state.agent_threads).flatMap((key) => {
    const [channel = '', ts = ''] = key.split(':');
    return (ids.has(channel) && agentSeen(slack, channel, ts)) || [];
  });
}

/** What an agent says about the thread it works in: a title, a status, prompts, the state of its session. */
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

/** The status as it stands now: its two minutes over, or the app's answer there, it is gone. */
export function statusOf(slack: Slack, channel: string, thread_ts: string): AgentThread['status'] {
  const status = slack.state.agent_threads[`${channel}:${thread_ts}`]?.status;
  if (!status || slack.clock.now() - status.at >= STATUS_LIFE_MS) return undefined;
  const answered = findMessage(slack, channel, thread_ts)?.replies.some((ts) => {
    const reply = findMessage(slack, channel, ts);
    return reply?.user === botId(slack) && Number(ts) * 1000 >= status.at;
  });
  return answered ? undefined : status;
}

import type { WebClient } from '@slack/web-api';
import type { OutLetter } from '../../desk/letters.ts';
import { cut } from '../kit.ts';
import { classify, type Failure } from './classify.ts';
import { markOf } from './find.ts';
import type { Post, Said, Standing } from './plan.ts';

export type Sent = { kind: 'sent'; at: Standing; plain: boolean };
type Tried<T> = { kind: 'done'; value: T | null } | Failure;

/** Calls Slack once. What is not a failure of the call is thrown on. */
export async function attempt<T>(method: string, call: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { kind: 'done', value: await call() };
  } catch (error) {
    const failure = classify(error, method);
    if (!failure) throw error;
    return failure.kind === 'done' ? { kind: 'done', value: null } : failure;
  }
}

/** What is said when Slack does not take the blocks. `chat.update` takes 4,000 characters. */
const PLAIN = 3000;
const plainly = ({ text }: Said) => ({ text: cut(text, PLAIN), blocks: [] });

/** One request, and a second one without blocks if Slack refuses the first for its content. */
async function orPlainly(
  method: string,
  said: Said,
  call: (said: Said) => Promise<{ channel?: string; ts?: string }>,
  otherwise: Standing,
): Promise<Sent | Failure> {
  let plain = false;
  let tried = await attempt(method, () => call(said));
  if (tried.kind === 'content') {
    plain = true;
    tried = await attempt(method, () => call(plainly(said)));
  }
  if (tried.kind !== 'done') return tried;
  const { channel = otherwise.channel, ts = otherwise.ts } = tried.value ?? {};
  return { kind: 'sent', at: { channel, ts }, plain };
}

export function post(write: WebClient, { oid }: OutLetter, { channel, thread, said, effects, broadcast }: Post) {
  const { postMessage: say } = write.chat;
  const below =
    thread === null ? {} : broadcast ? { thread_ts: thread, reply_broadcast: true as const } : { thread_ts: thread };
  const whole = {
    channel,
    ...below,
    unfurl_links: false,
    unfurl_media: false,
    metadata: markOf(oid, effects),
  };
  return orPlainly('chat.postMessage', said, (words) => say({ ...whole, ...words }), { channel, ts: '' });
}

export const update = (write: WebClient, { channel, ts }: Standing, said: Said) =>
  orPlainly('chat.update', said, (words) => write.chat.update({ channel, ts, ...words }), { channel, ts });

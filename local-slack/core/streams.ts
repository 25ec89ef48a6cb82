/** Messages that an app writes bit by bit: each part changes the message, as `chat.update` would. */
import { groundOf } from './checks/ground.ts';
import { checkedBlocks } from './checks/message-check.ts';
import { isObj } from './checks/rule.ts';
import { identified } from './identify.ts';
import { revise } from './messages.ts';
import type { Metadata, Obj, Stored } from './model.ts';
import { refuse } from './refusal.ts';
import { richText } from './rich-text.ts';
import type { Slack } from './slack.ts';
import { normalised } from './text.ts';

const LONGEST_PART = 12_000;
const MOST_BLOCKS = 50;

export type Part = { markdown_text?: string | undefined; chunks?: unknown };

/** What the parts say, in the order given; text is a chunk like any other. */
function chunksOf({ markdown_text, chunks }: Part): Obj[] {
  if (chunks !== undefined && !Array.isArray(chunks)) return refuse('invalid_chunks');
  const given: unknown[] = [
    ...(markdown_text === undefined || markdown_text === '' ? [] : [{ type: 'markdown_text', text: markdown_text }]),
    ...((chunks as unknown[] | undefined) ?? []),
  ];
  return given.map((one) => (isObj(one) ? one : refuse('invalid_chunks')));
}

function said(chunk: Obj, name: string): string {
  const { [name]: value } = chunk;
  return typeof value === 'string' ? value : refuse('invalid_chunks');
}

function withText(blocks: Obj[], text: string): Obj[] {
  if (text.length > LONGEST_PART) return refuse('msg_blocks_too_long');
  const last = blocks.at(-1);
  if (last?.['type'] !== 'markdown') return [...blocks, { type: 'markdown', text }];
  return [...blocks.slice(0, -1), { ...last, text: `${String(last['text'])}${text}` }];
}

function task(slack: Slack, chunk: Obj): Obj {
  const rich = (name: string): Obj =>
    chunk[name] === undefined ? {} : { [name]: richText(normalised(said(chunk, name)), slack.mint.hex(5)) };
  return {
    type: 'task_card',
    task_id: said(chunk, 'id'),
    title: said(chunk, 'title'),
    status: said(chunk, 'status'),
    ...rich('details'),
    ...rich('output'),
    ...(chunk['sources'] === undefined ? {} : { sources: chunk['sources'] }),
  };
}

/** A task that is already there changes in place; details and output that come later add to what it has. */
function withTask(tasks: Obj[], fresh: Obj): Obj[] {
  const at = tasks.findIndex((one) => one['type'] === 'task_card' && one['task_id'] === fresh['task_id']);
  return at < 0 ? [...tasks, fresh] : tasks.with(at, { ...tasks[at], ...fresh });
}

function withPlan(blocks: Obj[], change: (plan: Obj) => Obj): Obj[] {
  const at = blocks.findIndex((one) => one['type'] === 'plan');
  if (at < 0) return [...blocks, change({ type: 'plan', title: 'Plan', tasks: [] })];
  return blocks.with(at, change(blocks[at] ?? {}));
}

function grown(slack: Slack, blocks: Obj[], chunk: Obj, plan: boolean): Obj[] {
  switch (chunk['type']) {
    case 'markdown_text':
      return withText(blocks, said(chunk, 'text'));
    case 'plan_update':
      return withPlan(blocks, (one) => ({ ...one, title: said(chunk, 'title') }));
    case 'task_update': {
      const fresh = task(slack, chunk);
      if (!plan) return withTask(blocks, fresh);
      return withPlan(blocks, (one) => ({ ...one, tasks: withTask((one['tasks'] as Obj[] | undefined) ?? [], fresh) }));
    }
    case 'blocks':
      return [
        ...blocks,
        ...(Array.isArray(chunk['blocks']) ? chunk['blocks'].filter(isObj) : refuse('invalid_chunks')),
      ];
    default:
      return refuse('invalid_chunks');
  }
}

/** The message's blocks after these parts, checked as a whole. */
export function grow(slack: Slack, blocks: Obj[], part: Part, plan: boolean): Obj[] {
  const whole = chunksOf(part).reduce((so_far, chunk) => grown(slack, so_far, chunk, plan), blocks);
  if (whole.length > MOST_BLOCKS) return refuse('msg_blocks_too_many');
  return identified(slack, checkedBlocks(whole, groundOf(slack)));
}

export function textOf(blocks: Obj[]): string {
  return normalised(blocks.flatMap((one) => (one['type'] === 'markdown' ? [String(one['text'])] : [])).join('\n'));
}

/** The stream of this message, if it is the app's own and still open. */
function streamOf(message: Stored): { plan: boolean } {
  if (!message.from_app) refuse('message_not_owned_by_app');
  return message.streaming ?? refuse('message_not_in_streaming_state');
}

export function append(slack: Slack, message: Stored, part: Part): void {
  const { plan } = streamOf(message);
  const blocks = grow(slack, message.blocks, part, plan);
  revise(slack, message, { blocks, text: textOf(blocks) }, null);
}

/** Ends the stream; `last` blocks stand at the bottom. */
export function stop(slack: Slack, message: Stored, part: Part, last: unknown, metadata: Metadata | undefined): void {
  const { plan } = streamOf(message);
  if (last !== undefined && !Array.isArray(last)) refuse('invalid_blocks');
  const bottom = last === undefined ? undefined : [{ type: 'blocks', blocks: last }];
  const blocks = grow(slack, grow(slack, message.blocks, part, plan), { chunks: bottom }, plan);
  if (blocks.length === 0) refuse('no_text');
  revise(
    slack,
    message,
    { blocks, text: textOf(blocks), streaming: undefined, ...(metadata ? { metadata } : {}) },
    null,
  );
}

/** The words of a message as an app sends them: text, blocks, attachments, metadata. */
import { checkedAttachments } from './checks/attachment-check.ts';
import { groundOf } from './checks/ground.ts';
import { checkedBlocks } from './checks/message-check.ts';
import { isObj } from './checks/rule.ts';
import { attached, identified } from './identify.ts';
import type { Metadata, Obj } from './model.ts';
import { refuse } from './refusal.ts';
import type { Slack } from './slack.ts';
import { normalised } from './text.ts';

const LONGEST_MARKDOWN = 12_000;
const MOST_CONTACTS = 10;
const NO_WORDS = "This content can't be displayed.";

/** Stands for a JSON argument that could not be read; each method refuses it in its own words. */
export const BROKEN_JSON = Symbol('broken json');

export type Content = {
  text?: string | undefined;
  blocks?: unknown;
  attachments?: unknown;
  markdown_text?: string | undefined;
  metadata?: unknown;
  contact_cards?: unknown;
};
export type Words = { text: string; blocks: Obj[]; attachments: Obj[] };

/** The words of a message, checked as Slack checks them. */
export function words(slack: Slack, given: Content, limitText = true): Words {
  if (given.blocks === BROKEN_JSON) refuse('invalid_blocks_format');
  if (given.attachments === BROKEN_JSON) refuse('invalid_attachments');
  if (Array.isArray(given.contact_cards) && given.contact_cards.length > MOST_CONTACTS)
    refuse('too_many_contact_cards');
  const hasBlocks = given.blocks !== undefined && given.blocks !== null && given.blocks !== '';
  const blocks = hasBlocks ? identified(slack, checkedBlocks(given.blocks, groundOf(slack), limitText)) : [];
  const attachments = given.attachments ? attached(slack, checkedAttachments(given.attachments, groundOf(slack))) : [];
  const { markdown_text: markdown } = given;
  if (markdown !== undefined && (given.text !== undefined || hasBlocks)) refuse('markdown_text_conflict');
  if (markdown !== undefined && markdown.length > LONGEST_MARKDOWN) refuse('msg_too_long');
  const body = normalised(markdown ?? given.text ?? '');
  if (body.trim() === '' && blocks.length === 0 && attachments.length === 0) refuse('no_text');
  return { text: body === '' && blocks.length > 0 ? NO_WORDS : body, blocks, attachments };
}

export function metadataOf(slack: Slack, given: unknown): Metadata | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  if (!isObj(given)) return refuse('invalid_metadata_format');
  const { event_type, event_payload } = given;
  if (typeof event_type !== 'string' || event_type === '' || !isObj(event_payload))
    return refuse('invalid_metadata_schema');
  if (JSON.stringify(given).length > slack.strictness.metadata_bytes) return refuse('metadata_too_large');
  return { event_type, event_payload };
}

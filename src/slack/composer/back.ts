import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { DraftOf } from '../../desk/drafts.ts';
import { personId, ticketNumber } from '../../domain/language.ts';
import { type FormMetadata, metadata, readMetadata } from '../codec.ts';
import { processingNamed } from '../forms/documents.ts';
import { formOf } from '../open-form.ts';
import type { Parts } from '../parts.ts';
import { voice } from '../voice.ts';
import { actsBlock, afterText, retyped, TEXT } from './blocks.ts';
import { refilled } from './refill.ts';
import { fingerprint } from './warning.ts';

/** A preview that was left: `is_cleared`, with the form under it. */
const left = z.looseObject({
  user: z.looseObject({ id: z.string().transform(personId) }),
  is_cleared: z.boolean().default(false),
  view: z.looseObject({ private_metadata: z.string(), previous_view_id: z.string().nullish() }),
});

/** Whoever goes back from a preview finds in the form the words as he has changed them there. */
export async function backFromPreview(parts: Parts, body: unknown): Promise<void> {
  const { user, is_cleared, view } = left.parse(body);
  const memory = readMetadata(view.private_metadata);
  const under = view.previous_view_id;
  if (is_cleared || !under || !memory.success) return;
  const { n, verb, was, held: _held, seen: _seen, sendAt: _at, knows: _knows, ticked: _ticked, ...rest } = memory.data;
  if (n === undefined || verb === undefined) return;
  const of = { workspace: parts.desk.workspace, person: user.id, ticket: ticketNumber(n), form: verb };
  const draft = await parts.drafts.find(of);
  const text = draft?.answers[TEXT];
  if (!draft || draft.view !== under || typeof text !== 'string' || wordsSeen(text) === was) return;
  const form = await formAnew(parts, of, { ...draft, text, memory: { ...rest, n, drawn: (rest.drawn ?? 0) + 1 } });
  if (form) await parts.read.views.update({ view_id: under, view: form });
}

/** The words under a preview, to know later whether they were changed in it. */
export const wordsSeen = (text: string): string => fingerprint([text.trim()]);

type Draft = NonNullable<Awaited<ReturnType<Parts['drafts']['find']>>>;

/** Slack keeps what stands in blocks of the same name: only what is drawn under another one changes. */
async function formAnew(
  parts: Parts,
  { person, ticket, form }: DraftOf,
  { answers, templates, ticked, text, memory }: Draft & { text: string; memory: FormMetadata & { drawn: number } },
): Promise<ModalView | null> {
  const looked = await parts.desk.look(ticket, person);
  if ('kind' in looked) return null;
  const [view, all] = await Promise.all([
    formOf(parts, form, looked, undefined),
    templates.length > 0 ? parts.templates.all(parts.desk.workspace) : [],
  ]);
  const { drawn } = memory;
  const used = all.filter(({ code }) => templates.includes(code));
  const blocks = retyped(refilled(view.blocks as KnownBlock[], processingNamed(answers)), text, drawn);
  const acts = actsBlock(used, voice(parts, person), { drawn, ticked, alone: form !== 'reply' });
  return { ...view, private_metadata: metadata(memory), blocks: afterText(blocks, acts) };
}

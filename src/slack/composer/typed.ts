import { promisedActs } from './blocks.ts';
import type { Refusal } from '../../domain/decide.ts';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import { type Template, templatesFor } from '../../domain/templates.ts';
import { mayReadInternal, type Ticket } from '../../domain/ticket.ts';
import { codeOf } from '../../desk/template-editing.ts';
import { context, inline, message, section } from '../kit.ts';
import { refusalOf } from '../looked.ts';
import { languageOf, type Parts, type Said } from '../parts.ts';
import { doneMessage } from '../views/command.ts';
import { previewMessage } from '../views/order.ts';
import { refusalMessage } from '../views/refusal.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { sendingOf } from './sending.ts';
import { leftOpen, textFor } from './templates.ts';
import { bannedIn } from './warning.ts';

type Typed = { number: TicketNumber; user: PersonId; text: string };
/** `no`: why no answer goes from here now. */
type Named = { ticket: Ticket; template: Template; words: string; no: Refusal | null };

/** `?vpn-reset`, typed by an agent in a ticket's thread: the template of that code, filled for it. Null: something else. */
export async function templateIn(parts: Parts, { number, user, text }: Typed): Promise<Named | null> {
  const [, typed] =
    new RegExp(`^\\s*(?:\\?|<@${parts.botUser}(?:\\|[^>]*)?>[\\s,:]*)([a-z][a-z0-9_-]*)\\s*$`, 'i').exec(text) ?? [];
  if (typed === undefined) return null;
  const there = await thoseFor(parts, number, user);
  if (!there) return null;
  const { looked, all } = there;
  const { ticket } = looked;
  const code = codeOf(typed);
  const template = all.find((one) => one.code === code);
  const no = refusalOf(looked, 'reply', parts.now());
  return template ? { ticket, template, words: textFor(parts, template, ticket, user), no } : null;
}

/** The templates of a ticket, for one who answers there. */
async function thoseFor(parts: Parts, number: TicketNumber, user: PersonId) {
  const looked = await parts.desk.look(number, user);
  if ('kind' in looked || !mayReadInternal(looked.actor, looked.ticket)) return null;
  const all = await parts.templates.all(parts.desk.workspace);
  return { looked, all: templatesFor(all, looked.ticket.group, '') };
}

const MOST_NAMED = 10;
/** `?nosuch`, or `?vpn-reset and more`: what there is, or that it goes alone. Null: words for people. */
export async function noTemplate(parts: Parts, { number, user, text }: Typed): Promise<Said | null> {
  const [, typed, more = ''] = /^\s*\?([a-z][a-z0-9_-]*)(?![?\w])\s*([\s\S]*)$/i.exec(text) ?? [];
  const there = typed === undefined ? null : await thoseFor(parts, number, user);
  if (typed === undefined || !there) return null;
  const { composer } = wordsOf(languageOf(parts, user));
  const known = there.all.some(({ code }) => code === codeOf(typed));
  if (more !== '' && !known) return null;
  const list = there.all.slice(0, MOST_NAMED).map(({ code, title }) => `\`?${code}\` ${inline(title)}`);
  const said = known ? composer.alone(inline(typed)) : composer.noSuch(inline(typed), list.join(' · '));
  return message(said, [section(said)]);
}

/** What the requester is going to read, and what the template does besides. */
export function showTemplate(
  parts: Parts,
  user: PersonId,
  { ticket, template, words, no }: Named,
  at: { channel: string; ts: string },
): Said {
  const scene = voice(parts, user);
  const banned = bannedIn(parts, { ticket, text: words });
  const said = previewMessage({ ...scene, ticket, verb: 'reply', words, at, banned, no });
  const more = no ? [] : [leftOpen(parts, template, ticket, user), promisedActs(template, scene)];
  return { ...said, blocks: [...said.blocks, ...more.flatMap((one) => (one === null ? [] : [context(one)]))] };
}

/** It was looked at and goes, once however often it is pressed. */
export async function sendTemplate(
  parts: Parts,
  user: PersonId,
  { ticket, template, words }: Named,
  at: { channel: string; ts: string },
): Promise<Said | null> {
  const key = `msg:${at.channel}:${at.ts}`;
  const acts = template.acts.map((_, nth) => `${template.code}.${nth}`);
  const { number } = ticket;
  const sending = await sendingOf(parts, { number, user, verb: 'reply', input: { text: words }, ticked: acts });
  if ('why' in sending) return message(sending.why, [section(`🚫 ${sending.why}`)]);
  const { verb, input, acts: besides } = sending;
  const templates = [template.code];
  const outcome = await parts.desk.act(number, { verb, by: user, input, key, knowing: true, besides, templates });
  if (outcome.kind === 'refused') return refusalMessage(outcome, voice(parts, user));
  if (outcome.kind === 'repeated') return null;
  const { version: seq } = outcome.ticket;
  return doneMessage({ ...voice(parts, user), verb, number, seq: besides.length === 0 ? seq : null });
}

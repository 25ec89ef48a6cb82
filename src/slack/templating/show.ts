import type { KnownBlock, ModalView } from '@slack/types';
import { templatesOf } from '../../desk/template-editing.ts';
import type { Localized } from '../../domain/fields.ts';
import { LANGUAGES, type PersonId, type TicketNumber } from '../../domain/language.ts';
import { goId, metadata, ticketId } from '../codec.ts';
import { drawnFor } from '../composer/preview.ts';
import { textFor } from '../composer/templates.ts';
import { actions, bold, context, divider, modal, quote, searchSelect, section } from '../kit.ts';
import type { Parts } from '../parts.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { factBlocks } from './view.ts';

const LONGEST = 2900;

type Shown = {
  code: string;
  place: { page: number; find: string };
  /** The ticket on which it is tried. */
  on?: TicketNumber | null;
  saved?: boolean;
};

/** One template as it is written, and as the requester of a ticket would read it. Nothing is sent. */
export async function showView(
  parts: Parts,
  user: PersonId,
  { code, place, on = null, saved }: Shown,
): Promise<ModalView> {
  const scene = voice(parts, user);
  const { templating: words, forms } = wordsOf(scene.language);
  const mine = await templatesOf(parts, user);
  const template = mine?.all.find((one) => one.code === code);
  const frame = { title: words.titles.show, close: forms.close };
  if (!template) return modal(frame, [section(`⚠️ ${words.gone}`)]);
  const looked = on === null ? null : await parts.desk.look(on, user);
  const ticket = looked && !('kind' in looked) ? looked.ticket : null;
  const text = ticket ? textFor(parts, template, ticket, user) : '';
  const tried = ticket
    ? (await drawnFor(parts, user, { number: ticket.number, verb: 'reply', input: {}, memory: {} }, text)).blocks
    : [];
  return modal({ ...frame, metadata: metadata({ key: code, ...place }) }, [
    ...(saved ? [context(`✅ ${words.saved}`)] : []),
    ...factBlocks(template, scene),
    ...writtenIn(template.text, scene.language),
    divider,
    section(bold(words.ask.ticket.label)),
    ...actions([searchSelect(goId('template', 'try'), { placeholder: words.ask.ticket.placeholder })], 'try'),
    ...(ticket ? [section(bold(ticketId(ticket.number))), ...tried] : [context(words.nobodysTicket)]),
  ]);
}

function writtenIn(text: Localized, language: 'en' | 'it'): KnownBlock[] {
  const { templating: words, search } = wordsOf(language);
  if (typeof text === 'string') return [section(`${words.inAll}\n${quote(text, LONGEST)}`)];
  return LANGUAGES.flatMap((one) =>
    text[one] === undefined ? [] : [section(`${search.languages[one]}\n${quote(text[one], LONGEST)}`)],
  );
}

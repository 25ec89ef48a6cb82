import type { Book } from '../../desk/book.ts';
import type { Drawing } from '../../desk/outbox.ts';
import type { Language } from '../../domain/language.ts';
import { wordsOf } from '../words/catalog.ts';
import { filesIn, isRequesters } from './events.ts';
import { rawGroup, rawName, shownState } from './facts.ts';
import { ticketId } from '../codec.ts';
import { plainText } from '../text.ts';
import { markOf } from './sending.ts';
import type { Line } from './talk.ts';

export type TranscriptModel = {
  drawing: Drawing;
  /** What the reader may read, oldest first. */
  told: readonly Line[];
  /** With the words of agents among themselves; whoever asks has been found to be allowed. */
  internal: boolean;
  book: Book;
  language: Language;
  now: Date;
};

/** What was said about a ticket, as a Markdown text. Words that were deleted are not there, changed ones say so. */
export function transcript({ drawing: { ticket }, told, internal, book, language, now }: TranscriptModel): string {
  const words = wordsOf(language);
  const { transcript: said, facts } = words.show;
  const name = (person: typeof ticket.requester | null) => flat(rawName(book, person, words));
  const entries = told.flatMap((one) => {
    if (!one.said || (one.said.audience === 'internal' && !internal)) return [];
    const marks = [
      ...(one.said.audience === 'internal' ? [words.show.tabs.internal.toUpperCase()] : []),
      ...(isRequesters(one, ticket) ? [words.events.fromRequester] : []),
      ...(one.said.editedAt ? [words.events.edited] : []),
      ...(internal ? [markOf(one, ticket, words) ?? []].flat() : []),
    ];
    const files = filesIn(one).map((file) => `\n📎 ${flat(file.name)} ${file.link}`);
    const head = [name(one.said.author), moment(one.said.at), ...marks].join(' · ');
    return [`### ${head}\n\n${quoted(one.said.text)}${files.join('')}`];
  });
  return [
    `# ${ticketId(ticket.number)} ${flat(ticket.title)}`,
    `**${internal ? said.both : said.main}**`,
    [
      `- ${facts.state}: ${internal ? words.ticket.states[ticket.state] : plainText(shownState(ticket, book, words), book)}`,
      `- ${facts.requester}: ${name(ticket.requester)}`,
      `- ${facts.assignee}: ${ticket.assignee === null ? words.ticket.nobody : name(ticket.assignee)}`,
      `- ${facts.group}: ${flat(rawGroup(book, ticket.group))}`,
      `- ${said.made}: ${moment(now)}`,
    ].join('\n'),
    `### ${name(ticket.creator)} · ${moment(ticket.createdAt)} · ${words.show.content}\n\n${quoted(ticket.content)}`,
    ...entries,
    '',
  ].join('\n\n');
}

const moment = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();
/** Every line marked, so that nobody's words can look like a heading of ours. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

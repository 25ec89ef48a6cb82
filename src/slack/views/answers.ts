import type { Button, KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type Book, typeOf } from '../../desk/book.ts';
import type { Drawing } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import { answerTo, asAsked, chosenIn, type Field, filesAnswered, inLanguage } from '../../domain/fields.ts';
import { type Language, type PersonId, personId } from '../../domain/language.ts';
import { isOpenTicket, isTheirs, type Ticket } from '../../domain/ticket.ts';
import { ownToChange } from '../../domain/verbs/own-answers.ts';
import { actions, bold, context, cut, inline, section, sections } from '../kit.ts';
import type { Leaf } from '../leaf.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { rawName } from './facts.ts';
import { showButton, tabButton, verbButton } from './presses.ts';

type Reader = { book: Book; language: Language };

/** An answer as people read it, raw: options and persons by their names, days in their language. */
export function answerInWords({ ask, options = [] }: Field, answer: string, { book, language }: Reader): string {
  const labelOf = (key: string) => {
    const option = options.find((each) => each.key === key);
    return option ? inLanguage(option.label, language) : key;
  };
  if (ask === 'several') return chosenIn(answer).map(labelOf).join(', ');
  if (ask === 'file') {
    const names = filesAnswered(answer).map(({ name }) => name);
    return names.length === 0 ? answer : `📎 ${names.join(', ')}`;
  }
  if (ask === 'user') return rawName(book, personId(answer), wordsOf(language));
  const at = ask === 'date' ? new Date(`${answer}T00:00:00Z`) : null;
  if (!at || Number.isNaN(at.getTime())) return labelOf(answer);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** What everybody may read of the answers, by their keys, raw, as people read them. */
export const rawAnswers = (
  { type, fields }: Pick<Ticket, 'type' | 'fields'>,
  reader: Reader,
): Record<string, string> => {
  const asked = typeOf(reader.book, { type })?.fields ?? [];
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, answer]) => {
      const field = asked.find((one) => one.key === key);
      if (answer === '' || field?.audience === 'agent') return [];
      return [[key, field ? answerInWords(field, answer, reader) : answer]];
    }),
  );
};

const MOST = 5;
const ON_CARD = 150;
const ALL = 70_000;

type Line = { label: string; answer: string };
/** `internal`: for whoever reads what agents say among themselves. `covered`: personal answers only as given. */
type Reading = Reader & { internal: boolean; covered: boolean };
const COVERED = '•••';

/** The answers: what was asked, and what was said. What is asked no more stands under its key: nobody knows whether it is personal. */
function answersOf(ticket: Ticket, { internal, covered, ...reader }: Reading): Line[] {
  const asked = typeOf(reader.book, ticket)?.fields ?? [];
  const known = new Set(asked.map(({ key }) => key));
  const said = asked.flatMap((field): Line[] => {
    const answer = field.audience === 'agent' && !internal ? '' : answerTo(field, ticket);
    const label = inline(inLanguage(field.label, reader.language));
    const shown = field.audience === 'agent' ? `🔒 ${label}` : label;
    const said = covered && field.personal ? COVERED : inline(answerInWords(field, answer, reader));
    return answer === '' ? [] : [{ label: shown, answer: said }];
  });
  const left = Object.entries({ ...ticket.fields, ...(internal && ticket.agentFields) }).flatMap(
    ([key, answer]): Line[] =>
      known.has(key) || answer === '' ? [] : [{ label: inline(key), answer: covered ? COVERED : inline(answer) }],
  );
  return [...said, ...left];
}

/** The page of a ticket's information on which personal answers are uncovered. */
const UNCOVERED: Leaf = { tab: 'info', page: 1 };
type Opened = Omit<Reading, 'covered'> & { viewer: PersonId; leaf: Leaf };
/**
 * All answers, in the ticket's own window. Those that are personal are open to whoever gave them; agents uncover them as they
 * need them, and everybody else reads only that they were given.
 */
export function answerBlocks(ticket: Ticket, { viewer, leaf, ...reader }: Opened): KnownBlock[] {
  const { fields: words } = wordsOf(reader.language);
  const own = isTheirs(ticket, viewer);
  const uncovered = own || (reader.internal && leaf.page === UNCOVERED.page);
  const lines = answersOf(ticket, { ...reader, covered: !uncovered });
  if (lines.length === 0) return [];
  const turns = reader.internal && !own && hasCovered(ticket, reader);
  const to = uncovered ? { ...UNCOVERED, page: 0 } : UNCOVERED;
  return [
    ...sections(lines.map(({ label, answer }) => `${bold(label)}: ${answer}`).join('\n'), ALL),
    ...(turns ? actions([tabButton(ticket.number, to, 'personal', uncovered ? words.cover : words.uncover)]) : []),
  ];
}
const hasCovered = (ticket: Ticket, { book }: Reader): boolean => {
  const open = (typeOf(book, ticket)?.fields ?? []).filter(({ personal }) => !personal).map(({ key }) => key);
  return Object.entries({ ...ticket.fields, ...ticket.agentFields }).some(
    ([key, answer]) => answer !== '' && !open.includes(key),
  );
};

const answersKept = z.record(z.string(), z.string()).catch({});
/** What whoever asked has changed: what was there, and what is there now; of personal data only that it is another. */
export function answersTold({ verb, input }: Told, ticket: Ticket, reader: Reader): string[] {
  if (verb !== 'change_answers') return [];
  const asked = typeOf(reader.book, ticket)?.fields ?? [];
  const were = answersKept.parse(input['were']);
  const given = answersKept.parse(input['fields']);
  return asAsked(asked, Object.keys(given)).map((key) => {
    const answer = given[key] ?? '';
    const field = asked.find((one) => one.key === key);
    const said = (one: string) =>
      one === '' ? '–' : cut(inline(field ? answerInWords(field, one, reader) : one), ON_CARD);
    const was = !field || field.personal ? undefined : were[key];
    const change = was === undefined ? wordsOf(reader.language).fields.changed : `${said(was)} → ${said(answer)}`;
    return `• ${inline(field ? inLanguage(field.label, reader.language) : key)}: ${change}`;
  });
}

/** The first of them on a card that agents and managers read; personal ones are uncovered in the ticket's window. */
export function fieldsOf({ ticket }: Drawing, { book, language }: Reader): KnownBlock[] {
  const words = wordsOf(language);
  const all = answersOf(ticket, { book, language, internal: true, covered: true });
  const lines = all.slice(0, MOST).map(({ label, answer }) => `${label}: ${cut(answer, ON_CARD)}`);
  const left = all.length - lines.length;
  return [
    ...(lines.length === 0 ? [] : [context(...lines)]),
    ...(left > 0 ? [section(words.fields.more(left), showButton(ticket.number, words))] : []),
  ];
}

/** Is there an answer that whoever asked may put right himself? */
export const hasOwnAnswers = (ticket: Ticket, book: Book): boolean =>
  isOpenTicket(ticket) && ownToChange(typeOf(book, ticket)?.fields ?? []).length > 0;
export const answersButton = (ticket: Ticket, book: Book, { verbs }: Catalog): Button[] =>
  hasOwnAnswers(ticket, book) ? [verbButton('change_answers', ticket.number, verbs.labels.change_answers)] : [];

import { typeOf } from '../../desk/book.ts';
import type { KnownBlock } from '@slack/types';
import { answerTo, type Field, inLanguage } from '../../domain/fields.ts';
import { personId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { triggeredBy } from '../../domain/verbs/triggering.ts';
import type { Leaf } from '../leaf.ts';
import { context, cut, date, inline, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { factsOf, publicFacts, wordsWith } from './events.ts';
import { answerInWords } from './answers.ts';
import { pageButton } from './presses.ts';
import { followersOf, groupName, nameOf, processingName, type Scene, tagsOf } from './facts.ts';
import { type Line, pageOf } from './talk.ts';

/** Whose log the reader may read: of all triggers, of some, or of none. */
export type Logs = 'all' | ReadonlySet<string> | null;
type HistoryModel = Scene & { told: readonly Line[]; ticket: Ticket; leaf: Leaf; internal: boolean; logs?: Logs };

const PAGE = 20;
const SENTENCE = 600;
const WORDS = 300;
const VALUE = 150;

/** What happened, the newest first: who, what, with what, when, and what it changed. */
export function historyBlocks({ told, ticket, leaf, internal, logs = null, ...scene }: HistoryModel): KnownBlock[] {
  const { language } = scene;
  const words = wordsOf(language);
  const { shown, turn } = pageOf(told.toReversed(), PAGE, { ticket, leaf, language });
  return [
    ...(shown.length === 0 ? [context(words.show.nothingSaid)] : []),
    ...shown.map((one) =>
      section(eventText(one, ticket, internal, scene), internal ? whyButton(one, ticket, logs, words) : undefined),
    ),
    ...turn,
  ];
}

/** Beside what a trigger did: leads to its log. */
function whyButton({ input, seq }: Line, { number }: Ticket, logs: Logs, words: Catalog) {
  const by = triggeredBy.safeParse(input['trigger']);
  if (!by.success || logs === null || (logs !== 'all' && !logs.has(by.data.key))) return undefined;
  return pageButton('trigger', 'why', `why.${number}.${seq}`, words.triggers.list.log.why);
}

function eventText(one: Line, ticket: Ticket, internal: boolean, scene: Scene): string {
  const words = wordsOf(scene.language);
  const facts = factsOf(one, ticket, scene.book, words);
  const happened = cut(words.events.thread[one.verb](internal ? facts : publicFacts(facts)), SENTENCE);
  const how = one.surface && one.surface !== 'clock' ? words.show.surfaces[one.surface] : null;
  const by = internal ? pressedBy(one, scene, words) : null;
  const head = [happened, by, how, date(one.at)].filter(Boolean).join(' · ');
  const said = internal ? wordsWith(one) : (one.said?.text ?? null);
  return [
    head,
    ...(internal ? changesOf(one, scene, words).map((change) => `• ${change}`) : []),
    ...(said === null ? [] : [quote(said, WORDS)]),
  ].join('\n');
}

/** Who had an answer sent that somebody else had written for a time. */
function pressedBy({ input: { pressed } }: Line, { book }: Scene, words: Catalog): string | null {
  return typeof pressed === 'string' ? words.sending.pressed(nameOf(book, personId(pressed), words)) : null;
}

/** What a ticket shows of itself that an event may change, as words. */
const SHOWN: readonly {
  fact: 'state' | 'assignee' | 'group' | 'priority' | 'title' | 'kind' | 'requester' | 'tags' | 'followers';
  of(ticket: Ticket, scene: Scene, words: Catalog): string;
}[] = [
  { fact: 'state', of: ({ state }, _scene, words) => words.ticket.states[state] },
  {
    fact: 'assignee',
    of: ({ assignee }, { book }, words) => (assignee === null ? words.ticket.nobody : nameOf(book, assignee, words)),
  },
  { fact: 'group', of: ({ group }, { book }) => groupName(book, group) },
  { fact: 'requester', of: ({ requester }, { book }, words) => nameOf(book, requester, words) },
  { fact: 'priority', of: ({ priority }, _scene, words) => words.ticket.priorities[priority] },
  { fact: 'kind', of: ({ kind }, _scene, words) => words.ticket.kinds[kind] },
  { fact: 'tags', of: ({ tags }) => tagsOf(tags) || '–' },
  { fact: 'followers', of: (ticket, { book }, words) => followersOf(ticket, book, words) || '–' },
  { fact: 'title', of: ({ title }) => cut(inline(title), VALUE) },
];

function changesOf({ before, after }: Line, scene: Scene, words: Catalog): string[] {
  if (!before || !after) return [];
  const facts = SHOWN.flatMap(({ fact, of }) => {
    const [from, to] = [of(before, scene, words), of(after, scene, words)];
    return from === to ? [] : [`${words.show.facts[fact]}: ${from} → ${to}`];
  });
  return [...facts, ...documentsChanged(before, after, scene, words), ...answersChanged(before, after, scene, words)];
}

function documentsChanged(before: Ticket, after: Ticket, { book, language }: Scene, { processing }: Catalog): string[] {
  const about = (ticket: Ticket) => processingName(ticket, book, language) ?? '–';
  const solved = ({ solution }: Ticket) => (solution === null ? '–' : cut(inline(solution), VALUE));
  return [
    ...(before.processing === after.processing
      ? []
      : [`${processing.facts.processing}: ${about(before)} → ${about(after)}`]),
    ...(before.solution === after.solution
      ? []
      : [`${processing.facts.solution}: ${solved(before)} → ${solved(after)}`]),
  ];
}

/** Of personal data only that it is another. */
function answersChanged(before: Ticket, after: Ticket, scene: Scene, words: Catalog): string[] {
  const asked = typeOf(scene.book, after)?.fields ?? [];
  const said = (field: Field, answer: string) =>
    answer === '' ? '–' : cut(inline(answerInWords(field, answer, scene)), VALUE);
  return asked.flatMap((field) => {
    const [from, to] = [answerTo(field, before), answerTo(field, after)];
    if (from === to) return [];
    const label = inline(inLanguage(field.label, scene.language));
    return [`${label}: ${field.personal ? words.fields.changed : `${said(field, from)} → ${said(field, to)}`}`];
  });
}

import { z } from 'zod';
import { type Book, typeOf } from '../../desk/book.ts';
import type { Told } from '../../desk/told.ts';
import { cause } from '../../domain/causes.ts';
import { asAsked, inLanguage } from '../../domain/fields.ts';
import { gap } from '../../domain/chain.ts';
import { shortName } from '../../domain/files.ts';
import {
  CLOCKS,
  groupKey,
  type Language,
  KINDS,
  PENDING_KINDS,
  PRIORITIES,
  type PersonId,
  personId,
  RESOLVE_REASONS,
  STATES,
  ticketNumber,
} from '../../domain/language.ts';
import { PERSONAL } from '../../domain/masking/patterns.ts';
import { type Ticket, UNDELIVERED_WHYS } from '../../domain/ticket.ts';
import { triggeredBy } from '../../domain/verbs/triggering.ts';
import { seenFromThere } from '../../domain/verbs/linking.ts';
import { ticketId } from '../codec.ts';
import { cut, date, inline } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';
import type { EventFacts } from '../words/told.ts';
import { groupName, nameOf, tagsOf } from './facts.ts';

const LONGEST = 300;
const FILE = 60;

const wordIn = (told: Told, key: string): string | null => {
  const word = told.input[key];
  return typeof word === 'string' && word !== '' ? word : null;
};
const lineIn = (told: Told, key: string): string | null => {
  const word = wordIn(told, key);
  return word === null ? null : cut(inline(word), LONGEST);
};
const numberIn = (told: Told, key: string): string | null => {
  const number = told.input[key];
  return typeof number === 'number' ? ticketId(ticketNumber(number)) : null;
};
const tagsIn = ({ input }: Told, key: string): string => tagsOf(z.array(z.string()).safeParse(input[key]).data ?? []);
function momentIn(told: Told, key: string): string | null {
  const given = told.input[key];
  if (typeof given !== 'string' && !(given instanceof Date)) return null;
  const at = new Date(given);
  return Number.isNaN(at.getTime()) ? null : date(at);
}

/** Who could not be asked. */
function passedIn(told: Told, book: Book, words: Catalog): string | null {
  const gaps = z.array(gap).safeParse(told.input['passed']).data ?? [];
  const lines = gaps.map(({ step, person, why, until }) =>
    words.forms.gap({ step, who: person && nameOf(book, person, words), why, until: until && date(until) }),
  );
  return lines.length === 0 ? null : cut(lines.join(' · '), LONGEST);
}

/** Which of its type's questions were answered anew. */
function questionsIn({ input }: Told, ticket: Ticket, book: Book, language: Language): string | null {
  const keysOf = (given: unknown) => Object.keys(z.record(z.string(), z.unknown()).safeParse(given).data ?? {});
  const keys = [...keysOf(input['fields']), ...keysOf(input['agent_fields'])];
  const asked = typeOf(book, ticket)?.fields ?? [];
  const labels = asAsked(asked, keys).map((key) => asked.find((field) => field.key === key)?.label ?? key);
  return labels.length === 0 ? null : cut(inline(labels.map((one) => inLanguage(one, language)).join(', ')), LONGEST);
}

const triggerIn = ({ input }: Told): string | null => {
  const by = triggeredBy.safeParse(input['trigger']);
  return by.success ? cut(inline(by.data.name), LONGEST) : null;
};
const named = z.array(z.string().transform(personId));
const peopleIn = ({ input }: Told): PersonId[] => named.safeParse(input['people']).data ?? [];

export const isRequesters = ({ by }: Told, ticket: Ticket): boolean =>
  by !== null && (by === ticket.requester || by === ticket.creator);

const DOCUMENTS = ['processing', 'solution'] as const;

const triggered = (told: Told, name: (person: PersonId) => string) => ({
  trigger: triggerIn(told),
  told: peopleIn(told).map(name).join(', ') || null,
});
/** What masking took away, or brought back. */
function maskedIn({ input }: Told, { masking }: Catalog): Pick<EventFacts, 'removed' | 'revealed'> {
  const kinds = z.array(z.enum(PERSONAL)).safeParse(input['kinds']).data ?? [];
  return {
    removed: z.array(z.number()).safeParse(input['removes']).data?.length ?? 0,
    revealed: { kinds: kinds.map((kind) => masking.kinds[kind]).join(', '), left: Number(input['left'] ?? 0) > 0 },
  };
}

/** Why somebody did it, in his own words; elsewhere a reason is one of ours. */
const REASONED: readonly Told['verb'][] = ['withdraw', 'decline', 'unmask', 'destroy'];

const unsentBy = (told: Told, state: string) => ({
  why: wordIn(told, 'why') ?? '',
  state,
  waits: told.input['act'] !== undefined,
});

/** One event, ready for a sentence. What does not belong to its verb is null. */
export function factsOf(told: Told, ticket: Ticket, book: Book, words: Catalog): EventFacts {
  const name = (person: PersonId | null) => nameOf(book, person, words);
  const to = wordIn(told, 'to');
  const group = wordIn(told, 'group');
  const given = wordIn(told, 'given');
  return {
    verb: told.verb,
    who: told.by === null ? null : name(told.by),
    id: ticketId(ticket.number),
    title: (told.verb === 'escalate_to_team' && lineIn(told, 'title')) || inline(ticket.title),
    requester: name(ticket.requester),
    byRequester: told.verb === 'create' ? told.by === ticket.requester : isRequesters(told, ticket),
    to: to === null ? null : name(personId(to)),
    group: group === null ? null : groupName(book, groupKey(group)),
    pending: PENDING_KINDS.find((kind) => kind === told.input['kind']) ?? null,
    waitingFor: lineIn(told, 'waiting_for'),
    wakeAt: momentIn(told, told.verb === 'schedule' ? 'when' : 'wake_at'),
    reason: REASONED.includes(told.verb) ? lineIn(told, 'reason') : null,
    resolved: RESOLVE_REASONS.find((reason) => reason === told.input['reason']) ?? null,
    spam: told.input['reason'] === 'spam',
    duplicateOf: numberIn(told, 'duplicate_of'),
    other: numberIn(told, 'with') ?? numberIn(told, 'into') ?? numberIn(told, 'made'),
    linked: {
      how: seenFromThere.safeParse(told.input['how']).data ?? 'related',
      gone: told.input['gone'] === true,
    },
    ended: told.input['ended'] === 'cancelled' || told.input['ended'] === 'spam' ? told.input['ended'] : 'done',
    issue: lineIn(told, 'issue'),
    child: numberIn(told, 'child'),
    parent: ticket.parent && ticketId(ticket.parent),
    how: STATES.find((state) => state === told.input['how']) ?? null,
    score: typeof told.input['score'] === 'number' ? told.input['score'] : null,
    edited: {
      title: told.verb === 'edit' ? lineIn(told, 'title') : null,
      priority: PRIORITIES.find((one) => one === told.input['priority']) ?? null,
      kind: told.verb === 'edit' ? (KINDS.find((one) => one === told.input['kind']) ?? null) : null,
      answers:
        told.verb === 'edit' || told.verb === 'change_answers' ? questionsIn(told, ticket, book, words.language) : null,
      documents: told.verb === 'edit' ? DOCUMENTS.filter((one) => told.input[one] !== undefined) : [],
    },
    typed: told.input['source'] !== undefined,
    internal: told.input['audience'] === 'internal',
    promoted: told.input['promoted'] !== undefined,
    tags: { add: tagsIn(told, 'add'), remove: tagsIn(told, 'remove') },
    agreement: lineIn(told, 'agreement'),
    ...maskedIn(told, words),
    ...triggered(told, name),
    undelivered: UNDELIVERED_WHYS.find((one) => one === told.input['why']) ?? null,
    unsent: told.verb === 'send_back' ? unsentBy(told, words.ticket.stateIs[ticket.state]) : null,
    expires: null,
    reopens: true,
    clock: CLOCKS.find((clock) => clock === told.input['clock']) ?? null,
    due: momentIn(told, 'due'),
    cause: cause.safeParse(told.input['cause']).data ?? null,
    given: given === null ? null : name(personId(given)),
    passed: passedIn(told, book, words),
    mine: false,
  };
}

/** The same for whom the ticket is: nothing that agents wrote for themselves. */
export const publicFacts = (facts: EventFacts): EventFacts => ({
  ...facts,
  waitingFor: facts.pending === 'requester' ? facts.waitingFor : null,
  reason: null,
  agreement: null,
  issue: null,
});

/** Those of an answer that was not sent. */
const unsentFiles = ({ verb, input }: Pick<Told, 'verb' | 'input'>): unknown =>
  verb === 'send_back' ? (Object(input['answer']) as Record<string, unknown>)['files'] : [];

const file = z.looseObject({ name: z.string(), link: z.string() });
/** The files that came with the words, by reference. */
export const filesIn = ({ verb, input, said }: Told) =>
  z.array(file).safeParse(said || verb === 'create' ? input['files'] : unsentFiles({ verb, input })).data ?? [];

/** The same as links. */
export const filesOf = (told: Told): string => linksTo(filesIn(told));

/** Links to files; empty when there are none. */
export function linksTo(files: readonly { name: string; link: string }[]): string {
  const links = files.map(({ name, link }) => {
    const label = inline(shortName(name, FILE));
    return /^https?:\/\/[^\s<>|]+$/.test(link) ? `<${link}|${label}>` : label;
  });
  return links.length === 0 ? '' : `📎 ${links.join(', ')}`;
}

const unsent = z.looseObject({ text: z.string() });
/** What was written for a time, and came back. */
const unsentIn = ({ verb, input }: Told): string | null =>
  verb === 'send_back' ? (unsent.safeParse(input['answer']).data?.text ?? null) : null;

/** What was written with an event, raw: a message, a note, a question to a manager. */
export const wordsWith = (told: Told): string | null =>
  told.said?.text ?? unsentIn(told) ?? wordIn(told, 'note') ?? (told.verb === 'escalate' ? wordIn(told, 'ask') : null);

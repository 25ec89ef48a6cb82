import type { Channel, Person, Priority, State } from '../../src/domain/language.ts';
import type { Search } from '../../src/domain/search.ts';
import { type Name, NAMES_OF, who } from '../make.ts';

/** Search as anybody would write it who has all tickets in hand and all the time in the world. Shares nothing with the real one. */

export type Kept = {
  number: number;
  state: State;
  title: string;
  content: string;
  group: string;
  priority: Priority;
  channel: Channel;
  language: string;
  type: string | null;
  fields: Partial<Record<'customer_code' | 'phone' | 'email' | 'name', string>>;
  processing: string | null;
  solution: string | null;
  requester: Name;
  creator: Name;
  assignee: Name | null;
  target: Name;
  consulted: Name[];
  followers: Name[];
  parent: number | null;
  asker: string | null;
  private: boolean;
  archived: boolean;
  score: number | null;
  tags: string[];
  created: Date;
  updated: Date;
  main: string[];
  internal: string[];
  takenBack: string[];
};

const DONE = ['resolved', 'completed', 'cancelled', 'spam'];
const PARENTS: Record<string, string> = { 'technical.how_to': 'technical', 'technical.other': 'technical' };

export function expected(all: readonly Kept[], search: Search, viewer: Person): number[] {
  const sort = search.sort ?? 'updated';
  const rank = { low: 0, normal: 1, high: 2, urgent: 3 };
  const key = (t: Kept): number[] =>
    sort === 'updated'
      ? [-t.updated.getTime(), -t.number]
      : sort === 'created'
        ? [-t.created.getTime(), -t.number]
        : sort === 'oldest'
          ? [t.created.getTime(), t.number]
          : [-rank[t.priority], -t.updated.getTime(), -t.number];
  return all
    .filter((t) => fits(t, search, viewer))
    .sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      const at = x.findIndex((value, nth) => value !== y[nth]);
      return at < 0 ? 0 : x[at]! - y[at]!;
    })
    .map(({ number }) => number);
}

const held = (t: Kept): Name | null => (t.state === 'new' ? null : (t.assignee ?? 'ana'));

function sees(t: Kept, { id, agentOf, leadOf, admin, active }: Person): 'all' | 'main' | 'nothing' {
  if (!active) return 'nothing';
  const seats = [...agentOf, ...leadOf].map(String);
  if (t.state === 'spam' && !(leadOf.map(String).includes(t.group) || (admin && !t.private))) return 'nothing';
  const assignee = held(t);
  const desk =
    seats.includes(t.group) ||
    (assignee && who[assignee] === id) ||
    (t.state === 'escalated' && who[t.target] === id) ||
    t.consulted.some((one) => who[one] === id) ||
    (admin && !t.private);
  if (desk) return 'all';
  const asks =
    who[t.requester] === id ||
    who[t.creator] === id ||
    (!t.private && t.parent === null && t.followers.some((one) => who[one] === id)) ||
    (t.asker !== null && seats.includes(t.asker)) ||
    (t.state === 'escalated' && assignee !== null && who[assignee] === id);
  return asks ? 'main' : 'nothing';
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss');
const spaceless = /[\p{scx=Han}\p{scx=Hangul}\p{scx=Hiragana}\p{scx=Katakana}]/u;

/** A text as words with one space between them. */
const row = (text: string): string => ` ${(plain(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ')} `;

/** What is looked for stands in one of the texts: a word as a beginning if it is long enough, in quotes exactly. */
function says(texts: readonly string[], looked: string): boolean {
  const rows = texts.map(row);
  const quoted = looked.startsWith('"');
  const parts = quoted ? [looked] : looked.split(/[\s’']+/);
  const wanted = parts.map((part) => row(part).trim()).filter((part) => part !== '');
  if (wanted.length === 0) return false;
  return wanted.every((part) =>
    rows.some((text) => {
      if (spaceless.test(part)) return text.includes(part);
      const last = part.split(' ').at(-1) ?? '';
      return text.includes(quoted || last.length < 3 ? ` ${part} ` : ` ${part}`);
    }),
  );
}

/** What agents call a ticket is theirs. */
export const isInside = ({ admin, agentOf, leadOf }: Person): boolean => admin || agentOf.length + leadOf.length > 0;

function fits(t: Kept, s: Search, viewer: Person): boolean {
  const sight = sees(t, viewer);
  if (sight === 'nothing') return false;
  const any = <T>(wanted: readonly T[] | undefined, has: (value: T) => boolean) =>
    wanted === undefined || wanted.some(has);
  const answers = Object.values(t.fields).filter((value) => value !== undefined);
  const words = [t.title, t.content, ...answers, ...t.main];
  const open = !DONE.includes(t.state);
  const whichever = s.text !== undefined || s.numbers !== undefined || s.archived === 'only';
  const asked = s.states ?? (whichever ? undefined : ['open' as const]);
  const assignee = held(t);
  const names = [NAMES_OF[t.requester], ...(t.fields.name ? [t.fields.name] : [])];
  const digits = (text: string) => text.replaceAll(/\D/g, '');
  return (
    (t.state !== 'spam' || s.numbers !== undefined || (asked?.includes('spam') ?? false)) &&
    any(asked, (state) => (state === 'open' ? open : state === t.state)) &&
    (s.archived === 'also' ||
      (s.archived === undefined && s.numbers !== undefined) ||
      t.archived === (s.archived === 'only')) &&
    (s.text === undefined ||
      says(words, s.text) ||
      (sight === 'all' && says([...words, ...t.internal, t.solution ?? ''], s.text))) &&
    (s.title === undefined || says([t.title], s.title)) &&
    any(s.numbers, (number) => number === t.number) &&
    within(t.created, s.created) &&
    within(t.updated, s.updated) &&
    any(s.priorities, (one) => one === t.priority) &&
    any(s.groups, (one) => one === t.group) &&
    any(s.agents, (one) => one === (assignee === null ? 'nobody' : who[assignee])) &&
    any(s.channels, (one) => one === t.channel) &&
    any(s.types, (one) => t.type !== null && (one === t.type || one === PARENTS[t.type])) &&
    (s.processing === undefined || isInside(viewer)) &&
    any(s.processing, (one) => one.toLowerCase() === t.processing?.toLowerCase()) &&
    (s.customer === undefined ||
      s.customer.toLowerCase().replaceAll(' ', '') === t.fields.customer_code?.toLowerCase().replaceAll(/[ -]/g, '')) &&
    (s.name === undefined ||
      s.name
        .split(' ')
        .every((part) => names.some((one) => one.split(' ').some((word) => plain(word).startsWith(plain(part)))))) &&
    any(s.users, (one) => one === who[t.requester]) &&
    any(s.creators, (one) => one === who[t.creator]) &&
    any(s.followers, (one) => t.followers.some((name) => one === who[name])) &&
    (s.email === undefined ||
      [t.fields.email?.toLowerCase() ?? '', `${t.requester}@acme.example`]
        .flatMap((one) => [one, one.slice(one.indexOf('@'))])
        .some((one) => one !== '' && one.startsWith(s.email!.toLowerCase()))) &&
    (s.phone === undefined ||
      (digits(s.phone).replace(/^0+/, '') !== '' &&
        digits(t.fields.phone ?? '').endsWith(digits(s.phone).replace(/^0+/, '')))) &&
    any(s.languages, (one) => one === t.language) &&
    any(s.tags, (one) => t.tags.some((tag) => plain(tag) === plain(one))) &&
    any(s.moods, (one) => t.score !== null && (one === 'happy' ? t.score >= 4 : t.score <= 2))
  );
}

/** Days in Rome, which is one hour ahead in these weeks, and was two before the 25th of October. */
function within(at: Date, days: Search['created']): boolean {
  const local = at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
  return (days?.from === undefined || local >= days.from) && (days?.before === undefined || local < days.before);
}

import { ticketNumber } from '../language.ts';
import { type Asked, MOST_NUMBER, MOST_TEXT, MOST_VALUES } from '../search.ts';
import {
  type Condition,
  conditionOf,
  CONDITIONS,
  conditionWords,
  type ConditionBy,
  fold,
  type Lexicon,
} from './conditions.ts';
import { stretchOf } from './days.ts';
import { nearTo, peopleCalled } from './people.ts';
import type { Problem } from './problems.ts';
import { nearest } from '../near.ts';
import { type Token, tokensOf, type Value } from './tokens.ts';

/** What was understood of a query, and what was not. */
export type Query = { asked: Asked; problems: readonly Problem[] };

/** Reads `vpn status:pending from:2026-10-01 agent:@ana "exact words"`. */
export function parseQuery(typed: string, lexicon: Lexicon): Query {
  const tokens = tokensOf(sound(typed));
  const found: Found = { asked: {}, problems: [] };
  const words: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (!token) break;
    at += 1;
    if (token.kind === 'pair') at += readPair(token, tokens.slice(at), found, words, lexicon);
    else if (token.kind === 'word' && /^(?:T-?|#)\d+$/i.test(token.raw)) readNumber('id', token.raw, found);
    else words.push(token.raw);
  }
  const text = words.join(' ');
  if (text !== '') put(found, 'text', { text });
  for (const of of ['created', 'updated'] as const)
    if (isNever(found.asked[of])) found.problems.push({ what: 'no_days', of });
  return { asked: found.asked, problems: once(found.problems) };
}

/** What is said twice over is told once. */
const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

type Found = { asked: Asked; problems: Problem[] };
type Pair = Extract<Token, { kind: 'pair' }>;

/** Nothing that a screen or a database cannot take. */
const sound = (typed: string): string => typed.replace(/\p{Cc}/gu, ' ').replace(/\p{Cs}/gu, '\ufffd');

/** Days are only compared where both were said as such. */
const isNever = (days: Asked['created']): boolean =>
  days?.from !== undefined &&
  days.before !== undefined &&
  days.from.includes('-', 1) &&
  days.before.includes('-', 1) &&
  days.from >= days.before;

/** How many of the tokens behind it belong to it. */
function readPair(token: Pair, rest: readonly Token[], found: Found, words: string[], lexicon: Lexicon): number {
  const { problems } = found;
  const condition = conditionOf(token.key);
  if (!condition) {
    // One letter is no word that anybody means: "C:\temp". What is not known stays among the words.
    words.push(token.raw);
    if (Array.from(token.key).length > 1) {
      const near = nearest(fold(token.key), conditionWords);
      problems.push({ what: 'unknown_condition', typed: token.key, near: near === null ? null : conditionOf(near) });
    }
    return 0;
  }
  const apart = token.values.length === 0 && rest[0]?.kind !== 'pair' ? rest[0] : undefined;
  const values = apart ? valuesOf(apart) : token.values;
  const taken = apart ? 1 : 0;
  if (token.not) problems.push({ what: 'not', condition });
  else if (values.length === 0) problems.push({ what: 'empty', condition });
  else return taken + readValues(condition, values, rest.slice(taken), found, lexicon);
  return taken;
}

/** `status: pending` is typed with a space, too. */
const valuesOf = (token: Token): readonly Value[] =>
  token.kind === 'pair'
    ? token.values
    : token.kind === 'quoted'
      ? tokensOf(`text:${token.raw}`).flatMap((one) => (one.kind === 'pair' ? one.values : []))
      : token.raw.split(',').flatMap((text) => (text === '' ? [] : [{ text, quoted: false }]));

/** Gives how many of the words behind were taken too. */
function readValues(
  condition: Condition,
  values: readonly Value[],
  rest: readonly Token[],
  found: Found,
  lexicon: Lexicon,
): number {
  if (CONDITIONS[condition].by === 'text') {
    readText(condition as ConditionBy<'text'>, values.map(({ text }) => text).join(','), found);
    return 0;
  }
  let taken = 0;
  for (const [at, { text, quoted }] of values.entries()) {
    const last = at === values.length - 1;
    const phrases = quoted || !last ? [text] : phrasesOf(text, rest);
    // The longest that is understood; what nobody understands is as long as it was typed.
    const understood = phrases.findLastIndex((phrase) => readValue(condition, phrase, found, lexicon, true));
    if (understood > 0) taken = understood;
    if (understood < 0) readValue(condition, text, found, lexicon, false);
  }
  return taken;
}

const MOST_WORDS = 4;
/** "in", "in progress", "in progress vpn": how far the value may go on. */
function phrasesOf(text: string, rest: readonly Token[]): string[] {
  const end = rest.findIndex(({ kind }) => kind !== 'word');
  const behind = rest.slice(0, end < 0 ? MOST_WORDS : Math.min(end, MOST_WORDS)).map(({ raw }) => raw);
  return [text, ...behind.map((_, at) => [text, ...behind.slice(0, at + 1)].join(' '))];
}

/** `trial`: only if it is understood, and nothing is said where it is not. */
function readValue(condition: Condition, typed: string, found: Found, lexicon: Lexicon, trial: boolean): boolean {
  const { by } = CONDITIONS[condition];
  const outcome: Found = { asked: found.asked, problems: [] };
  if (by === 'term') readTerm(condition as ConditionBy<'term'>, typed, outcome, lexicon);
  else if (by === 'person') readPerson(condition as ConditionBy<'person'>, typed, outcome, lexicon);
  else if (by === 'day') readDay(condition as ConditionBy<'day'>, typed, outcome, lexicon);
  else if (by === 'number') readNumber(condition, typed, outcome);
  else readFree(condition as ConditionBy<'list'>, typed, outcome);
  const meaning = outcome.problems.every(({ what }) => !NOT_READ.includes(what));
  if (trial && !meaning) return false;
  found.asked = outcome.asked;
  found.problems.push(...outcome.problems);
  return meaning;
}
const NOT_READ: readonly Problem['what'][] = ['unknown_value', 'unknown_person', 'bad_day', 'bad_number'];

function readText(condition: ConditionBy<'text'>, typed: string, found: Found): void {
  const value = typed.trim();
  if (value === '') found.problems.push({ what: 'empty', condition });
  else put(found, condition, { [condition]: value });
}

function readTerm(condition: ConditionBy<'term'>, typed: string, found: Found, lexicon: Lexicon): void {
  const terms = lexicon.terms[condition];
  const word = fold(typed);
  const term =
    terms.find((one) => one.word === typed.toLowerCase()) ??
    terms.find((one) => fold(one.word) === word || one.also.some((also) => fold(also) === word));
  if (term) return put(found, condition, term.asks);
  const near = nearest(word, terms.flatMap((one) => [one.word, ...one.also]).map(fold));
  const meant = terms.find((one) => [one.word, ...one.also].some((each) => fold(each) === near));
  found.problems.push({ what: 'unknown_value', condition, typed, near: meant?.word ?? null });
}

const WHOM = { agent: 'agents', user: 'users', creator: 'creators', follower: 'followers' } as const;
function readPerson(condition: ConditionBy<'person'>, typed: string, found: Found, lexicon: Lexicon): void {
  const all = peopleCalled(typed, lexicon);
  const people = condition === 'agent' ? all : all.filter((one) => one !== 'nobody');
  const [first] = people;
  if (first === undefined)
    found.problems.push({ what: 'unknown_person', condition, typed, near: nearTo(typed, lexicon) });
  else if (people.length === 1) put(found, condition, { [WHOM[condition]]: [first] });
  else
    found.problems.push({
      what: 'several_people',
      condition,
      typed,
      people: people.flatMap((one) => (one === 'me' || one === 'nobody' ? [] : [one])),
    });
}

function readDay(condition: ConditionBy<'day'>, typed: string, found: Found, lexicon: Lexicon): void {
  // Slack's own search says `from:@ana` of people.
  if (condition === 'from' && /^(?:@|<@)/.test(typed)) return readPerson('user', typed, found, lexicon);
  const [start = '', end] = typed.split('..');
  const dayFirst = lexicon.language === 'it';
  const first = stretchOf(start, dayFirst);
  const last = end === undefined ? first : stretchOf(end, dayFirst);
  if (!first || !last) return void found.problems.push({ what: 'bad_day', condition, typed });
  const of = condition.startsWith('updated') ? 'updated' : 'created';
  const days =
    end === undefined
      ? {
          ...(['from', 'updatedFrom', 'created', 'updated'].includes(condition) && { from: first.from }),
          ...(['before', 'updatedBefore'].includes(condition) && { before: first.from }),
          ...(condition === 'until' && { before: last.before }),
          ...(['created', 'updated'].includes(condition) && !last.open && { before: last.before }),
        }
      : { from: first.from, before: last.before };
  put(found, condition, { [of]: days });
}

function readNumber(condition: Condition, typed: string, found: Found): void {
  const digits = /^(?:T-?|#)?(\d{1,12})$/i.exec(typed.trim())?.[1];
  const number = Number(digits);
  if (digits === undefined || number < 1 || number > MOST_NUMBER)
    found.problems.push({ what: 'bad_number', condition, typed });
  else put(found, condition, { numbers: [ticketNumber(number)] });
}

function readFree(condition: ConditionBy<'list'>, typed: string, found: Found): void {
  const value = typed.trim();
  if (value === '') found.problems.push({ what: 'empty', condition });
  else put(found, condition, condition === 'tag' ? { tags: [value.toLowerCase()] } : { processing: [value] });
}

/** Adds what one condition asks for. Lists grow; of what can be said only once the first stays. */
function put(found: Found, condition: Condition, asks: Asked): void {
  const asked = { ...found.asked } as Record<string, unknown>;
  for (const [key, value] of Object.entries(asks)) {
    const before = asked[key];
    if (tooLong(value)) found.problems.push({ what: 'too_long', condition });
    else if (before === undefined) asked[key] = value;
    else if (Array.isArray(before) && Array.isArray(value)) {
      const all = [...new Set([...(before as unknown[]), ...(value as unknown[])])];
      if (all.length > MOST_VALUES) found.problems.push({ what: 'too_many', condition });
      asked[key] = all.slice(0, MOST_VALUES);
    } else if (typeof before === 'object') asked[key] = daysOf(before as Days, value as Days, condition, found);
    else if (before !== value)
      found.problems.push({ what: 'twice', condition, typed: typeof value === 'string' ? value : '' });
  }
  found.asked = asked;
}

const tooLong = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.length > MOST_TEXT
    : Array.isArray(value) && value.some((one) => typeof one === 'string' && one.length > MOST_TEXT);

type Days = NonNullable<Asked['created']>;
function daysOf(before: Days, more: Days, condition: Condition, { problems }: Found): Days {
  for (const end of ['from', 'before'] as const) {
    const [was, is] = [before[end], more[end]];
    if (was !== undefined && is !== undefined && was !== is) problems.push({ what: 'twice', condition, typed: is });
  }
  return { ...more, ...before };
}

import { isCopy, type Part, WHERE, type Worded } from '../../desk/masking.ts';
import { type PersonId, personId } from '../../domain/language.ts';
import { personalIn } from '../../domain/masking/patterns.ts';
import { cover, occurrences, uncover } from '../../domain/masking/spans.ts';
import type { Masked } from '../../domain/verbs/rule.ts';
import { type Ring, seal } from '../../sealing.ts';
import { keyOf, type Place } from './places.ts';
import { aboutOf, byPlace, type Change, foundIn, masked, openedBy, type SpanRow } from './spans.ts';

type Ticket = { workspace: string; number: number };
type Opened = SpanRow & { words: string | null };
/** The same words wherever they are masked. Null: what sealed them is lost. */
type Sealed = { words: string | null; spans: [Opened, ...Opened[]] };

/** What is masked, part by part; a beginning that three dots cut off goes with what it is the beginning of. */
export function partsIn(
  ring: Ring,
  ticket: Ticket,
  texts: readonly Worded[],
  spans: readonly SpanRow[],
): readonly Sealed[] {
  const opened = spans.map((span): Opened => ({ ...span, words: openedBy(ring, ticket, span) }));
  const all = [...new Set(opened.flatMap(({ words }) => words ?? []))];
  const textAt = new Map(texts.map((place) => [keyOf(place), place.text]));
  const wholeOf = (span: Opened, words: string): string =>
    textAt.get(keyOf(span))?.slice(span.ends) === '…'
      ? (all.find((one) => one.length > words.length && one.startsWith(words)) ?? words)
      : words;
  const parts = new Map<string, Sealed>();
  for (const span of opened) {
    const words = span.words === null ? null : wholeOf(span, span.words);
    const key = words === null ? `lost ${span.key_id} ${span.seq}` : `found ${words}`;
    const part = parts.get(key);
    if (part) part.spans.push(span);
    else parts.set(key, { words, spans: [span] });
  }
  return [...parts.values()].toSorted((a, b) => firstOf(a) - firstOf(b));
}
/** The event by which it was masked first. */
const firstOf = ({ spans }: Sealed): number => Math.min(...spans.map(({ seq }) => seq));

const kindOf = (words: string | null) => {
  const [one] = words === null ? [] : personalIn(words);
  return one && one.start === 0 && one.end === words?.length ? one.kind : null;
};

export type Uncovering = Change & {
  gone: readonly SpanRow[];
  /** Stays sealed, without what was destroyed of it. */
  resealed: readonly Pick<SpanRow, 'id' | 'key_id' | 'sealed'>[];
};
/** `shared`: masked for other tickets, in places that they share with it. */
type Kept = { texts: readonly Worded[]; spans: readonly SpanRow[]; shared: readonly SpanRow[] };
type Asked = { verb: 'unmask' | 'destroy'; chosen: readonly string[] | null; seq: number };

/** What uncovering or destroying some of it changes, and what a decision about it needs to know. */
export function uncovering(
  ring: Ring,
  ticket: Ticket,
  { texts, spans, shared }: Kept,
  { verb, chosen, seq }: Asked,
): Uncovering & { facts: Masked } {
  const parts = partsIn(ring, ticket, texts, spans);
  const isChosen = (part: Sealed) => chosen === null || part.spans.some(({ id }) => chosen.includes(id));
  const [going, staying] = [parts.filter(isChosen), parts.filter((part) => !isChosen(part))];
  const change =
    verb === 'unmask'
      ? brought(ring, ticket, texts, { going, staying, shared, seq })
      : burnt(ring, ticket, { going, staying });
  const [first, after] = [spansIn(going), new Set(change.gone.map(({ id }) => id))];
  const left = [...spans.filter(({ id }) => !after.has(id)), ...change.added];
  const facts = {
    places: readable(first).length,
    left: readable(left).length,
    lost: first.some(({ words }) => words === null),
    stays: change.texts.length === 0 && change.added.length > 0,
    kinds: [...new Set(going.flatMap(({ words }) => kindOf(words) ?? []))],
  };
  return { ...change, facts };
}

export const readable = <P extends Place>(places: readonly P[]): P[] => places.filter((place) => !isCopy(place));
const spansIn = (parts: readonly Sealed[]): Opened[] => parts.flatMap(({ spans }) => spans);
const wordsIn = (parts: readonly Sealed[]): string[] => parts.flatMap(({ words }) => words ?? []);

type Sorted = { going: readonly Sealed[]; staying: readonly Sealed[] };
/** The places with their words again, but for those of other parts; where somebody has written over them, nothing comes back. */
function brought(
  ring: Ring,
  ticket: Ticket,
  texts: readonly Worded[],
  { going, staying, shared, seq }: Sorted & { shared: readonly SpanRow[]; seq: number },
): Uncovering {
  const change: Uncovering = { texts: [], added: [], moved: [], gone: spansIn(going), resealed: [] };
  const [goneAt, keptAt] = [byPlace(change.gone as Opened[]), byPlace([...spansIn(staying), ...shared])];
  for (const place of texts) {
    const back = (goneAt.get(keyOf(place)) ?? []).flatMap(({ begins: start, ends: end, words }) =>
      words !== null && uncover(place.text, [{ start, end, words }]) !== null ? [{ start, end, words }] : [],
    );
    const clear = back.length === 0 ? null : uncover(place.text, back);
    if (clear === null) continue;
    const were = keptAt.get(keyOf(place)) ?? [];
    const kept = were.map((span) => {
      const before = back.filter(({ start }) => start < span.begins);
      const by = before.reduce((sum, { start, end, words }) => sum + words.length - (end - start), 0);
      return { ...span, begins: span.begins + by, ends: span.ends + by };
    });
    const again = masked(ring, ticket, seq, foundIn([{ ...place, text: clear }], kept, wordsIn(staying)));
    const text = again.texts[0]?.text ?? clear;
    if (text !== place.text) change.texts.push({ ...place, text });
    change.added.push(...again.added);
    const moved = kept.map((span) => again.moved.find(({ id }) => id === span.id) ?? span);
    change.moved.push(
      ...moved.flatMap(({ id, begins, ends }, nth) => (begins === were[nth]?.begins ? [] : { id, begins, ends })),
    );
  }
  return change;
}

const NOTHING_LEFT = /^[*\s]*$/;
/** What is destroyed is destroyed also where it is part of longer words that stay sealed. */
function burnt(ring: Ring, ticket: Ticket, { going, staying }: Sorted): Uncovering {
  const gone: SpanRow[] = spansIn(going);
  const resealed: Pick<SpanRow, 'id' | 'key_id' | 'sealed'>[] = [];
  const destroyed = wordsIn(going);
  for (const span of spansIn(staying)) {
    const words = span.words ?? '';
    const rest = cover(words, occurrences(words, destroyed)).text;
    if (rest === words) continue;
    if (NOTHING_LEFT.test(rest)) gone.push(span);
    else {
      const { keyId: key_id, sealed } = seal(ring, rest, aboutOf(ticket, span));
      resealed.push({ id: span.id, key_id, sealed });
    }
  }
  return { texts: [], added: [], moved: [], gone, resealed };
}

const HOLDS: Readonly<Record<string, (typeof WHERE)[number]>> = {
  'tickets.title': 'title',
  'tickets.content': 'content',
  'tickets.fields': 'answers',
  'tickets.agent_fields': 'answers',
  'messages.text': 'messages',
  'messages.files': 'files',
};
const whereOf = ({ holder, path }: Place) => HOLDS[holder] ?? (path.startsWith('/files/') ? 'files' : 'history');

const [BEFORE, AFTER] = [24, 60];
/** A line of the text that surrounds it, as it stands. */
function aroundOf(text: string, begins: number): string {
  const before = Array.from(text.slice(0, begins));
  const after = Array.from(text.slice(begins));
  const line = before.slice(-BEFORE).join('') + after.slice(0, AFTER).join('');
  const cut = [before.length > BEFORE ? '…' : '', after.length > AFTER ? '…' : ''];
  return `${cut[0]}${line}${cut[1]}`.replaceAll(/\s+/g, ' ').trim();
}

type Event = { seq: number; by_person: string | null; at: Date };
/** How a part is told to whoever chooses among them. */
export function told({ words, spans }: Sealed, texts: readonly Worded[], events: readonly Event[]): Part {
  const places = readable(spans);
  const where = WHERE.filter((one) => places.some((place) => whereOf(place) === one));
  const shown = places.toSorted((a, b) => WHERE.indexOf(whereOf(a)) - WHERE.indexOf(whereOf(b)))[0] ?? spans[0];
  const text = texts.find((place) => keyOf(place) === keyOf(shown))?.text ?? '';
  const event = events.find(({ seq }) => seq === firstOf({ words, spans }));
  const by: PersonId | null = event?.by_person ? personId(event.by_person) : null;
  return {
    id: spans[0].id,
    kind: kindOf(words),
    lost: words === null,
    places: places.length,
    where,
    around: aroundOf(text, shown.begins),
    by,
    at: event?.at ?? new Date(0),
  };
}

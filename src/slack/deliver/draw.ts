import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import { type Book, languageFor } from '../../desk/book.ts';
import type { Drawing, Outbox } from '../../desk/outbox.ts';
import type { OutLetter } from '../../desk/letters.ts';
import type { Told } from '../../desk/told.ts';
import { type Language, type Person, type PersonId } from '../../domain/language.ts';
import type { Message } from '../kit.ts';
import { ABANDONED, abandonedMessage } from '../views/abandoned.ts';
import { askedCard } from '../views/asked.ts';
import { agentsCard, movedCard } from '../views/card.ts';
import { closedMessage } from '../views/closed.ts';
import { escalationCard } from '../views/manager.ts';
import { hasLeft } from '../views/facts.ts';
import { type PingModel, pingText } from '../views/ping.ts';
import { handedCard, mainGone, mainLine, mainPost, requesterCard } from '../views/requester.ts';
import { comesUp, threadLines } from '../views/thread.ts';
import { planAgain } from './again.ts';
import { type DrawBatch, planBatch } from './batch.ts';
import { planPing } from './ping.ts';
import { drawn, type Plan, placeOf, type Post, type Redrawn } from './plan.ts';
import { planChannelPing, planTrouble } from './triggers.ts';

export type Draw = Pick<DrawBatch, 'batch'> & {
  outbox: Outbox;
  book(): Book;
  now(): Date;
  home(person: PersonId): Promise<HomeView | null>;
  /** What waits for this person in the morning; null: nothing does. */
  digest(person: PersonId): Promise<Message | null>;
  /** Until when this person wants no pings; null: he takes them now. */
  quiet(person: PersonId): Promise<Date | null>;
  /** With the seats that he has now. */
  person(id: PersonId): Promise<Person | null>;
  /** The person's DM with the bot; opens it when it is not known yet. */
  dm(person: PersonId): Promise<string>;
};

const NOTES_FOR_MANAGERS = 3;
const NOTHING: Plan = { do: 'nothing', effects: {} };
/** Letters of the Main conversation. */
const REQUESTERS: readonly OutLetter['kind'][] = ['requester_card', 'main', 'line'];

/** What one letter asks for now. Throws what Slack and the database throw, and `DrawFault`. */
export async function planOf(deps: Draw, letter: OutLetter): Promise<Plan> {
  if (letter.kind === 'again') return planAgain(deps, planOf, letter);
  if (letter.kind === 'home') return planHome(deps, letter);
  if (letter.kind === 'digest') return planDigest(deps, letter);
  if (letter.kind === 'left') return planLeft(deps, letter);
  if (letter.kind === 'closed_channel') return planClosed(deps, letter);
  if (letter.kind === 'trigger_trouble') return planTrouble(deps, letter);
  if (letter.kind === 'batch' || letter.kind === 'batched') return planBatch(deps, letter);
  const drawing = letter.ticket === null ? null : await deps.outbox.drawing(letter.workspace, letter.ticket);
  if (!drawing) return { do: 'give_up', error: 'no_such_ticket' };
  if (REQUESTERS.includes(letter.kind) && isUnreachable(deps.book(), drawing))
    return letter.kind === 'main' ? { do: 'give_up', error: 'requester_left' } : NOTHING;
  switch (letter.kind) {
    case 'card':
      return planCard(deps, letter, drawing);
    case 'thread':
      return planThread(deps, letter, drawing);
    case 'retell':
      return planRetell(deps, letter, drawing);
    case 'requester_card':
      return planRequesterCard(deps, drawing);
    case 'main':
      return planMain(deps, letter, drawing);
    case 'line':
      return planLine(deps, letter, drawing);
    case 'escalation_card':
      return planEscalation(deps, letter, drawing);
    case 'channel_ping':
      return planChannelPing(deps, letter, drawing);
    case 'ping':
      return planPing(deps, letter, drawing);
  }
}

/** What stands there already is not sent once more. */
async function planHome({ home }: Draw, { to, shown }: OutLetter): Promise<Plan> {
  if (to === null) return { do: 'give_up', error: 'nobody' };
  const view = await home(to);
  if (!view) return NOTHING;
  const effects = { shown: createHash('sha256').update(JSON.stringify(view)).digest('base64url') };
  return effects.shown === shown ? { do: 'nothing', effects } : { do: 'publish', person: to, view, effects };
}

async function planDigest({ digest, dm, quiet }: Draw, { to }: OutLetter): Promise<Plan> {
  const until = to === null ? null : await quiet(to);
  if (until) return { do: 'keep', until };
  const said = to === null ? null : await digest(to);
  if (to === null || !said) return { do: 'nothing', effects: {} };
  return { do: 'post', post: { channel: await dm(to), thread: null, said, effects: {} } };
}

/** What was given away meanwhile needs nobody's care any more. */
async function planLeft({ outbox, book, now, dm }: Draw, { workspace, to }: OutLetter): Promise<Plan> {
  if (to === null) return { do: 'give_up', error: 'nobody' };
  const listed = await outbox.abandoned(workspace, to, ABANDONED);
  if (listed.total === 0) return NOTHING;
  const said = drawn(() =>
    abandonedMessage({ ...listed, book: book(), language: languageFor(book(), to), now: now() }),
  );
  return { do: 'post', post: { channel: await dm(to), thread: null, said, effects: {} } };
}

/** Told once; later what was said there is kept true. */
async function planClosed({ outbox, book, dm }: Draw, { workspace, seq, to }: OutLetter): Promise<Plan> {
  const about = to === null ? null : await outbox.closedChannel(workspace, seq, to);
  if (to === null || !about) return { do: 'give_up', error: 'nothing_to_tell' };
  const { stands: at, openAt } = about;
  if (!at && openAt !== null) return NOTHING;
  const said = drawn(() => closedMessage(about, languageFor(book(), to)));
  const post = { channel: at?.channel ?? (await dm(to)), thread: null, said, effects: {} };
  return at ? { do: 'update', at, post, only: true } : { do: 'post', post };
}

/** A forward writes its letters into the new channel; what still waits in the old one has nothing to say there. */
const isElsewhere = ({ conversation }: OutLetter, { group }: Drawing) => conversation !== `c:${group.agentsChannel}`;

function planCard({ book, now }: Draw, letter: OutLetter, drawing: Drawing): Plan {
  const channel = drawing.group.agentsChannel;
  if (channel === null || isElsewhere(letter, drawing)) return NOTHING;
  const said = drawn(() => agentsCard({ drawing, book: book(), now: now() }));
  const post = { channel, thread: null, said, effects: { place: { kind: 'card' as const, seq: 0 } } };
  const place = placeOf(drawing.places, 'card');
  if (!place) return { do: 'post', post };
  if (place.channel === channel) return { do: 'update', at: place, post };
  const { number, title } = drawing.ticket;
  const { name: group, language } = drawing.group;
  // Forwarded from another group, or left behind by a group that has a new channel.
  const deserted = book().groups.every(({ agentsChannel }) => agentsChannel !== place.channel);
  const moved = { number, group, language, title: drawing.ticket.private ? null : title };
  const left = drawn(() => movedCard(deserted ? { ...moved, channel } : moved));
  return { do: 'post', post: { ...post, leaving: { at: place, said: left } } };
}

async function planThread({ outbox, book }: Draw, letter: OutLetter, drawing: Drawing): Promise<Plan> {
  if (isElsewhere(letter, drawing)) return NOTHING;
  const untold = await outbox.untold(letter.workspace, drawing.ticket.number);
  const card = placeOf(drawing.places, 'card');
  // Under a new card nothing was told yet: where it was told before is another thread, or gone.
  const first = card !== undefined && !(await outbox.hasTold(letter.workspace, drawing.ticket.number, card));
  // A new channel reads the whole story: the thread where it was told so far is not open to it.
  const told = first ? await outbox.history(letter.workspace, drawing.ticket.number) : untold;
  const last = told.at(-1);
  if (!last) return NOTHING;
  if (!card || card.channel !== drawing.group.agentsChannel) return { do: 'give_up', error: 'no_card' };
  const effects = { toldUpTo: last.seq, toldSince: (told[0]?.seq ?? 1) - 1 };
  const said = drawn(() => threadLines({ told, drawing, book: book(), first }));
  return said
    ? {
        do: 'post',
        post: { channel: card.channel, thread: card.ts, said, effects, broadcast: !first && comesUp(told, drawing) },
      }
    : { do: 'nothing', effects };
}

/** Words told before were changed: the post that tells them is drawn whole once more. */
async function planRetell({ outbox, book }: Draw, letter: OutLetter, drawing: Drawing): Promise<Plan> {
  const { number } = drawing.ticket;
  const channel = letter.conversation.slice('c:'.length);
  const telling = await outbox.telling(letter.workspace, number, channel, letter.seq);
  if (!telling) return NOTHING;
  const { since, upto, thread, ts } = telling;
  const history = await outbox.history(letter.workspace, number);
  const told = history.filter(({ seq }) => seq > since && seq <= upto);
  const said = drawn(() => threadLines({ told, drawing, book: book(), first: since === 0 }));
  if (!said) return NOTHING;
  return { do: 'update', at: { channel, ts }, post: { channel, thread, said, effects: {} }, only: true };
}

/** His own language in the requester's DM; in a channel, where others read it too, the group's. */
const languageOfMain = (book: Book, drawing: Drawing): Language =>
  drawing.asking
    ? drawing.asking.language
    : drawing.ticket.main
      ? drawing.group.language
      : languageFor(book, drawing.ticket.requester);

/** Where the Main conversation stands: of what a team is asked, in the thread of the agents who ask. Null: in the DM. */
const mainOf = ({ ticket, asking }: Drawing) => ticket.main ?? asking?.place ?? null;

async function planRequesterCard({ book, now, dm }: Draw, drawing: Drawing): Promise<Plan> {
  if (!drawing.ticket.sendToUser) return NOTHING;
  const main = mainOf(drawing);
  const language = languageOfMain(book(), drawing);
  const model = { drawing, book: book(), language, now: now() };
  const said = drawn(() => (drawing.asking ? askedCard(model) : requesterCard(model)));
  const effects = { place: { kind: 'requester_card' as const, seq: 0 } };
  const stood = placeOf(drawing.places, 'requester_card');
  // Whoever owned it before keeps no card of it.
  const moves = stood && stood.channel !== main?.channel && stood.channel !== (await dm(drawing.ticket.requester));
  const place = moves ? undefined : stood;
  const leaving = moves ? { at: stood, said: drawn(() => handedCard(drawing, book(), language)) } : undefined;
  const channel = place?.channel ?? main?.channel ?? (await dm(drawing.ticket.requester));
  const instead = main ? async () => ({ channel: await dm(drawing.ticket.requester), thread: null }) : undefined;
  const post = { channel, thread: main?.ts ?? null, said, effects, instead, leaving };
  return place ? { do: 'update', at: place, post } : { do: 'post', post };
}

/** In his own messages nobody reads any more; in a channel others do. */
const isUnreachable = (book: Book, drawing: Drawing): boolean =>
  mainOf(drawing) === null && hasLeft(book, drawing.ticket.requester);

async function planMain({ outbox, book, dm }: Draw, letter: OutLetter, drawing: Drawing): Promise<Plan> {
  const told = await outbox.told(letter.workspace, drawing.ticket.number, letter.seq);
  const language = languageOfMain(book(), drawing);
  const { stands: at = null } = told ?? {};
  if (told?.takenBack) {
    const said = drawn(() => mainGone({ told, book: book(), language }));
    return at ? { do: 'update', at, post: { ...at, thread: null, said, effects: {} }, only: true } : NOTHING;
  }
  if (told?.said?.audience !== 'main') return { do: 'give_up', error: 'nothing_said_in_main' };
  const { said, verb } = told;
  const words = drawn(() => mainPost({ said, verb, drawing, book: book(), language }));
  const post = await inMain(dm, drawing, { said: words, effects: { mainSeq: letter.seq } });
  return at ? { do: 'update', at, post } : { do: 'post', post };
}

async function planLine({ outbox, book, dm }: Draw, letter: OutLetter, drawing: Drawing): Promise<Plan> {
  const told = await outbox.told(letter.workspace, drawing.ticket.number, letter.seq);
  if (!told) return { do: 'give_up', error: 'nothing_to_tell' };
  const language = languageOfMain(book(), drawing);
  const said = drawn(() => mainLine({ told, drawing, book: book(), language }));
  return { do: 'post', post: await inMain(dm, drawing, { said, effects: {} }) };
}

/** A post in the Main conversation; in the requester's DM where its own place is closed. */
async function inMain(dm: Draw['dm'], drawing: Drawing, post: Pick<Post, 'said' | 'effects'>): Promise<Post> {
  const { ticket, places } = drawing;
  const main = mainOf(drawing);
  const card = placeOf(places, 'requester_card');
  const direct = async () => {
    const channel = await dm(ticket.requester);
    return { channel, thread: card?.channel === channel ? card.ts : null };
  };
  return main ? { ...post, channel: main.channel, thread: main.ts, instead: direct } : { ...post, ...(await direct()) };
}

async function planEscalation({ outbox, book, now, dm }: Draw, letter: OutLetter, drawing: Drawing): Promise<Plan> {
  const escalation = drawing.escalations.find(({ seq }) => seq === letter.seq);
  if (!escalation) return { do: 'give_up', error: 'no_such_escalation' };
  const notes = await outbox.notes(letter.workspace, drawing.ticket.number, NOTES_FOR_MANAGERS);
  const history = await outbox.history(letter.workspace, drawing.ticket.number);
  const { closedAt } = escalation;
  const end = closedAt && history.find(({ seq, at }) => seq > escalation.seq && at.getTime() === closedAt.getTime());
  const suggestions = closedAt ? [] : await outbox.suggestions(letter.workspace, drawing.ticket.number);
  const language = languageFor(book(), escalation.to);
  const grounds = { notes, history, suggestions, ...(end && { end }) };
  const said = drawn(() => escalationCard({ escalation, drawing, ...grounds, book: book(), language, now: now() }));
  const effects = { place: { kind: 'escalation_card' as const, seq: letter.seq } };
  const place = placeOf(drawing.places, 'escalation_card', letter.seq);
  // Taken back before he was told: there is nothing to tell any more.
  if (!place && closedAt) return NOTHING;
  const post = { channel: place?.channel ?? (await dm(escalation.to)), thread: null, said, effects };
  if (!place) return { do: 'post', post };
  const nudges = history.filter(({ verb, seq }) => verb === 'nudge' && seq > escalation.seq && !(end && seq > end.seq));
  const pings = { told: nudges.slice(-LAST_REMINDERS), drawing, book: book(), language, to: escalation.to };
  return { do: 'update', at: place, post, besides: await reminders(outbox, place.channel, pings) };
}

type Pings = Omit<PingModel, 'told'> & { told: readonly Told[] };

/** The reminders of a question, as they are to stand from now on. */
async function reminders(outbox: Outbox, channel: string, { told, ...model }: Pings): Promise<Redrawn[]> {
  const { workspace, number } = model.drawing.ticket;
  const seqs = told.map(({ seq }) => seq);
  const standing = await outbox.reminders(workspace, number, channel, seqs);
  return standing.flatMap(({ seq, ...at }) => {
    const one = told.find((each) => each.seq === seq);
    return one ? [{ at, said: drawn(() => pingText({ ...model, told: one })) }] : [];
  });
}

/** Only the last reminder can be answered: a new one leaves the one before it without buttons. */
const LAST_REMINDERS = 2;

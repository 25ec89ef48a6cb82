import type { Button, Overflow } from '@slack/types';
import { openIn } from '../../domain/decide.ts';
import type { State, TicketNumber } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Verb } from '../../domain/verbs.ts';
import { type ChosenVerb, type Go, goId, MORE, moreValue, verbId } from '../codec.ts';
import { type Leaf, tabValue } from '../leaf.ts';
import { button, overflow } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';

/** At most two buttons and four more beside Show, or three and History: what is done most in this state. All that is open stands in
 * the ticket's own window; a note is typed in its thread. */
type Face = { buttons: readonly Verb[]; more: readonly Verb[] };
const WORKED: Face = { buttons: ['reply', 'resolve'], more: ['pend', 'escalate', 'forward', 'follow'] };
const ENDED: Face = { buttons: [], more: ['undo', 'archive', 'unarchive'] };

export const faces: Record<State, Face> = {
  new: { buttons: ['keep', 'forward'], more: ['reply', 'note', 'resolve_internally', 'follow'] },
  preparing: { buttons: ['reply', 'resolve'], more: ['work', 'pend', 'escalate', 'follow'] },
  in_progress: WORKED,
  requester_replied: WORKED,
  escalation_answered: WORKED,
  answered: { buttons: ['work', 'resolve'], more: ['reply', 'pend', 'escalate', 'follow'] },
  pending: { buttons: ['wake', 'resolve'], more: ['reply', 'escalate', 'forward', 'follow'] },
  workaround: { buttons: ['reply', 'resolve'], more: ['work', 'pend', 'escalate', 'follow'] },
  escalated: { buttons: ['nudge', 'withdraw'], more: ['note', 'forward', 'follow'] },
  resolved: { buttons: ['same_problem', 'note'], more: ['undo', 'complete', 'archive', 'unarchive', 'follow'] },
  completed: ENDED,
  cancelled: ENDED,
  spam: { buttons: ['restore'], more: ['undo', 'delete', 'archive', 'unarchive'] },
};

/** Given to somebody who has not begun with it yet. */
const OFFERED: Face = { buttons: ['keep', 'reply'], more: ['resolve', 'pend', 'escalate', 'forward'] };

/** The face of a ticket's state, as far as the law opens it. */
export function faceOf(ticket: Ticket): Face {
  const open = openIn(ticket);
  const { buttons, more } = ticket.state === 'in_progress' && ticket.offer ? OFFERED : faces[ticket.state];
  return { buttons: buttons.filter((verb) => open.includes(verb)), more: more.filter((verb) => open.includes(verb)) };
}

export const labelOf = (verb: Verb | 'show' | 'create', words: Catalog, state?: State): string =>
  verb === 'forward' && state === 'new'
    ? words.verbs.assign
    : verb === 'work' && state !== undefined && state !== 'answered'
      ? words.verbs.backToWork
      : words.verbs.labels[verb];

type Style = 'primary' | 'danger';

export const verbButton = (verb: Verb, number: TicketNumber, label: string, style?: Style): Button =>
  button({ action: verbId(verb), value: String(number), label, ...(style && { style }) });

/** A verb with its only question answered by the press: one star, two stars. */
export const choiceButton = (verb: ChosenVerb, choice: string, number: TicketNumber, label: string): Button =>
  button({ action: verbId(verb, choice), value: String(number), label });

export const goButton = (go: Go, value: string, label: string, style?: Style): Button =>
  button({ action: goId(go), value, label, ...(style && { style }) });

/** Another page of the same window or list. */
export const pageButton = (go: Go, which: string, value: string, label: string, style?: Style): Button =>
  button({ action: goId(go, which), value, label, ...(style && { style }) });

export const tabButton = (number: TicketNumber, leaf: Leaf, which: string, label: string, style?: Style): Button =>
  pageButton('tab', which, tabValue(number, leaf), label, style);

export const showButton = (number: TicketNumber, words: Catalog, label = words.verbs.labels.show): Button =>
  goButton('show', String(number), label);

export const unfollowButton = (number: TicketNumber, words: Catalog): Button =>
  verbButton('unfollow', number, words.verbs.labels.unfollow);

type Follow = { style?: Style; at?: { channel: string; ts: string } | undefined };
/** `at`: words in Slack that the follow-up begins with. */
export const followUpButton = (number: TicketNumber, words: Catalog, { style, at }: Follow = {}): Button =>
  goButton('follow_up', at ? `${number}|${at.channel}|${at.ts}` : String(number), words.card.openFollowUp, style);

type MoreOf = { first?: 'show' | 'verbs'; show?: string; most?: 3 | 4 };
/** The three dots; Show always stands among them, and History where there is room for it. */
export const moreOf = (
  verbs: readonly Verb[],
  number: TicketNumber,
  words: Catalog,
  state: State,
  { first = 'verbs', show = words.verbs.labels.show, most = 3 }: MoreOf = {},
): Overflow[] => {
  const few = verbs
    .slice(0, most)
    .map((verb) => ({ value: moreValue(verb, number), label: labelOf(verb, words, state) }));
  const look = { value: moreValue('show', number), label: show };
  const history = { value: moreValue('history', number), label: words.show.tabs.history };
  const last = few.length > 3 ? [] : [history];
  return overflow(MORE, first === 'show' ? [look, ...few, ...last] : [...few, look, ...last]);
};

/** Beside words that the reader may change. */
export const rewordMenu = (number: TicketNumber, of: number, words: Catalog): Overflow[] =>
  overflow(
    MORE,
    (['correct', 'retract'] as const).map((verb) => ({
      value: moreValue(verb, number, of),
      label: words.verbs.labels[verb],
    })),
  );

/** The buttons under a ticket for whoever works on it. */
export function pressesOf(ticket: Ticket, words: Catalog): (Button | Overflow)[] {
  const { state, number } = ticket;
  const { buttons, more } = faceOf(ticket);
  const row = buttons.map((verb, at) =>
    verbButton(verb, number, labelOf(verb, words, state), at === 0 && buttons.length > 1 ? 'primary' : undefined),
  );
  return more.length === 0
    ? [...row, showButton(number, words)]
    : [...row, ...moreOf(more, number, words, state, { most: 4 })];
}

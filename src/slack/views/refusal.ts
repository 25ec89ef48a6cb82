import type { KnownBlock, ModalView } from '@slack/types';
import type { Next, Refusal } from '../../domain/decide.ts';
import type { Language, Role } from '../../domain/language.ts';
import { ruleOf } from '../../domain/verbs.ts';
import { ticketId } from '../codec.ts';
import { faultSentence } from '../forms/sentences.ts';
import { actions, context, esc, inline, message, type Message, modal, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { RefusalFacts } from '../words/chapters.ts';
import { groupName, nameOf, type Scene } from './facts.ts';
import { followUpButton, goButton, labelOf, showButton, verbButton } from './presses.ts';

type At = { channel: string; ts: string };

/** Why not, in one sentence: what was asked, and which rule stands against it. `doing`: what it is called where it was asked. */
export function refusalSentence(refusal: Refusal, scene: Scene, doing?: (id: string) => string): string {
  const words = wordsOf(scene.language);
  // Anybody may send a request; naming its agent is what only agents may.
  if (refusal.why === 'not_allowed' && refusal.verb === 'create') return words.refusals.mayNotName;
  const facts = factsOf(refusal, scene, words);
  return words.refusals.why[refusal.why](doing ? { ...facts, doing: doing(facts.id) } : facts);
}

function factsOf(
  { ticket, verb, outside, words: said = [] }: Refusal,
  { book, now }: Scene,
  words: Catalog,
): RefusalFacts {
  const id = ticket ? ticketId(ticket.number) : '';
  return {
    id,
    doing: words.verbs.doing[verb](id).trim(),
    state: ticket ? words.ticket[outside ? 'outsideIs' : 'stateIs'][ticket.state] : '',
    assignee: ticket?.assignee ? nameOf(book, ticket.assignee, words) : null,
    before: ticket?.assignedAt ? words.time.before(now.getTime() - ticket.assignedAt.getTime()) : null,
    manager: ticket?.state === 'escalated' ? nameOf(book, ticket.escalation.to, words) : null,
    group: ticket ? groupName(book, ticket.group) : '',
    may: mayOf({ ticket, verb }, words),
    self: verb === 'follow',
    words: wordList(said),
  };
}

const MOST_WORDS = 10;
const MARK = /[`\n]/g;
/** Words in quotes, the first of them, for a sentence. */
export const wordList = (words: readonly string[]): string =>
  words
    .slice(0, MOST_WORDS)
    .map((word) => `“${inline(word.replaceAll(MARK, ''))}”`)
    .join(', ') + (words.length > MOST_WORDS ? ' …' : '');

/** Who may do it, as the law says; nothing when that is everybody. */
function mayOf({ ticket, verb }: Pick<Refusal, 'ticket' | 'verb'>, { refusals }: Catalog): string {
  if (verb === 'show' || verb === 'create') return '';
  const roles: readonly Role[] = (ticket && ruleOf(verb).only?.[ticket.state]) ?? ruleOf(verb).by;
  if (roles.includes('anyone')) return '';
  const named = roles.filter((role) => role !== 'clock').map((role) => refusals.roles[role]);
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} ${refusals.or} ${named.at(-1) ?? ''}`;
}

function blocksOf(refusal: Refusal, scene: Scene, at?: At): KnownBlock[] {
  const words = wordsOf(scene.language);
  const faults = refusal.faults.map((fault) => `• ${esc(faultSentence(fault, refusal.verb, words, scene.book))}`);
  return [
    section([refusalSentence(refusal, scene), ...faults].join('\n')),
    ...(refusal.ticket && !refusal.ticket.private ? [context(titleLine(refusal))] : []),
    ...actions([...new Set(refusal.next)].map((next) => nextButton(next, refusal, words, at))),
  ];
}

const titleLine = ({ ticket }: Refusal) => (ticket ? `${ticketId(ticket.number)} ${inline(ticket.title)}` : '');

function nextButton(next: Next, { ticket }: Refusal, words: Catalog, at: At | undefined) {
  if (next === 'follow_up' && ticket) return followUpButton(ticket.number, words, { at });
  if (next === 'create' || next === 'follow_up' || !ticket) return goButton('create', '', words.verbs.labels.create);
  return next === 'show'
    ? showButton(ticket.number, words)
    : verbButton(next, ticket.number, labelOf(next, words, ticket.state));
}

/** A refusal that only the person sees, with what is possible instead. `at`: the refused words, so that they are not lost. */
export const refusalMessage = (refusal: Refusal, scene: Scene, at?: At): Message =>
  message(refusalSentence(refusal, scene), blocksOf(refusal, scene, at));

/** The same in a window. What the person had written is given back. */
export function refusalView(refusal: Refusal, scene: Scene, wrote = ''): ModalView {
  const words = wordsOf(scene.language);
  const returned = wrote.trim() === '' ? [] : [context(words.asides.youWrote), section(quote(wrote, 3000))];
  return modal({ title: words.refusals.title, close: words.forms.close }, [...blocksOf(refusal, scene), ...returned]);
}

/** Any message in a window, where there is no conversation to say it in. */
export function noticeView(blocks: readonly KnownBlock[], language: Language): ModalView {
  const words = wordsOf(language);
  return modal({ title: words.lists.welcome, close: words.forms.close }, blocks);
}

import { expect, test } from 'vitest';
import { openTo, refuse, whyNot } from '../../../src/domain/decide.ts';
import { typeOf } from '../../../src/desk/book.ts';
import type { MainText, SaidInMain } from '../../../src/desk/told.ts';
import { policies } from '../../../src/domain/group.ts';
import { LANGUAGES, type Person, type State, STATES, ticketNumber } from '../../../src/domain/language.ts';
import { isOpenTicket, mayReadInternal, rolesOf, type Ticket } from '../../../src/domain/ticket.ts';
import { isVerb } from '../../../src/domain/verbs.ts';
import { sameAt } from '../../../src/domain/clock.ts';
import { date } from '../../../src/slack/kit.ts';
import { shownNext, shownUsual } from '../../../src/slack/views/facts.ts';
import { wordsOf } from '../../../src/slack/words/catalog.ts';
import { mainLine, mainPost, requesterCard } from '../../../src/slack/views/requester.ts';
import { refusalView } from '../../../src/slack/views/refusal.ts';
import { ticketView } from '../../../src/slack/views/show.ts';
import { ana, at, bao, book, drawingOf, kofi, lea, marta, now, support, ticketIn } from './make.ts';

const person = (id: Person['id'], seats: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  agentOf: [],
  leadOf: [],
  admin: false,
  active: true,
  ...seats,
});
const people = {
  requester: person(bao),
  assignee: person(ana, { agentOf: [support.key] }),
  agent: person(kofi, { agentOf: [support.key] }),
  lead: person(lea, { leadOf: [support.key] }),
  manager: person(marta),
};
const asked = { seq: 4, at: at('09:50') };
const groups = [support, { ...support, policies: policies.parse({ reopen: 'follow_up_only' }) }];

/** Every state, and what can stand in it besides. */
const tickets = STATES.flatMap((state: State): Ticket[] => {
  const consulted = [marta];
  const plain = ticketIn(state, { consulted });
  const ways = [
    plain,
    ticketIn(state, { consulted, cancelAsked: { by: ana, at: at('09:50') } }),
    ticketIn(state, { consulted, archivedAt: now }),
    ticketIn(state, { consulted, rating: { score: 5, at: now } }),
  ];
  if (plain.state === 'pending')
    for (const kind of ['dependency', 'check'] as const)
      ways.push({ ...plain, pending: { ...plain.pending, kind, waitingFor: 'CANARY' } });
  if (plain.state === 'resolved') ways.push({ ...plain, sameAsked: asked });
  return ways;
});

type Pressed = { action_id?: string; type: string };
const pressesIn = (blocks: readonly object[]): string[] =>
  blocks.flatMap((block) => {
    const { elements = [], accessory } = block as { elements?: Pressed[]; accessory?: Pressed };
    return [...elements, ...(accessory ? [accessory] : [])].flatMap(({ action_id }) => action_id ?? []);
  });
const LOOKS = /^go\.(?:show|mine|tab)/;

test('the requester’s card is never a dead end: a step that the law allows him, and a sentence about who moves next', () => {
  for (const language of LANGUAGES)
    for (const group of groups)
      for (const ticket of tickets) {
        const { blocks } = requesterCard({ drawing: drawingOf(ticket, { group }), book, language, now });
        const all = JSON.stringify(blocks);
        const presses = pressesIn(blocks);
        expect(
          presses.some((id) => !LOOKS.test(id)),
          `${ticket.state}: ${presses.join()}`,
        ).toBe(true);
        for (const verb of presses.flatMap((id) => (id.startsWith('do.') ? (id.split('.')[1] ?? '') : [])))
          expect(
            isVerb(verb) && whyNot(verb, people.requester, ticket, { group, at: now, type: typeOf(book, ticket) }),
            `${verb} in ${ticket.state}`,
          ).toBeNull();
        const words = wordsOf(language).ticket;
        const said = ticket.sameAsked
          ? words.sameAskedYou(date(sameAt(ticket.sameAsked)))
          : ticket.cancelAsked && isOpenTicket(ticket)
            ? words.cancelAskedYou
            : shownNext(ticket, book, wordsOf(language));
        expect(said.length).toBeGreaterThan(15);
        expect(all).toContain(JSON.stringify(said).slice(1, -1));
        expect(all).not.toMatch(/undefined|\bnull\b|CANARY/);
      }
});

test('the requester of a duplicate is promised nothing that has come already, and nobody is told of his own yes', () => {
  const resolved = ticketIn('resolved');
  if (resolved.state !== 'resolved') throw new Error(resolved.state);
  const ended = (more: Partial<typeof resolved.resolution>): Ticket => ({
    ...resolved,
    resolution: { ...resolved.resolution, ...more },
  });
  const twin = { reason: 'duplicate', duplicateOf: ticketNumber(990) } as const;
  for (const language of LANGUAGES) {
    const shown = (ticket: Ticket) =>
      JSON.stringify(requesterCard({ drawing: drawingOf(ticket), book, language, now }).blocks);
    const promise = shownNext(ended(twin), book, wordsOf(language));
    expect(shown(ended(twin))).toContain(promise);
    expect(shown(ended({ ...twin, originalDone: true }))).not.toContain(promise);
    expect(shown(ended({ reason: 'confirmed_by_requester' }))).not.toMatch(/requester|richiedente/);
  }
});

test('where nothing is opened again, the answer itself leads on, and a yes is still heard', () => {
  const ticket = ticketIn('resolved');
  const drawing = drawingOf(ticket, { group: { ...support, policies: policies.parse({ reopen: 'follow_up_only' }) } });
  const said: SaidInMain = { author: ana, at: now, audience: 'main', text: 'It was the cable.' as MainText };
  const post = mainPost({ said, verb: 'resolve', drawing, book, language: 'en' });
  for (const { blocks } of [post, requesterCard({ drawing, book, language: 'en', now })])
    expect(pressesIn(blocks)).toEqual(expect.arrayContaining(['do.close', 'go.follow_up']));
  expect(pressesIn(post.blocks)).not.toContain('do.not_solved');
});

test('nobody who may see a ticket is left without a step or an honest sentence about why there is none', () => {
  for (const ticket of tickets)
    for (const [name, actor] of Object.entries(people)) {
      const roles = rolesOf(actor, ticket);
      const view = ticketView({
        book,
        language: 'en',
        now,
        drawing: drawingOf(ticket),
        told: [],
        roles,
        undoable: false,
        internal: mayReadInternal(actor, ticket),
        viewer: actor.id,
      });
      const steps = openTo(actor, ticket).filter((verb) => verb !== 'undo' && verb !== 'message');
      const standing = JSON.stringify(view.blocks[1]);
      const over = ['completed', 'cancelled', 'spam', 'resolved'].includes(ticket.state);
      if (steps.length === 0 && name !== 'requester')
        expect(over || standing.includes('since') || standing.includes('Since'), `${name} in ${ticket.state}`).toBe(
          true,
        );
      expect(standing).toMatch(/[A-Z][a-z]/);
      expect(standing).not.toMatch(/undefined|\bnull\b/);
    }
});

test('what is usual is said while the first answer is missing, of its type or else of its group', () => {
  const usual = { types: new Map([['malfunction', 2.5 * 3_600_000]]), groups: new Map([['support', 12 * 60_000]]) };
  const said = (ticket: Ticket, known = usual) => shownUsual(ticket, { ...book, usual: known }, wordsOf('en'));
  expect(said(ticketIn('new'))).toBe('Usually answered within 3 h for this type.');
  expect(said(ticketIn('in_progress', { type: null }))).toBe('Usually answered within 15 min in Support.');
  expect(said(ticketIn('in_progress', { firstReplyAt: now }))).toBeNull();
  expect(said(ticketIn('resolved'))).toBeNull();
  expect(said(ticketIn('new'), { types: new Map(), groups: new Map() })).toBeNull();
});

test.each(LANGUAGES)(
  'nobody is told to write where nothing is opened again, and of days there is a date, in %s',
  (language) => {
    const words = wordsOf(language);
    const plain = ticketIn('resolved');
    if (plain.state !== 'resolved') throw new Error('not resolved');
    const ticket = { ...plain, resolution: { ...plain.resolution, at: at('09:00') } };
    const groupOf = (reopen: object) => ({ ...support, policies: policies.parse(reopen) });
    const days = groupOf({ reopen: 'reopen_n_days', reopen_days: 2 });
    const line = (group: typeof support, told: Date) =>
      JSON.stringify(
        mainLine({
          told: {
            seq: 9,
            verb: 'original_done',
            by: null,
            at: told,
            input: { ended: 'done' },
            surface: null,
            said: null,
          },
          drawing: { ...drawingOf(ticket), group },
          book,
          language,
        }).blocks,
      );
    const later = new Date(at('09:00').getTime() + 2 * 86_400_000 + 1);
    const write = language === 'en' ? 'write here' : 'scrivi qui';
    const open = [line(support, later), line(days, now)];
    const closed = [line(days, later), line(groupOf({ reopen: 'follow_up_only' }), now)];
    for (const said of open) expect(said).toContain(write);
    for (const said of open) expect(said).not.toContain('go.follow_up');
    for (const said of closed) expect(said).not.toContain(write);
    for (const said of closed) expect(said).toContain('go.follow_up');
    const card = requesterCard({ drawing: { ...drawingOf(ticket), group: days }, book, language, now });
    const until = date(new Date(at('09:00').getTime() + 2 * 86_400_000));
    expect(JSON.stringify(card.blocks)).toContain(words.card.notSolvedUntil(until));
  },
);

test('leads whoever asked, and may not edit, to his own answers, where there are some', () => {
  const actor = { kind: 'person', id: bao, agentOf: [], leadOf: [], admin: false, active: true } as const;
  const said = (ticket: Ticket) =>
    JSON.stringify(
      refusalView(
        refuse('not_allowed', 'edit', actor, ticket, [], { at: now, group: support, type: typeOf(book, ticket) }),
        { book, language: 'en', now },
      ),
    );
  expect(said(ticketIn('new'))).toContain('Change answers');
  expect(said(ticketIn('new', { type: null }))).not.toContain('Change answers');
  expect(said(ticketIn('resolved'))).not.toContain('Change answers');
});

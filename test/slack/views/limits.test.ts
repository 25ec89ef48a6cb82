import type { AnyBlock, HomeView, ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageProblems, renderedLength } from '../../../local-slack/core/checks/message-check.ts';
import { viewProblems } from '../../../local-slack/core/checks/view-check.ts';
import type { Book } from '../../../src/desk/book.ts';
import type { Told } from '../../../src/desk/told.ts';
import { LANGUAGES, type PersonId, type State, STATES, ticketNumber } from '../../../src/domain/language.ts';
import { HOME_BOARDS } from '../../../src/domain/boards.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { refuse } from '../../../src/domain/decide.ts';
import { createForm } from '../../../src/slack/forms/create.ts';
import { forms } from '../../../src/slack/forms/forms.ts';
import { ABANDONED, abandonedMessage } from '../../../src/slack/views/abandoned.ts';
import { agentsCard, movedCard } from '../../../src/slack/views/card.ts';
import { createdView } from '../../../src/slack/views/created.ts';
import { askWhichTicket } from '../../../src/slack/views/dm.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { listMessage } from '../../../src/slack/views/list.ts';
import { escalationCard } from '../../../src/slack/views/manager.ts';
import { pingText } from '../../../src/slack/views/ping.ts';
import { refusalMessage, refusalView } from '../../../src/slack/views/refusal.ts';
import { mainPost, requesterCard } from '../../../src/slack/views/requester.ts';
import { ticketView } from '../../../src/slack/views/show.ts';
import { threadLines } from '../../../src/slack/views/thread.ts';
import { VERBS } from '../../../src/domain/verbs.ts';
import { hostile, hostileTitle } from '../hostile.ts';
import { homeOf } from './homes.ts';
import { ana, bao, book, drawingOf, escalation, inInternal, inMain, kofi, marta, now, ticketIn, told } from './make.ts';

type Said = { text: string; blocks: AnyBlock[] };
/** Whom our own code may call: the assignee in the thread, the requester in Main. */
const CALLS = new Set(['<@UANA>', '<@UBAO>']);
const LIVE = /<[^>]*>/g;
const TEXTS = /"text":"((?:[^"\\]|\\.)*)"/g;

/** Every `<...>` that Slack would act on in a drawn thing, but for dates. */
const liveIn = (drawn: unknown): string[] =>
  [...JSON.stringify(drawn).matchAll(TEXTS)]
    .flatMap(([, text = '']) => text.match(LIVE) ?? [])
    .filter((live) => !live.startsWith('<!date^'));

function checkMessage({ text, blocks }: Said, mayCall: boolean): void {
  expect(messageProblems(blocks)).toEqual([]);
  expect(renderedLength(blocks)).toBeLessThan(13_200);
  expect(text.length).toBeLessThanOrEqual(4000);
  const live = liveIn({ text: { text }, blocks });
  expect(live.filter((each) => !(mayCall && CALLS.has(each)))).toEqual([]);
}

function checkView(view: ModalView | HomeView): void {
  expect(viewProblems(view)).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000);
  expect(liveIn(view)).toEqual([]);
}

const hostileBook = (name: string): Book => ({
  ...book,
  groups: book.groups.map((group) => ({ ...group, name })),
  people: new Map([...book.people].map(([id, card]) => [id, { ...card, name }])),
});

/** A ticket in which everything that people write is hostile. */
function hostileTicket(state: State, title: string, text: string): Ticket {
  const ticket = ticketIn(state, { title, content: text, fields: { customer_code: text.slice(0, 3000) } });
  if (ticket.state === 'pending') return { ...ticket, pending: { ...ticket.pending, waitingFor: title } };
  if (ticket.state === 'escalated') return { ...ticket, escalation: { ...ticket.escalation, ask: text, reason: text } };
  return ticket;
}

const hostileEvents = (title: string, text: string): Told[] =>
  Array.from({ length: 3 }, () => [
    told('create', bao),
    told('message', bao, { said: inMain(bao, text) }),
    told('note', kofi, { said: inInternal(kofi, text) }),
    told('reply', ana, { said: inMain(ana, text) }),
    told('forward', kofi, { input: { to: ana, group: text, note: text } }),
    told('pend', ana, { input: { kind: 'check', waiting_for: title } }),
    told('escalate', ana, { input: { to: marta, ask: text, reason: text } }),
    told('withdraw', ana, { input: { reason: text } }),
    told('return', marta, { said: inInternal(marta, text) }),
  ]).flat();

describe('whatever people write, Slack takes what is drawn, and nobody is called', () => {
  const anything = fc.tuple(fc.constantFrom(...STATES), fc.constantFrom(...LANGUAGES), hostileTitle, hostile);

  it('messages', () => {
    fc.assert(
      fc.property(anything, ([state, language, title, text]) => {
        const ticket = hostileTicket(state, title, text || 'x');
        const lastMain = { ...inMain(bao, text), byRequester: true };
        const theirs = hostileBook(title);
        const drawing = drawingOf(ticket, { lastMain, group: { ...theirs.groups[0]!, language } });
        const events = hostileEvents(title, text);
        const scene = { book: theirs, language, now };
        const row = { ...escalation, ask: text, reason: text };
        checkMessage(agentsCard({ drawing, book: theirs, now }), false);
        checkMessage(movedCard({ number: ticket.number, title, group: title, language }), false);
        checkMessage(requesterCard({ ...scene, drawing }), false);
        checkMessage(mainPost({ said: inMain(ana, text), verb: 'resolve', drawing, book: theirs, language }), true);
        checkMessage(threadLines({ told: events, drawing, book: theirs, first: true })!, true);
        const end = told('return', marta, { said: inInternal(marta, text) });
        const suggested = { ticket: ticket.number, seq: 2, by: ana, at: now, text: inInternal(ana, text).text };
        const grounds = { end, history: events, suggestions: [suggested, suggested, suggested] };
        checkMessage(
          escalationCard({ ...scene, escalation: row, drawing, notes: events.slice(2, 5), ...grounds }),
          false,
        );
        const over = { ...row, state: 'answered' as const, closedAt: now };
        checkMessage(escalationCard({ ...scene, escalation: over, drawing, notes: [], ...grounds }), false);
        checkMessage(pingText({ told: events[4]!, drawing, book: theirs, language, to: ana }), false);
        checkMessage(refusalMessage(refuse('wrong_state', 'keep', nobody(bao), ticket), scene), false);
        const tickets = Array.from({ length: 30 }, () => ticket);
        checkMessage(listMessage({ ...scene, viewer: bao, tickets, total: 90 }), false);
        checkMessage(abandonedMessage({ ...scene, tickets: tickets.slice(0, ABANDONED), total: 90 }), false);
        checkMessage(askWhichTicket({ ...scene, tickets, channel: 'D0123456789', ts: '1700000000.000100' }), false);
      }),
      { numRuns: 60 },
    );
  });

  it('windows and Home', () => {
    fc.assert(
      fc.property(anything, ([state, language, title, text]) => {
        const ticket = hostileTicket(state, title, text || 'x');
        const theirs = hostileBook(title);
        const scene = { book: theirs, language, now };
        const tickets = Array.from({ length: 60 }, (_, n) => ({ ...ticket, number: ticketNumber(1001 + n) }));
        const load = [ana, marta, bao].map((agent) => ({
          agent,
          open: 9,
          waiting: 1,
          risk: 1,
          late: 1,
          outUntil: now,
        }));
        for (const board of HOME_BOARDS) {
          const reading = homeOf(
            ana,
            { agent: true, lead: true, admin: true },
            { board, agent: bao, page: 1 },
            { tickets, count: 1001, load },
          );
          checkView(homeView({ ...scene, ...reading }));
        }
        const events = hostileEvents(title, text);
        const roles = ['agent', 'lead', 'assignee', 'requester', 'target', 'admin'] as const;
        checkView(
          ticketView({
            ...scene,
            drawing: drawingOf(ticket),
            told: events,
            roles,
            undoable: true,
            internal: true,
            viewer: bao,
          }),
        );
        checkView(refusalView(refuse('wrong_state', 'keep', nobody(bao), ticket), scene, text));
        checkView(createdView(ticket, bao, scene));
        const start = { title, content: text, type: 'malfunction', metadata: { via: 'dm' as const } };
        checkView(createForm({ ...scene, viewer: bao, viewerIsAgent: true, ...start }));
        const reading = {
          ticket,
          group: { ...theirs.groups[0]! },
          actor: null,
          target: null,
          targetGroup: null,
          other: 'none' as const,
          parent: 'none' as const,
          asks: null,
          otherState: null,
          free: null,
          repeated: false,
        };
        const number = ticketNumber(999_999_999);
        for (const verb of VERBS)
          for (const people of [[], [marta, ana]]) {
            const chain = { links: people.map((person) => ({ person, minutes: null })), gaps: [] };
            const view = forms[verb]?.draw({ ...scene, number, viewer: ana, reading, chain, told: [] });
            if (view) checkView(view);
          }
      }),
      { numRuns: 40 },
    );
  });
});

const nobody = (id: PersonId) => ({ kind: 'person' as const, id, agentOf: [], leadOf: [], admin: false, active: true });

import { expect, test } from 'vitest';
import { STATES } from '../../../src/domain/language.ts';
import { answersTold } from '../../../src/slack/views/answers.ts';
import { agentsCard } from '../../../src/slack/views/card.ts';
import { ticketView } from '../../../src/slack/views/show.ts';
import * as make from './make.ts';

const PHONE = '+39 02 7654321';
const BADGE = 'B-4711';
const types = make.book.types.map((type) => ({
  ...type,
  fields: [
    { key: 'phone', label: 'Phone', ask: 'phone' as const, required: false, personal: true },
    { key: 'badge', label: 'Badge', ask: 'line' as const, required: false, personal: true, audience: 'agent' as const },
    { key: 'place', label: 'Place', ask: 'line' as const, required: false },
  ],
}));
const scene = { language: 'en' as const, book: { ...make.book, types }, now: make.now };
const answers = { fields: { phone: PHONE, place: 'Hanoi' }, agentFields: { badge: BADGE } };

test('personal answers are covered on the agents’ card, in every state', () => {
  for (const state of STATES) {
    const card = JSON.stringify(
      agentsCard({ ...scene, drawing: make.drawingOf(make.ticketIn(state, { type: 'malfunction', ...answers })) }),
    );
    expect(card).not.toContain(PHONE);
    expect(card).not.toContain(BADGE);
    if (card.includes('Place: Hanoi')) expect(card).toContain('Phone: •••');
  }
  const open = make.drawingOf(make.ticketIn('in_progress', { type: 'malfunction', ...answers }));
  expect(JSON.stringify(agentsCard({ ...scene, drawing: open }))).toContain('Place: Hanoi');
});

test('in the ticket’s window agents uncover them, whoever gave them reads them, and nobody else does', () => {
  const ticket = make.ticketIn('in_progress', { type: 'malfunction', ...answers });
  const said = (viewer: typeof make.ana, internal: boolean, page: number, tab: 'info' | 'history' = 'info') => {
    const view = ticketView({
      ...scene,
      drawing: make.drawingOf(ticket),
      told: [],
      roles: internal ? ['agent'] : [],
      undoable: false,
      internal,
      viewer,
      leaf: { tab, page },
    });
    return JSON.stringify(view);
  };
  const covered = said(make.ana, true, 0);
  expect(covered).toContain('*Phone*: •••');
  expect(covered).toContain('Show personal answers');
  expect(covered).not.toContain(PHONE);
  expect(covered).not.toContain(BADGE);
  const open = said(make.ana, true, 1);
  expect(open).toContain(PHONE);
  expect(open).toContain(BADGE);
  expect(open).toContain('Hide personal answers');
  // Whoever comes back to the page finds it covered.
  expect(JSON.parse(JSON.parse(open).private_metadata as string)).toEqual({ info: 0 });

  const own = said(make.bao, false, 0);
  expect(own).toContain(PHONE);
  expect(own).not.toContain(BADGE);
  const follower = said(make.marta, false, 1);
  expect(follower).toContain('*Phone*: •••');
  expect(follower).not.toContain(PHONE);
  expect(follower).not.toContain('personal answers');
});

test('an answer whose question is not asked any more is covered as a personal one is', () => {
  const gone = types.map((type) => ({ ...type, fields: [] }));
  const later = { ...scene, book: { ...make.book, types: gone } };
  const ticket = make.ticketIn('in_progress', { type: 'malfunction', ...answers });
  const card = JSON.stringify(agentsCard({ ...later, drawing: make.drawingOf(ticket) }));
  expect(card).toContain('phone: •••');
  for (const answer of [PHONE, BADGE, 'Hanoi']) expect(card).not.toContain(answer);

  const said = (viewer: typeof make.ana, internal: boolean, page: number) => {
    const roles = internal ? (['agent'] as const) : [];
    const leaf = { tab: 'info' as const, page };
    const drawing = make.drawingOf(ticket);
    return JSON.stringify(ticketView({ ...later, drawing, told: [], roles, undoable: false, internal, viewer, leaf }));
  };
  const covered = said(make.ana, true, 0);
  expect(covered).toContain('*phone*: •••');
  expect(covered).toContain('Show personal answers');
  const open = said(make.ana, true, 1);
  for (const answer of [PHONE, BADGE, 'Hanoi', 'Hide personal answers']) expect(open).toContain(answer);
  expect(said(make.bao, false, 0)).toContain(PHONE);
  expect(said(make.marta, false, 1)).not.toContain(PHONE);
  const changed = make.told('change_answers', make.bao, {
    input: { fields: { place: 'Hue' }, were: { place: 'Hanoi' } },
  });
  expect(answersTold(changed, ticket, later)).toEqual(['• place: changed (personal data)']);
});

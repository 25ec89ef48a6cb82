import { expect, test } from 'vitest';
import type { MainText } from '../../../src/desk/told.ts';
import { ticketNumber } from '../../../src/domain/language.ts';
import { readPages } from '../../../src/slack/leaf.ts';
import type { CustomerModel } from '../../../src/slack/views/customer.ts';
import { ticketView } from '../../../src/slack/views/show.ts';
import { ana, bao, book, drawingOf, inInternal, lea, marta, now, ticketIn, told } from './make.ts';
import { chapters, sketchView } from './sketch.ts';

/** What only agents see of who asks, and of who decides. */
const customer: CustomerModel = {
  title: 'Designer',
  phone: '+84 912 345 678',
  manager: marta,
  open: [
    { ticket: ticketIn('pending', { number: ticketNumber(1040), title: 'A second screen' }), readable: true },
    { ticket: ticketIn('new', { number: ticketNumber(1041), title: 'My salary', private: true }), readable: false },
  ],
  answers: [{ ticket: ticketNumber(1030), author: ana, at: now, text: 'It is in your *drawer*.' as MainText }],
  ratings: [{ ticket: ticketNumber(1030), score: 4, at: now }],
};
const asked = ticketIn('escalated');
const open = asked.state === 'escalated' ? asked.escalation : null;
const row = {
  seq: 1,
  level: 1,
  from: ana,
  cause: null,
  to: lea,
  ask: 'May I order a laptop?',
  reason: 'Today.',
  at: new Date(now.getTime() - 3_600_000),
  acknowledgedAt: null,
  closedAt: now,
  state: 'answered' as const,
};
const escalations = [{ ...row, seq: 3, level: 2, to: marta, at: now, closedAt: null, state: 'open' as const }, row];
const returned = told('return', lea, { said: inInternal(lea, 'Ask Marta.'), seq: 2, at: now });

const drawn = (language: 'en' | 'it', tab: 'customer' | 'escalations', internal = true) =>
  sketchView(
    ticketView({
      book,
      language,
      now,
      drawing: { ...drawingOf(asked), escalations },
      told: [returned],
      roles: internal ? ['anyone', 'agent'] : ['anyone', 'requester'],
      undoable: false,
      internal,
      viewer: internal ? ana : bao,
      leaf: { tab, page: 0 },
      customer,
      chain: {
        links: [lea, marta].map((person) => ({ person, minutes: null })),
        gaps: [{ step: 'it_support', person: null, why: 'nobody', until: null, after: 2 }],
      },
    }),
  );

test('agents read who asks, and who decides; nobody else does', async () => {
  expect(open?.to).toBe(marta);
  await expect(
    chapters([
      ['customer', drawn('en', 'customer')],
      ['customer, it', drawn('it', 'customer')],
      ['escalations', drawn('en', 'escalations')],
      ['escalations, it', drawn('it', 'escalations')],
    ]),
  ).toMatchFileSnapshot('./sketches/customer.txt');
  for (const tab of ['customer', 'escalations'] as const)
    expect(drawn('en', tab, false)).not.toMatch(/Designer|912 345|Ask Marta|May I order|\[ Customer|Escalations/);
});

test.each([
  ['en', 1, 'Masked*: in one place'],
  ['en', 17, 'Masked*: in 17 places'],
  ['it', 17, 'Mascherato*: in 17 punti'],
] as const)('agents read in how many places something is masked: %s, %i', (language, masked, said) => {
  const drawing = drawingOf(ticketIn('in_progress', { masked }));
  const scene = { book, language, now, drawing, told: [], undoable: false, viewer: ana };
  expect(JSON.stringify(ticketView({ ...scene, roles: ['anyone', 'agent'], internal: true }))).toContain(said);
  expect(JSON.stringify(ticketView({ ...scene, roles: ['anyone', 'requester'], internal: false }))).not.toContain(said);
});

test('each page of the window is found where it was left', () => {
  const view = ticketView({
    book,
    language: 'en',
    now,
    drawing: drawingOf(ticketIn('in_progress')),
    told: [],
    roles: ['anyone', 'agent'],
    undoable: false,
    internal: true,
    viewer: ana,
    leaf: { tab: 'history', page: 2 },
    pages: { talk: 3 },
  });
  expect(readPages(view.private_metadata)).toEqual({ talk: 3, history: 2 });
  expect(JSON.stringify(view.blocks)).toContain('"1042.talk.3"');
  expect(readPages('{"talk":"x"}')).toEqual({});
  expect(readPages('')).toEqual({});
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '../../../src/desk/book.ts';
import type { Drawing } from '../../../src/desk/outbox.ts';
import type { Told } from '../../../src/desk/told.ts';
import { LANGUAGES, type PersonId, personId, STATES, ticketNumber } from '../../../src/domain/language.ts';
import { type Verb, VERBS } from '../../../src/domain/verbs.ts';
import { agentsCard, movedCard } from '../../../src/slack/views/card.ts';
import { askedCard } from '../../../src/slack/views/asked.ts';
import { mainGone, mainLine, mainPost, requesterCard } from '../../../src/slack/views/requester.ts';
import { threadLines } from '../../../src/slack/views/thread.ts';
import * as make from './make.ts';

/** Stands in every word that anybody wrote on the ticket, and in the names of those whose request it is. */
const CANARY = 'CANARY-51d2';
const [bao, priya] = [make.bao, personId('UPRIYA')];
const card = make.book.people.get(make.ana)!;
const book: Book = {
  ...make.book,
  people: new Map([
    ...make.book.people,
    ...[bao, priya].map((id) => [id, { ...card, id, name: `${CANARY} ${id}` }] as const),
  ]),
};
const written = {
  title: `${CANARY} title`,
  content: `${CANARY} content`,
  fields: { customer_code: CANARY, device: CANARY },
  agentFields: { cause: CANARY },
  solution: `${CANARY} solution`,
  scheduled: {
    seq: 2,
    verb: 'reply' as const,
    by: make.ana,
    answer: { text: `${CANARY} answer` },
    at: make.at('23:30'),
    warned: false,
    held: false,
    acts: [],
    templates: [],
    stopped: null,
  },
  undelivered: [{ seq: 2, why: 'left' as const }],
  private: true,
  consulted: [make.marta],
};
const standing = {
  pending: (kind: string) => ({ kind, waitingFor: CANARY, wakeAt: null, blockedBy: null }),
  agreement: { by: make.ana, note: CANARY },
};

const person = fc.constantFrom<PersonId | null>(bao, priya, make.ana, make.kofi, make.marta, null);
/** What anybody could have given with a verb, all at once. */
const input = fc.record({
  to: fc.constantFrom(make.kofi, bao, priya),
  group: fc.constant('billing'),
  kind: fc.constantFrom('requester', 'dependency', 'check'),
  of: fc.constant(1),
  audience: fc.constantFrom('main', 'internal'),
  priority: fc.constant('urgent'),
  reason: fc.constantFrom(CANARY, 'no_response', 'spam'),
  with: fc.constant(7),
  child: fc.constant(9),
  ...Object.fromEntries(
    ['text', 'title', 'content', 'note', 'ask', 'waiting_for', 'issue', 'agreement', 'solution'].map((key) => [
      key,
      fc.constant(`${CANARY} ${key}`),
    ]),
  ),
  ...Object.fromEntries(
    ['fields', 'agent_fields', 'were'].map((key) => [
      key,
      fc.constant({ customer_code: `${CANARY} ${key}`, device: CANARY, cause: CANARY }),
    ]),
  ),
  verb: fc.constantFrom('reply', 'resolve', 'pend'),
  answer: fc.constant({ text: `${CANARY} answer`, waiting_for: CANARY }),
  files: fc.constant([{ id: 'F1', name: `${CANARY}.pdf`, link: `https://files.example/${CANARY}` }]),
});
const OUTSIDERS: readonly (PersonId | null)[] = [bao, priya];
const THEIRS: readonly (Verb | 'create')[] = [
  ...(['create', 'message', 'close', 'not_solved', 'same_problem', 'other_problem', 'rate', 'agree'] as const),
  ...(['correct', 'retract', 'undo', 'cancel', 'tell_requester', 'change_answers'] as const),
];
const event = fc
  .record({
    verb: fc.constantFrom<Verb | 'create'>('create', ...VERBS),
    by: person,
    input,
    said: fc.constantFrom(null, make.inMain(bao, CANARY), make.inInternal(make.ana, CANARY)),
  })
  .filter(({ verb, by }) => !OUTSIDERS.includes(by) || THEIRS.includes(verb))
  // By one verb alone the ticket is given to another requester.
  .map(({ verb, by, input: { to, ...given }, said }): Told =>
    make.told(verb, by, { input: { ...given, to: verb === 'change_owner' ? to : make.kofi }, said }),
  );

const scenes = fc.record({
  state: fc.constantFrom(...STATES),
  pending: fc.constantFrom('requester', 'dependency', 'check'),
  requester: fc.constantFrom(bao, priya),
  language: fc.constantFrom(...LANGUAGES),
  channel: fc.constantFrom('slash', 'outward'),
  events: fc.array(event, { minLength: 1, maxLength: 5 }),
  first: fc.boolean(),
  asked: fc.boolean(),
  decided: fc.constantFrom(
    null,
    make.told('return', make.marta, { said: make.inInternal(make.marta, CANARY) }),
    ...(['decline', 'withdraw'] as const).map((verb) => make.told(verb, make.marta, { input: { reason: CANARY } })),
    make.told('take_over', make.marta),
  ),
  now: fc.constantFrom(make.now, make.at('23:00')),
});
type Scene = typeof scenes extends fc.Arbitrary<infer T> ? T : never;

const question = { ask: CANARY, reason: CANARY };

function drawingOf({ state, pending, requester, language, channel, asked, decided }: Scene): Drawing {
  const states = {
    ...(state === 'pending' && { pending: standing.pending(pending) }),
    ...(state === 'workaround' && { workaround: { issue: CANARY } }),
    ...(state === 'escalated' && { escalation: { ...make.escalated, ...question } }),
    ...(state === 'cancelled' && { agreement: standing.agreement }),
  };
  const who = asked ? { requester: make.ana, creator: make.ana, parent: ticketNumber(3) } : { requester, creator: bao };
  const ticket = make.ticketIn(state, { ...written, ...who, ...states, channel });
  const asking = { number: ticketNumber(3), assignee: make.ana, language, place: { channel: 'CDESK', ts: '1.2' } };
  return make.drawingOf(ticket, {
    group: { ...make.support, language },
    lastMain: { ...make.inMain(bao, CANARY), byRequester: true },
    lastHeard: make.inMain(bao, CANARY),
    linked: [{ number: ticketNumber(9), group: make.support.key, state: 'in_progress' }],
    links: [{ number: ticketNumber(7), how: 'related', state: 'answered', private: true, requester: bao }],
    escalations: [{ ...make.escalation, ...question }],
    decided,
    asking: asked ? asking : null,
  });
}

/** All that stands in a channel of this ticket: among its own agents, and among those who asked for it. */
function inChannels(scene: Scene): unknown[] {
  const { language, first, now } = scene;
  // Whoever asked a team is an agent: the requester of the ticket that asks never does anything there.
  const events = scene.events.map((one) =>
    scene.asked && OUTSIDERS.includes(one.by) ? { ...one, by: make.ana } : one,
  );
  const drawing = drawingOf(scene);
  const model = { drawing, book, language, now };
  const { ticket } = drawing;
  const ours = [
    agentsCard(model),
    movedCard({ number: ticket.number, group: 'Billing', language, title: null }),
    threadLines({ told: events, drawing, book, first }),
    // What was told before and changed since is drawn once more, one by one.
    ...events.map((one) => threadLines({ told: [one], drawing, book, first: false })),
  ];
  const main = { channel: 'CASK', ts: '1.1' };
  const asked = drawing.asking
    ? [askedCard(model), ...events.map((told) => mainLine({ told, ...model }))]
    : [requesterCard({ ...model, drawing: { ...drawing, ticket: { ...ticket, main } } })];
  const said = make.inMain(make.kofi, CANARY);
  const words = drawing.asking ? events.map(({ verb }) => mainPost({ said, verb, ...model })) : [];
  const gone = events.map((told) => mainGone({ told: { ...told, by: make.kofi }, book, language }));
  return [...ours, ...asked, ...words, ...gone];
}

test('of a private ticket no channel reads a word that was written, nor whose request it is', () => {
  const verbs = new Set<string>();
  fc.assert(
    fc.property(scenes, (scene) => {
      for (const { verb } of scene.events) verbs.add(verb);
      for (const shown of inChannels(scene)) expect(JSON.stringify(shown)).not.toContain(CANARY);
    }),
    { numRuns: 500 },
  );
  expect([...verbs].toSorted()).toEqual(['create', ...VERBS].toSorted());
});

test('the same views say all of it where the ticket is not private, so that the search finds what is there', () => {
  const open = (scene: Scene) => {
    const { now } = scene;
    const { ticket, ...rest } = drawingOf(scene);
    const drawing = { ...rest, ticket: { ...ticket, private: false } };
    const said = threadLines({
      told: [make.told('note', make.ana, { input: {}, said: make.inInternal(make.ana, CANARY) })],
      drawing,
      book,
      first: true,
    });
    return [agentsCard({ drawing, book, now }), said];
  };
  fc.assert(
    fc.property(scenes, (scene) => {
      for (const shown of open(scene)) expect(JSON.stringify(shown)).toContain(CANARY);
    }),
    { numRuns: 50 },
  );
});

import { describe, expect, it } from 'vitest';
import { STATES } from '../../../src/domain/language.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { agentsCard, movedCard } from '../../../src/slack/views/card.ts';
import { faceOf, faces } from '../../../src/slack/views/presses.ts';
import { mainPost, requesterCard } from '../../../src/slack/views/requester.ts';
import { threadLines } from '../../../src/slack/views/thread.ts';
import {
  ana,
  at,
  bao,
  book,
  drawingOf,
  escalation,
  inInternal,
  inMain,
  kofi,
  lea,
  marta,
  now,
  support,
  ticketIn,
  told,
} from './make.ts';
import { chapters, sketch } from './sketch.ts';

const file = (name: string) => `./sketches/${name}.txt`;
const answer = {
  ...inMain(ana, 'Please update the client to 5.2, then tell me whether it still drops.'),
  byRequester: false,
};

describe('the agents’ card', () => {
  it('in every state', async () => {
    const drawn = STATES.map((state) => {
      const lastMain = state === 'new' || state === 'preparing' ? null : answer;
      const drawing = drawingOf(ticketIn(state), { lastMain });
      return [state, sketch(agentsCard({ drawing, book, now }).blocks)] as const;
    });
    await expect(chapters(drawn)).toMatchFileSnapshot(file('card.en'));
  });

  it('in Italian, raised for another, long, private, moved', async () => {
    const group = { ...support, language: 'it' as const };
    const long = Array.from({ length: 40 }, (_, n) => `Line ${n + 1} of what happened.`).join('\n');
    const drawn = (ticket: ReturnType<typeof ticketIn>, other = {}) =>
      sketch(agentsCard({ drawing: drawingOf(ticket, other), book, now }).blocks);
    await expect(
      chapters([
        ...STATES.map((state) => [`it ${state}`, drawn(ticketIn(state), { group })] as const),
        ['raised by Lea', drawn(ticketIn('new', { creator: lea, channel: 'agent' }))],
        ['long', drawn(ticketIn('in_progress', { content: long }))],
        ['private', drawn(ticketIn('in_progress', { private: true }), { lastMain: answer })],
        ['moved', sketch(movedCard({ ...ticketIn('new'), channel: '', group: 'Billing', language: 'en' }).blocks)],
        [
          'moved, private',
          sketch(movedCard({ ...ticketIn('new'), title: null, channel: '', group: 'Billing', language: 'it' }).blocks),
        ],
      ]),
    ).toMatchFileSnapshot(file('card.others'));
  });

  it('shows only what the law opens, and at most two buttons and five choices', () => {
    for (const state of STATES) {
      const [plain, archived] = [
        faceOf(ticketIn(state)),
        faceOf(ticketIn(state, { archivedAt: at('10:00'), sameAsked: { seq: 4, at: now } })),
      ];
      expect(new Set([...plain.buttons, ...archived.buttons])).toEqual(new Set(faces[state].buttons));
      expect(new Set([...plain.more, ...archived.more])).toEqual(new Set(faces[state].more));
      expect(faces[state].buttons.length).toBeLessThanOrEqual(2);
      expect(faces[state].more.length).toBeLessThanOrEqual(5);
    }
  });

  it('counts the waiting of a ticket that nobody has from when it was raised', () => {
    for (const ticket of [
      ticketIn('new', { since: at('10:00') }),
      ticketIn('new', { since: at('10:00'), private: true }),
    ])
      expect(sketch(agentsCard({ drawing: drawingOf(ticket), book, now }).blocks)).not.toContain('10:00');
  });

  it('says that the requester wrote once, whatever the state', () => {
    const drawn = (state: 'requester_replied' | 'in_progress') =>
      sketch(agentsCard({ drawing: drawingOf(ticketIn(state, { unread: true })), book, now }).blocks);
    expect(drawn('in_progress')).toContain('New words from the requester');
    expect(drawn('requester_replied')).not.toContain('New words from the requester');
  });

  it('offers no one a Resolve while a manager decides, but Withdraw, Note and Show', () => {
    expect(faceOf(ticketIn('escalated'))).toEqual({
      buttons: ['nudge', 'withdraw'],
      more: ['note', 'forward', 'follow'],
    });
  });

  it('says when somebody asked again for the decision', () => {
    const ticket = ticketIn('escalated');
    if (ticket.state !== 'escalated') throw new Error('not escalated');
    const drawn = (nudgedAt: Date | null) => {
      const drawing = drawingOf({ ...ticket, escalation: { ...ticket.escalation, nudgedAt } });
      return sketch(agentsCard({ drawing, book, now }).blocks);
    };
    expect(drawn(now)).toContain('· asked again today');
    expect(drawn(null)).not.toContain('asked again');
  });

  it('says what those above said, and of a private ticket only that they did', async () => {
    const back = (decided: ReturnType<typeof told>, more: Partial<Ticket> = {}) =>
      sketch(
        agentsCard({
          drawing: drawingOf(ticketIn(decided.verb === 'return' ? 'escalation_answered' : 'in_progress', more), {
            decided,
          }),
          book,
          now,
        }).blocks,
      );
    const answered = told('return', marta, { said: inInternal(marta, 'Yes, order it.') });
    const declined = told('decline', marta, { input: { reason: 'It is for Omar to say.' } });
    await expect(
      chapters([
        ['answered', back(answered)],
        ['declined', back(declined)],
        ['withdrawn', back(told('withdraw', ana, { input: { reason: 'Bao found a spare one.' } }))],
        ['taken over', back(told('take_over', marta), { assignee: marta })],
        ['answered, private', back(answered, { private: true })],
        ['declined, private', back(declined, { private: true })],
        [
          'asked, private',
          sketch(agentsCard({ drawing: drawingOf(ticketIn('escalated', { private: true })), book, now }).blocks),
        ],
      ]),
    ).toMatchFileSnapshot(file('card.decided'));
  });

  it('says nothing of a private ticket but its number and its type', () => {
    for (const state of STATES) {
      const drawing = drawingOf(ticketIn(state, { private: true }), { lastMain: answer });
      const drawn = JSON.stringify(agentsCard({ drawing, book, now }));
      for (const secret of ['VPN', 'ThinkPad', 'update the client', 'printer model', 'Bao', '104233'])
        expect(drawn).not.toContain(secret);
    }
  });
});

describe('the thread', () => {
  const requesterWrote = told('message', bao, { said: inMain(bao, 'It dropped again.\nI have a call at eleven.') });
  const all = [
    told('create', bao),
    told('keep', ana),
    told('forward', lea, { input: { to: kofi, group: 'support', note: 'You know the VPN best.' } }),
    told('prepare', kofi),
    told('work', kofi),
    told('reply', ana, { said: answer }),
    requesterWrote,
    told('message', kofi, { said: inMain(kofi, 'I have the same problem.') }),
    told('note', kofi, { said: inInternal(kofi, 'Same router as last week.') }),
    told('note', kofi, { said: inInternal(kofi, 'typed here'), input: { source: { channel: 'CDESK', ts: '1.2' } } }),
    told('pend', ana, {
      input: { kind: 'requester', waiting_for: 'printer model', wake_at: at('12:00').toISOString() },
    }),
    told('wake', null),
    told('escalate', ana, { input: { to: marta, ask: 'May I order a replacement?', reason: 'Urgent' } }),
    told('acknowledge', marta),
    told('return', marta, { said: inInternal(marta, 'Yes, order it.') }),
    told('withdraw', ana, { input: { reason: 'Bao found a spare one.' } }),
    told('resolve', ana, { input: { reason: 'answered' }, said: answer }),
  ];

  it('tells all that happened, in both languages', async () => {
    const drawing = drawingOf(ticketIn('in_progress'));
    const italian = { ...drawing, group: { ...support, language: 'it' as const } };
    const hidden = drawingOf(ticketIn('in_progress', { private: true }));
    const drawn = (of: typeof drawing) => sketch(threadLines({ told: all, drawing: of, book, first: true })!.blocks);
    await expect(
      chapters([
        ['en', drawn(drawing)],
        ['it', drawn(italian)],
        ['private', drawn(hidden)],
      ]),
    ).toMatchFileSnapshot(file('thread'));
    expect(drawn(hidden)).not.toMatch(/VPN drops|Bao|call at eleven|printer/);
  });

  it('calls the assignee for the requester’s words, and nobody for his own', () => {
    const text = (assignee: typeof ana) =>
      threadLines({
        told: [requesterWrote],
        drawing: drawingOf(ticketIn('in_progress', { assignee })),
        book,
        first: false,
      })!.text;
    expect(text(ana)).toContain('<@UANA>');
    expect(text(bao)).not.toContain('<@');
  });

  it('is silent when all was typed there already', () => {
    const typed = all.filter(({ input }) => 'source' in input);
    expect(typed).toHaveLength(1);
    expect(threadLines({ told: typed, drawing: drawingOf(ticketIn('new')), book, first: false })).toBeNull();
  });
});

describe('what the requester sees', () => {
  it.each(['en', 'it'] as const)('the card in %s', async (language) => {
    const drawn = STATES.map((state) => {
      const drawing = drawingOf(ticketIn(state));
      return [state, sketch(requesterCard({ drawing, book, language, now }).blocks)] as const;
    });
    const raised = drawingOf(ticketIn('new', { creator: lea }));
    drawn.push(['new' as const, sketch(requesterCard({ drawing: raised, book, language, now }).blocks)]);
    await expect(chapters(drawn)).toMatchFileSnapshot(file(`requester.${language}`));
  });

  it('counts from when the agent has it, not from the last change of state', () => {
    const drawn = (ticket: Ticket) =>
      sketch(requesterCard({ drawing: drawingOf(ticket), book, language: 'en', now }).blocks);
    const ticket = ticketIn('requester_replied', { since: at('10:00'), assignedAt: at('09:12') });
    expect(drawn(ticket)).toContain('since today 09:12');
    expect(drawn(ticketIn('new', { since: at('10:00') }))).toContain('since today 09:10');
  });

  it('posts in Main', async () => {
    const posts = (['en', 'it'] as const).flatMap((language) =>
      (
        [
          ['reply', 'answered', ana],
          ['pend', 'pending', ana],
          ['resolve', 'resolved', ana],
          ['message', 'in_progress', bao],
        ] as const
      ).map(([verb, state, author]) => {
        const said = inMain(author, 'Please update the client.\nThen tell me.');
        const post = mainPost({ said, verb, drawing: drawingOf(ticketIn(state)), book, language });
        return [`${language} ${verb}`, sketch(post.blocks)] as const;
      }),
    );
    await expect(chapters(posts)).toMatchFileSnapshot(file('main'));
  });

  it('never holds what agents said or asked one another', () => {
    const secret = 'SECRET';
    const escalated = ticketIn('escalated');
    const pending = ticketIn('pending', {
      pending: { kind: 'check', waitingFor: secret, wakeAt: null, blockedBy: null },
    });
    const asked = { ...escalation, ask: secret, reason: secret };
    for (const ticket of [
      pending,
      {
        ...escalated,
        ...(escalated.state === 'escalated' && {
          escalation: { ...escalated.escalation, ask: secret, reason: secret },
        }),
      },
    ])
      for (const language of ['en', 'it'] as const) {
        const drawing = drawingOf(ticket, { escalations: [asked] });
        expect(JSON.stringify(requesterCard({ drawing, book, language, now }))).not.toContain(secret);
      }
  });
});

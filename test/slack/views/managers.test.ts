import { describe, expect, it } from 'vitest';
import type { Told } from '../../../src/desk/told.ts';
import { type State, ticketNumber } from '../../../src/domain/language.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { escalationCard } from '../../../src/slack/views/manager.ts';
import type { Morning } from '../../../src/desk/morning.ts';
import { morningMessage } from '../../../src/slack/views/morning.ts';
import { pingText } from '../../../src/slack/views/ping.ts';
import {
  ana,
  at,
  bao,
  book,
  drawingOf,
  escalated,
  escalation,
  inInternal,
  inMain,
  kofi,
  lea,
  marta,
  support,
  ticketIn,
  told,
} from './make.ts';
import { chapters, sketch } from './sketch.ts';

const file = (name: string) => `./sketches/${name}.txt`;

describe('what a manager and an assignee are sent', () => {
  it('the escalation and what becomes of it', async () => {
    const notes = [told('note', ana, { said: inInternal(ana, 'Tried: restart, driver, other network.') })];
    const ticket = ticketIn('escalated');
    const lastMain = { ...inMain(bao, 'I have a customer call at eleven.', '10:02'), byRequester: true };
    const card = (language: 'en' | 'it', row: Partial<typeof escalation>, of = ticket, end: Told | null = null) =>
      sketch(
        escalationCard({
          escalation: { ...escalation, ...row },
          drawing: drawingOf(of, { lastHeard: lastMain }),
          notes,
          history: end ? [end] : [],
          suggestions: [],
          end,
          book,
          language,
          now: at('09:50'),
        }).blocks,
      );
    const byRule = (language: 'en' | 'it', more: Partial<Ticket> = {}) =>
      card(language, { from: null, cause: { rule: 'breach', clock: 'resolution' }, ask: '', reason: '' }, {
        ...ticket,
        ...more,
      } as Ticket);
    const closedAt = at('10:00');
    const answered = told('return', marta, { said: inInternal(marta, 'Yes, order it.') });
    const resolved = told('resolve', lea, { input: { reason: 'solved' } });
    const declined = told('decline', marta, { input: { reason: 'It is for Omar to say.' } });
    const withdrawn = told('withdraw', ana, { input: { reason: 'Bao found a spare one.' } });
    await expect(
      chapters([
        ['open', card('en', {})],
        ['acknowledged', card('en', { state: 'acked', acknowledgedAt: at('09:45') })],
        ['answered', card('en', { state: 'answered', closedAt }, ticketIn('escalation_answered'), answered)],
        ['withdrawn', card('en', { state: 'withdrawn', closedAt }, ticketIn('in_progress'), withdrawn)],
        ['withdrawn, by whom is not known', card('en', { state: 'withdrawn', closedAt }, ticketIn('in_progress'))],
        ['answered by somebody else', card('en', { state: 'answered', closedAt }, ticketIn('resolved'), resolved)],
        ['taken over', card('en', { state: 'taken', closedAt }, ticketIn('in_progress', { assignee: marta }))],
        ['declined', card('en', { state: 'declined', closedAt }, ticketIn('in_progress'), declined)],
        ['timed out', card('en', { state: 'timed_out', to: lea, closedAt })],
        ['sent higher', card('en', { state: 'sent_higher', to: lea, closedAt })],
        ['by rule', byRule('en')],
        ['by rule, private', byRule('en', { private: true })],
        ['it by rule', byRule('it')],
        ['it by rule, private', byRule('it', { private: true })],
        ['overtaken', card('en', {}, ticketIn('in_progress'))],
        ['it', card('it', {})],
        ['it answered', card('it', { state: 'answered', closedAt }, ticketIn('escalation_answered'), answered)],
        ['it withdrawn', card('it', { state: 'withdrawn', closedAt }, ticketIn('in_progress'), withdrawn)],
      ]),
    ).toMatchFileSnapshot(file('manager'));
  });

  it('with all that was tried, asked and decided before', async () => {
    const open = ticketIn('escalated');
    if (open.state !== 'escalated') throw new Error('not escalated');
    const ticket = { ...open, escalation: { ...open.escalation, level: 2, seq: 7, asked: [{ seq: 3, to: lea }] } };
    const sentAt = at('09:44');
    const rows = [
      { ...escalation, seq: 7, level: 2, at: sentAt },
      { ...escalation, to: lea, state: 'sent_higher' as const, closedAt: sentAt },
      {
        ...escalation,
        seq: 2,
        to: kofi,
        ask: 'Is there a spare one?',
        state: 'declined' as const,
        closedAt: at('09:30'),
      },
    ];
    const drawn = (language: 'en' | 'it') =>
      sketch(
        escalationCard({
          escalation: rows[0]!,
          drawing: drawingOf(ticket, { escalations: rows }),
          notes: [told('note', ana, { said: inInternal(ana, 'Tried: restart.') })],
          history: [told('send_higher', lea, { at: sentAt, input: { note: 'Above my limit.' } })],
          suggestions: [
            {
              ticket: ticketNumber(1010),
              seq: 5,
              by: lea,
              at: at('08:00'),
              text: inInternal(lea, 'Up to 1,500 EUR, yes.').text,
            },
          ],
          book,
          language,
          now: at('09:50'),
        }).blocks,
      );
    await expect(
      chapters([
        ['en', drawn('en')],
        ['it', drawn('it')],
      ]),
    ).toMatchFileSnapshot(file('manager.grounds'));
  });

  it('what waits in the morning', async () => {
    const viewer = { kind: 'person' as const, id: ana, agentOf: [support.key], leadOf: [], admin: false, active: true };
    const some = (state: State, many: number) => Array.from({ length: many }, () => ticketIn(state));
    const none = { due: [], replied: [], mine: [], queue: [], decide: { tickets: [], total: 0 } };
    const drawn = (language: 'en' | 'it', more: Partial<Morning>) => {
      const said = morningMessage({ ...none, ...more, viewer, book, language, now: at('09:50') });
      return said ? sketch(said.blocks) : 'nothing';
    };
    const all = {
      decide: { tickets: some('escalated', 1), total: 1 },
      due: some('in_progress', 1),
      replied: some('requester_replied', 2),
      mine: some('preparing', 5),
      queue: some('new', 30),
    };
    await expect(
      chapters([
        ['nothing', drawn('en', {})],
        ['one question', drawn('en', { decide: all.decide })],
        ['all', drawn('en', all)],
        ['it', drawn('it', all)],
      ]),
    ).toMatchFileSnapshot(file('morning'));
  });

  it('pings', async () => {
    const drawing = drawingOf(ticketIn('escalated', { escalation: { ...escalated, nudgedAt: at('09:12') } }));
    const ping = (language: 'en' | 'it', one: ReturnType<typeof told>) =>
      [`${language} ${one.verb}`, sketch(pingText({ told: one, drawing, book, language, to: marta }).blocks)] as const;
    const tells = [
      told('create', lea, { input: { to: ana } }),
      told('forward', lea, { input: { to: ana, group: 'support', note: 'You know the VPN best.' } }),
      told('wake', null),
      told('acknowledge', marta),
      told('return', marta, { said: inInternal(marta, 'Yes, order it.') }),
      told('nudge', null),
      told('nudge', ana),
      told('send_higher', lea, { input: { to: marta, note: 'Above my limit.' } }),
      told('time_out', null, { input: { to: marta } }),
      told('time_out', null),
      told('escalate_by_rule', null, {
        input: { to: marta, given: lea, cause: { rule: 'urgent_unassigned', minutes: 15 } },
      }),
      told('escalate_by_rule', null, { input: { cause: { rule: 'unhappy', score: 1 } } }),
      told('escalate_by_rule', null, { input: { cause: { rule: 'reopened', times: 2 } } }),
      told('take_over', marta),
      told('decline', marta, { input: { reason: 'Not mine.' } }),
    ];
    await expect(
      chapters([...tells.map((one) => ping('en', one)), ...tells.map((one) => ping('it', one))]),
    ).toMatchFileSnapshot(file('pings'));
  });

  it('a reminder offers what is still open to whoever reads it', () => {
    const asked = ticketIn('escalated');
    if (asked.state !== 'escalated') throw new Error(asked.state);
    const offered = (ticket: Ticket, to = marta) => {
      const drawn = sketch(
        pingText({ told: told('nudge', ana), drawing: drawingOf(ticket), book, language: 'en', to }).blocks,
      );
      return ['Acknowledge', 'Answer', 'Show'].filter((label) => drawn.includes(`[ ${label}`));
    };
    const unseen = { ...asked, escalation: { ...asked.escalation, nudgedAt: at('09:12'), acknowledgedAt: null } };
    expect(offered(unseen)).toEqual(['Acknowledge', 'Answer', 'Show']);
    const seen = { ...asked, escalation: { ...unseen.escalation, acknowledgedAt: at('09:55') } };
    expect(offered(seen)).toEqual(['Answer', 'Show']);
    expect(offered(unseen, lea)).toEqual(['Show']);
    expect(offered(ticketIn('in_progress'))).toEqual(['Show']);
    // Only the last reminder of several is answered.
    const again = { ...asked, escalation: { ...unseen.escalation, nudgedAt: at('09:42') } };
    expect(offered(again)).toEqual(['Show']);
  });

  it('a reminder says when it is over, and says nothing of a private ticket that a rule brought up', () => {
    const reminder = (ticket: Ticket, cause: typeof escalation.cause = null) => {
      const drawing = drawingOf(ticket, { escalations: [{ ...escalation, cause }] });
      return sketch(
        pingText({ told: told('nudge', ana, { seq: 4 }), drawing, book, language: 'en', to: marta }).blocks,
      );
    };
    expect(reminder(ticketIn('escalated'))).not.toContain('not needed any more');
    expect(reminder(ticketIn('in_progress'))).toContain('Your decision is not needed any more');
    for (const state of ['escalated', 'in_progress'] as const) {
      const hidden = ticketIn(state, { private: true });
      expect(reminder(hidden)).toContain('VPN drops');
      const byRule = reminder(hidden, { rule: 'breach', clock: 'resolution' });
      expect(byRule).not.toContain('VPN drops');
      expect(byRule).toContain('T-1042: 🔒 Technical › Malfunction');
    }
  });
});

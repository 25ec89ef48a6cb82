import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageProblems } from '../../../local-slack/core/checks/message-check.ts';
import { viewProblems } from '../../../local-slack/core/checks/view-check.ts';
import type { AlikeTicket } from '../../../src/desk/outbox.ts';
import type { Alike } from '../../../src/desk/similar.ts';
import type { MainText } from '../../../src/desk/told.ts';
import {
  groupKey,
  type Language,
  LANGUAGES,
  type Person,
  type State,
  ticketNumber,
} from '../../../src/domain/language.ts';
import { createForm } from '../../../src/slack/forms/create.ts';
import { notFiledView } from '../../../src/slack/views/asked-before.ts';
import { agentsCard } from '../../../src/slack/views/card.ts';
import { similarView } from '../../../src/slack/views/similar.ts';
import { wordsOf } from '../../../src/slack/words/catalog.ts';
import { hostile, hostileTitle } from '../hostile.ts';
import { ana, bao, book, drawingOf, kofi, now, support, ticketIn } from './make.ts';
import { chapters, sketch, sketchView } from './sketch.ts';

const agent: Person = {
  kind: 'person',
  id: ana,
  agentOf: [groupKey('support')],
  leadOf: [],
  admin: false,
  active: true,
};
const like = (state: State, number: number, title: string, answer: string | null = null): Alike => ({
  ticket: ticketIn(state, { number: ticketNumber(number), title }),
  answer: answer as MainText | null,
});
const three = [
  like('in_progress', 985, 'The VPN keeps dropping'),
  like('resolved', 990, 'VPN drops at home', 'Please install version 4.3.'),
  like('answered', 970, 'vpn gone again'),
];
const named = (alike: readonly Alike[]): AlikeTicket[] =>
  alike.map(({ ticket: { number, title, state }, answer }) => ({ number, title, state, solved: answer !== null }));
const card = (language: Language, alike: readonly Alike[]) =>
  agentsCard({
    drawing: drawingOf(ticketIn('in_progress'), { alike: named(alike), group: { ...support, language } }),
    book,
    now,
  });
const compare = (language: Language, alike: readonly Alike[]) =>
  similarView({ ticket: ticketIn('in_progress'), actor: agent, alike, book, language, now });
const form = (language: Language, alike: readonly Alike[], viewer = bao) =>
  createForm({ language, book, viewer, viewerIsAgent: false, metadata: { via: 'home' }, alike });

describe('similar tickets', () => {
  it.each(LANGUAGES)('look like this in %s', async (language) => {
    const { asked } = wordsOf(language).similar;
    const ended = { language, number: ticketNumber(990), wrote: 'VPN drops' };
    await expect(
      chapters([
        ['on the card', sketch(card(language, three).blocks)],
        ['compared', sketchView(compare(language, three))],
        ['compared when nothing is left', sketchView(compare(language, []))],
        ['in the form of their requester', sketchView(form(language, three))],
        ['in the form of somebody else', sketchView(form(language, three, ana))],
        ['followed instead', sketchView(notFiledView({ ...ended, text: asked.followed('T-990') }))],
      ]),
    ).toMatchFileSnapshot(`./sketches/similar.${language}.txt`);
  });

  it('are only looked at by an agent who may do nothing with this one, and he is told who may', () => {
    const kofis = ticketIn('in_progress', { assignee: kofi });
    const view = sketchView(similarView({ ticket: kofis, actor: agent, alike: three, book, language: 'en', now }));
    expect(view).toContain('Whoever has T-1042');
    expect(view).not.toContain('What you press here');
    expect(sketchView(compare('en', three))).toContain('What you press here');
  });

  it('are drawn by Slack whatever their words are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostileTitle, hostile), { maxLength: 9 }), (written) => {
        const alike = written.map(([title, answer], nth) =>
          like(nth % 2 === 0 ? 'resolved' : 'in_progress', 900 + nth, title, nth % 2 === 0 ? answer : null),
        );
        for (const language of LANGUAGES) {
          expect(messageProblems(card(language, alike).blocks)).toEqual([]);
          for (const view of [compare(language, alike), form(language, alike)]) expect(viewProblems(view)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are no longer named on what is over, or linked with them', () => {
    const over = agentsCard({ drawing: drawingOf(ticketIn('resolved'), { alike: named(three) }), book, now });
    expect(sketch(over.blocks)).not.toContain('like this');
    const links = three.map(({ ticket: { number, state, requester } }) => ({
      number,
      state,
      requester,
      how: 'related' as const,
      private: false,
    }));
    const drawing = drawingOf(ticketIn('in_progress'), { alike: named(three), links });
    expect(sketch(agentsCard({ drawing, book, now }).blocks)).not.toContain('like this');
  });
});

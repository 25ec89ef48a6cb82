import { expect, it } from 'vitest';
import { STATES } from '../../../src/domain/language.ts';
import { transcript } from '../../../src/slack/views/transcript.ts';
import { wordsOf } from '../../../src/slack/words/catalog.ts';
import { book, drawingOf, now, ticketIn } from './make.ts';

it.each(STATES)(
  'a transcript for a requester says of %s what his card says, one for agents the state itself',
  (state) => {
    const words = wordsOf('en').ticket;
    const of = (internal: boolean) =>
      transcript({ drawing: drawingOf(ticketIn(state)), told: [], internal, book, language: 'en', now });
    expect(of(true)).toContain(`State: ${words.states[state]}\n`);
    const shown = of(false)
      .split('\n')
      .find((line) => line.startsWith('- State: '));
    expect(shown?.length).toBeGreaterThan('- State: '.length);
    if (['preparing', 'escalation_answered', 'spam', 'requester_replied'].includes(state))
      expect(shown).not.toBe(`- State: ${words.states[state]}`);
  },
);

import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/domain/batch.ts';
import { refuse } from '../../../src/domain/decide.ts';
import { groupKey, type Person, ticketNumber } from '../../../src/domain/language.ts';
import { actForm } from '../../../src/slack/forms/batch.ts';
import { batchMessage, type BatchModel, previewView } from '../../../src/slack/views/batch.ts';
import { ana, book, kofi, marta, now, ticketIn } from './make.ts';

const reader: Person = {
  kind: 'person',
  id: kofi,
  agentOf: [groupKey('support')],
  leadOf: [],
  admin: false,
  active: true,
};
const ticket = ticketIn('in_progress', { assignee: ana });
const numbers = [ticket.number, ticketNumber(1001)];
const batch = (act: Batch['act']): Batch => ({
  id: 7,
  by: kofi,
  act,
  input: {},
  surface: 'modal',
  state: 'done',
  offered: numbers,
  numbers,
  undoes: null,
  undone: null,
  counts: { waiting: 0, done: 0, refused: 1 },
  lastAt: null,
});

/** Of two staffed groups. */
const staffed = {
  ...book,
  groups: book.groups.map((group) => (group.key === 'billing' ? { ...group, members: [marta] } : group)),
};

describe('several at once', () => {
  it.each([
    ['priority', 'edit', 'can change the priority of T-1042', 'cambiare la priorità di T-1042'],
    ['assign', 'forward', 'can assign T-1042', 'assegnare T-1042'],
    ['tag', 'tag', 'can tag T-1042', 'T-1042'],
  ] as const)('what is refused of %s is called so, beforehand and afterwards', (act, verb, english, italian) => {
    const refused = [{ number: ticket.number, refusal: refuse('not_allowed', verb, reader, ticket) }];
    const line = { ticket: ticket.number, state: 'refused' as const, seq: null, why: 'not_allowed' as const };
    for (const [language, words] of [
      ['en', english],
      ['it', italian],
    ] as const) {
      const scene = { book, language, now };
      const foreseen = { can: [], refused, first: null, unwise: [] };
      const model: BatchModel = { ...scene, batch: batch(act), reader, refused: [{ ...line, found: ticket }] };
      for (const drawn of [previewView({ ...scene, draft: batch(act), foreseen }), batchMessage(model)])
        expect(JSON.stringify(drawn.blocks)).toContain(words);
    }
  });

  it('only agents of the groups of the tickets can be chosen, which is said where somebody is left out', () => {
    const offered = (...groups: string[]) =>
      JSON.stringify(
        actForm({
          book: staffed,
          language: 'en',
          now,
          draft: batch(null),
          act: 'assign',
          used: [],
          groups: groups.map(groupKey),
        }).blocks,
      );
    expect(offered('billing')).toContain('only agents of these stand here: Billing');
    expect(offered('billing')).toContain('Marta Rossi');
    expect(offered('billing')).not.toContain('Kofi Mensah');
    for (const all of [offered('billing', 'support'), offered()]) {
      expect(all).toContain('Marta Rossi');
      expect(all).toContain('Kofi Mensah');
      expect(all).not.toContain('stand here');
    }
  });
});

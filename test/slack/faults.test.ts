import { describe, expect, it } from 'vitest';
import { faultsOf, refuse } from '../../src/domain/decide.ts';
import { ruleOf } from '../../src/domain/verbs.ts';
import { faultErrors } from '../../src/slack/forms/faults.ts';
import { forms } from '../../src/slack/forms/forms.ts';
import { ana, at, book, now, support, ticketIn } from './views/make.ts';

const ticket = ticketIn('in_progress');

describe('faults', () => {
  const actor = { kind: 'person' as const, id: ana, agentOf: [support.key], leadOf: [], admin: false, active: true };

  it('stand under their questions, all at once, in words', () => {
    const refusal = refuse('bad_input', 'create', actor, null, [
      { field: 'title', code: 'required' },
      { field: 'customer_code', code: 'invalid' },
      { field: 'group', code: 'invalid' },
      { field: 'channel', code: 'invalid' },
    ]);
    const blocks = ['type', 'title', 'content', 'fields.customer_code', 'group.support'];
    expect(faultErrors(refusal, 'it', blocks, book)).toEqual({
      type: 'Qualcosa non va. Controlla.',
      title: 'Scrivi un titolo.',
      'fields.customer_code': 'Il codice cliente ha 6 cifre, per esempio 104233.',
      'group.support': 'Questo gruppo non può ancora ricevere richieste. Scegline un altro.',
    });
  });

  it('name a question that has no words of its own only where they do not stand under it', () => {
    const [type] = book.types;
    const fields = [{ key: 'badge', label: 'Badge', ask: 'line' as const, required: true, pattern: 'B-.+' }];
    const asking = { ...book, types: type ? [{ ...type, fields }] : [] };
    const refusal = refuse('bad_input', 'edit', actor, ticket, [{ field: 'badge', code: 'invalid' }]);
    expect(faultErrors(refusal, 'en', ['fields.badge'], asking)).toEqual({
      'fields.badge': 'This cannot be right. Please check it.',
    });
    expect(faultErrors(refusal, 'en', ['title'], asking)).toEqual({
      title: 'Badge: This cannot be right. Please check it.',
    });
  });

  it('know the questions of a type that nobody chooses any more', () => {
    const refusal = refuse('bad_input', 'edit', actor, ticket, [{ field: 'customer_code', code: 'invalid' }]);
    const removed = { ...book, types: [], gone: book.types };
    expect(faultErrors(refusal, 'it', ['fields.customer_code'], removed)).toEqual({
      'fields.customer_code': 'Il codice cliente ha 6 cifre, per esempio 104233.',
    });
  });

  it('speak of the verb where that helps', () => {
    const refusal = refuse('bad_input', 'pend', actor, ticket, [{ field: 'text', code: 'required' }]);
    expect(faultErrors(refusal, 'en', ['kind', 'text'], book)).toEqual({
      text: 'Please tell the requester what you need.',
    });
  });

  it('a ticket number that is none, a past moment and a missing answer are said at once', () => {
    const answers = { kind: 'check', waiting_for: '', wake_at: at('09:00').toISOString(), blocked_by: 'banana' };
    const refused = (sent: Record<string, string>) => {
      const parsed = ruleOf('pend').input.safeParse(forms.pend!.read(sent));
      const refusal = refuse('bad_input', 'pend', actor, ticket, faultsOf(parsed.error!));
      return faultErrors(refusal, 'en', Object.keys(sent), book, { answers: sent, now });
    };
    expect(refused(answers)).toEqual({
      waiting_for: 'Please say what is waited for.',
      wake_at: 'This moment is past. Please choose a later one.',
      blocked_by: 'This is not a ticket number. They look like T-1001.',
    });
    expect(refused({ ...answers, wake_at: at('11:00').toISOString(), waiting_for: 'a part' })).toEqual({
      blocked_by: 'This is not a ticket number. They look like T-1001.',
    });
    expect(refused({ ...answers, wake_at: '', waiting_for: 'a part', blocked_by: 'T-0' })).toEqual({
      blocked_by: 'This is not a ticket number. They look like T-1001.',
    });
    const unknown = refuse('unknown_blocking', 'pend', actor, ticket);
    expect(faultErrors(unknown, 'en', Object.keys(answers), book, { answers, now })).toEqual({
      wake_at: 'This moment is past. Please choose a later one.',
      blocked_by: 'There is no such ticket to wait for. They look like T-1001.',
    });
  });

  it('an agent whom only agents may name stands under the agent', () => {
    const refusal = refuse('not_allowed', 'create', actor, null);
    expect(Object.keys(faultErrors(refusal, 'it', ['type', 'title', 'to'], book) ?? {})).toEqual(['to']);
    expect(faultErrors(refusal, 'it', ['type', 'title'], book)).toBeNull();
  });

  it('an objection stands under the answer that it is about; any other is no fault of the form', () => {
    const past = refuse('date_past', 'pend', actor, ticket);
    expect(faultErrors(past, 'en', ['kind', 'wake_at'], book)).toEqual({
      wake_at: 'This moment is past. Please choose a later one.',
    });
    expect(faultErrors(refuse('wrong_state', 'pend', actor, ticket), 'en', ['kind'], book)).toBeNull();
    expect(faultErrors(past, 'en', [], book)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { faultsOf, refuse } from '../../src/domain/decide.ts';
import { LANGUAGES, ticketNumber } from '../../src/domain/language.ts';
import { ruleOf, type Verb, VERBS } from '../../src/domain/verbs.ts';
import { intake } from '../../src/domain/create.ts';
import { ticketId } from '../../src/slack/codec.ts';
import { createForm, readCreate } from '../../src/slack/forms/create.ts';
import { faultErrors } from '../../src/slack/forms/faults.ts';
import { forms } from '../../src/slack/forms/forms.ts';
import { loadingView } from '../../src/slack/forms/loading.ts';
import { wordsOf } from '../../src/slack/words/catalog.ts';
import { ana, at, bao, book, lea, marta, now, support, ticketIn } from './views/make.ts';
import { sketchView } from './views/sketch.ts';

const reading = {
  ticket: ticketIn('in_progress'),
  group: support,
  actor: null,
  target: null,
  targetGroup: null,
  repeated: false,
};
const model = (language: 'en' | 'it') => ({
  number: ticketNumber(1042),
  language,
  viewer: ana,
  book,
  now,
  reading,
  chain: [lea, marta],
});
const blockIds = (view: { blocks: readonly object[] }) =>
  view.blocks.flatMap((block) => ('block_id' in block ? [String(block.block_id)] : []));

describe('forms of verbs', () => {
  it.each(LANGUAGES)('look like this in %s', async (language) => {
    const drawn = VERBS.flatMap((verb) => {
      const view = forms[verb]?.draw(model(language));
      return view ? [`${'='.repeat(12)} ${verb}\n${sketchView(view)}`] : [];
    });
    await expect(`${drawn.join('\n\n')}\n`).toMatchFileSnapshot(`./views/sketches/forms.${language}.txt`);
  });

  it('have no form exactly where nothing is asked', () => {
    for (const verb of VERBS) {
      const asksNothing = ruleOf(verb).input.safeParse({}).success;
      expect([verb, forms[verb] === null]).toEqual([verb, asksNothing]);
    }
  });

  it('have titles that are not cut, for numbers of nine digits', () => {
    const id = ticketId(ticketNumber(999_999_999));
    for (const language of LANGUAGES)
      for (const { title, submit } of Object.values(wordsOf(language).forms.of)) {
        expect(title(id).length).toBeLessThanOrEqual(24);
        expect(submit.length).toBeLessThanOrEqual(24);
      }
  });

  const filled: Partial<Record<Verb, Record<string, string>>> = {
    forward: { group: 'support', to: 'UKOFI', note: 'You know it.' },
    reply: { text: 'Please restart.' },
    message: { text: 'It happened again.' },
    note: { text: 'Same router.' },
    pend: {
      kind: 'requester',
      waiting_for: 'printer model',
      text: 'Which model?',
      wake_at: '2026-11-22T09:00:00.000Z',
      blocked_by: 't-1001',
    },
    resolve: { reason: 'answered', text: 'Done.' },
    escalate: { to: 'UMARTA', ask: 'May I?', reason: 'Today.' },
    return: { text: 'Yes.' },
    withdraw: { reason: 'Found one.' },
  };

  it.each(VERBS.filter((verb) => forms[verb] !== null))('%s: what is answered is the verb’s input', (verb) => {
    const form = forms[verb]!;
    const answers = filled[verb]!;
    expect(blockIds(form.draw(model('en')))).toEqual(expect.arrayContaining(Object.keys(answers)));
    const parsed = ruleOf(verb).input.safeParse(form.read(answers));
    expect(parsed.success).toBe(true);
    expect(Object.keys(parsed.data ?? {})).toEqual(expect.arrayContaining(Object.keys(answers)));
  });

  it('leave out what was left empty', () => {
    expect(forms.reply!.read({ text: '   ' })).toEqual({});
    expect(forms.forward!.read({ group: 'support', to: undefined, note: '' })).toEqual({ group: 'support' });
  });

  it('read a ticket number as people type it, and hand on what is none', () => {
    expect(forms.pend!.read({ blocked_by: 'T-1001' })).toEqual({ blocked_by: 1001 });
    expect(forms.pend!.read({ blocked_by: 'the other one' })).toEqual({ blocked_by: 'the other one' });
  });

  it('say so when there is nobody to escalate to', () => {
    const view = forms.escalate!.draw({ ...model('en'), chain: [] });
    expect(view.submit).toBeUndefined();
    expect(JSON.stringify(view)).toContain('There is nobody left');
  });

  it('come with one moment of patience', () => {
    expect(sketchView(loadingView('it'))).toBe('== Assistenza ==\n~ ⏳ Un momento…\n{ Chiudi }');
  });
});

describe('a new request', () => {
  const draw = (type: string | null, language: 'en' | 'it' = 'en', viewerIsAgent = false) =>
    createForm({
      language,
      book,
      viewer: bao,
      viewerIsAgent,
      type,
      title: 'printer on fire',
      metadata: { via: 'slash' },
    });

  it('looks like this', async () => {
    const drawn = [
      ['at first', draw(null)],
      ['a type is chosen', draw('malfunction')],
      ['an agent', draw('malfunction', 'en', true)],
      ['it', draw('malfunction', 'it', true)],
    ] as const;
    const text = drawn.map(([title, view]) => `${'='.repeat(12)} ${title}\n${sketchView(view)}`).join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('./views/sketches/create.txt');
  });

  it('keeps the names of its questions when a type is chosen, so that no word is lost', () => {
    const before = blockIds(draw(null));
    expect(blockIds(draw('malfunction'))).toEqual(expect.arrayContaining(before));
  });

  it('names the question of the group after the usual one, so that another type brings its own', () => {
    expect(blockIds(draw('malfunction'))).toContain('group.support');
    expect(blockIds(draw('payments'))).toContain('group.billing');
  });

  it('is read as what the desk takes', () => {
    const read = readCreate({
      type: 'malfunction',
      title: 'VPN drops',
      content: 'Every hour.',
      'fields.customer_code': '104233',
      'fields.device': undefined,
      requester: 'UBAO',
      kind: 'incident',
      priority: 'high',
      private: ['private'],
      'group.support': 'billing',
      to: undefined,
    });
    expect(read).toEqual({
      type: 'malfunction',
      title: 'VPN drops',
      content: 'Every hour.',
      fields: { customer_code: '104233' },
      requester: 'UBAO',
      kind: 'incident',
      priority: 'high',
      private: true,
      group: 'billing',
    });
    expect(intake.safeParse({ ...read, channel: 'slash' }).success).toBe(true);
    expect(readCreate({ title: 'x', private: [] })).toEqual({ title: 'x', fields: {} });
  });
});

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

  it('speak of the verb where that helps', () => {
    const refusal = refuse('bad_input', 'pend', actor, reading.ticket, [{ field: 'text', code: 'required' }]);
    expect(faultErrors(refusal, 'en', ['kind', 'text'], book)).toEqual({
      text: 'Please tell the requester what you need.',
    });
  });

  it('a ticket number that is none, a past moment and a missing answer are said at once', () => {
    const answers = { kind: 'check', waiting_for: '', wake_at: at('09:00').toISOString(), blocked_by: 'banana' };
    const refused = (sent: Record<string, string>) => {
      const parsed = ruleOf('pend').input.safeParse(forms.pend!.read(sent));
      const refusal = refuse('bad_input', 'pend', actor, reading.ticket, faultsOf(parsed.error!));
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
    const unknown = refuse('unknown_blocking', 'pend', actor, reading.ticket);
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
    const past = refuse('date_past', 'pend', actor, reading.ticket);
    expect(faultErrors(past, 'en', ['kind', 'wake_at'], book)).toEqual({
      wake_at: 'This moment is past. Please choose a later one.',
    });
    expect(faultErrors(refuse('wrong_state', 'pend', actor, reading.ticket), 'en', ['kind'], book)).toBeNull();
    expect(faultErrors(past, 'en', [], book)).toBeNull();
  });
});

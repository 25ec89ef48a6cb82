import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { refuse } from '../../src/domain/decide.ts';
import type { Book } from '../../src/desk/book.ts';
import type { InternalText } from '../../src/desk/told.ts';
import { groupKey, LANGUAGES, personId, ticketNumber } from '../../src/domain/language.ts';
import { ruleOf, VERBS } from '../../src/domain/verbs.ts';
import { intake } from '../../src/domain/create.ts';
import { ticketId } from '../../src/slack/codec.ts';
import { createForm, readCreate } from '../../src/slack/forms/create.ts';
import { faultErrors } from '../../src/slack/forms/faults.ts';
import { forms } from '../../src/slack/forms/forms.ts';
import { loadingView } from '../../src/slack/forms/loading.ts';
import { wordsOf } from '../../src/slack/words/catalog.ts';
import { filled } from './filled.ts';
import { sealed } from './sealed.ts';
import { ana, bao, book, kofi, lea, marta, now, support, ticketIn } from './views/make.ts';
import { sketchView } from './views/sketch.ts';

const bookWithTeam: Book = {
  ...book,
  groups: [
    ...book.groups,
    {
      ...support,
      key: groupKey('it'),
      name: 'IT',
      kind: 'issue',
      agentsChannel: 'CIT',
      requestChannels: [],
      members: [],
    },
  ],
  types: [
    ...book.types,
    { key: 'network', parent: null, name: 'Network', group: groupKey('it'), hint: null, fields: [] },
  ],
};
const note = { audience: 'internal' as const, author: ana, text: 'Ask the landlord.' as InternalText, at: now };
const reading = {
  ticket: ticketIn('in_progress', { links: [{ ticket: ticketNumber(1001), how: 'related' }], tags: ['old'] }),
  group: support,
  actor: null,
  target: null,
  targetGroup: null,
  other: 'none' as const,
  parent: 'none' as const,
  asks: null,
  otherState: null,
  free: null,
  repeated: false,
};
const asked = { ...reading, ticket: ticketIn('escalated') };
const model = (language: 'en' | 'it') => ({
  number: ticketNumber(1042),
  language,
  viewer: ana,
  book: bookWithTeam,
  now,
  reading,
  chain: { links: [lea, marta].map((person) => ({ person, minutes: null })), gaps: [] },
  worded: [
    { holder: 'tickets.content', row: 0, path: '', text: 'Call me at 0912 345 678 or bao@example.com.' },
    { holder: 'messages.text', row: 2, path: '', text: 'It is bao@example.com.' },
  ],
  sealed,
  told: [
    { seq: 1, verb: 'create' as const, by: bao, at: now, input: {}, surface: null, said: null },
    { seq: 2, verb: 'note' as const, by: ana, at: now, input: {}, surface: null, said: note },
  ],
});
/** Filled in by the desk or its clock. */
const DESK_ONLY = [
  'seen',
  'seq',
  'clock',
  'due',
  'level',
  'ack_due',
  'once',
  'ended',
  'follower',
  'mentions',
  'sharer',
  'of',
];
const blockIds = (view: { blocks: readonly object[] }) =>
  view.blocks.flatMap((block) => ('block_id' in block ? [String(block.block_id)] : []));

describe('forms of verbs', () => {
  it.each(LANGUAGES)('look like this in %s', async (language) => {
    const drawn = VERBS.flatMap((verb) => {
      const view = forms[verb]?.draw({ ...model(language), ...(verb === 'return' && { reading: asked }) });
      return view ? [`${'='.repeat(12)} ${verb}\n${sketchView(view)}`] : [];
    });
    await expect(`${drawn.join('\n\n')}\n`).toMatchFileSnapshot(`./views/sketches/forms.${language}.txt`);
  });

  it('have no form exactly where nothing is asked', () => {
    for (const verb of VERBS) {
      const { by, input } = ruleOf(verb);
      const asked = Object.keys((input as z.ZodObject).shape).filter((key) => !DESK_ONLY.includes(key));
      // What only the clock or the desk itself does is asked of nobody.
      const asksNothing =
        by.every((role) => role === 'clock') || asked.length === 0 || verb === 'unfollow' || verb === 'schedule';
      expect([verb, forms[verb] === null]).toEqual([verb, asksNothing]);
    }
  });

  it('have titles that are not cut, for numbers of nine digits', () => {
    const id = ticketId(ticketNumber(999_999_999));
    for (const language of LANGUAGES)
      for (const { title, submit } of [...Object.values(wordsOf(language).forms.of), wordsOf(language).forms.assign]) {
        expect(title(id).length).toBeLessThanOrEqual(24);
        expect(submit.length).toBeLessThanOrEqual(24);
      }
  });

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

  it('offer the agents of the groups by name, whoever has the ticket first, and nobody', () => {
    const to = (of: Book, ticket = ticketIn('in_progress')) =>
      forms
        .forward!.draw({ ...model('en'), book: of, reading: { ...reading, ticket } })
        .blocks.find((block) => 'block_id' in block && block.block_id === 'to');
    expect(to(book)).toMatchObject({
      element: {
        type: 'static_select',
        initial_option: { value: 'still.support.UANA', text: { text: 'Ana López, as now' } },
        option_groups: [
          { options: [{ value: 'still.support.UANA' }, { value: 'nobody', text: { text: 'Anybody in the group' } }] },
          { label: { text: 'Support' }, options: [{ value: 'UANA' }, { value: 'UKOFI' }, { value: 'ULEA' }] },
        ],
      },
    });
    expect(to(book, ticketIn('new'))).not.toHaveProperty('element.initial_option');
    const left = new Map(book.people).set(kofi, { ...book.people.get(kofi)!, active: false });
    expect(JSON.stringify(to({ ...book, people: left }))).not.toContain('UKOFI');
    const crowd = Array.from({ length: 101 }, (_, n) => personId(`U${n}`));
    const people = new Map(crowd.map((id) => [id, { ...book.people.get(ana)!, id, name: `Agent ${id}` }]));
    const crowded = { ...book, people, groups: book.groups.map((group) => ({ ...group, members: crowd, leads: [] })) };
    expect(to(crowded)).toMatchObject({ element: { type: 'users_select', initial_user: 'UANA' } });
    expect(forms.forward!.read({ group: 'support', to: 'nobody' })).toEqual({ group: 'support' });
    const still = 'still.support.UANA';
    expect(forms.forward!.read({ group: 'support', to: still })).toEqual({ group: 'support', to: 'UANA' });
    expect(forms.forward!.read({ group: 'billing', to: still })).toEqual({ group: 'billing' });
    expect(readCreate({ to: 'nobody' })).toEqual({ fields: {} });
    expect(readCreate({ to: 'UKOFI' })).toEqual({ to: 'UKOFI', fields: {} });
  });

  it.each([
    ['en', 'Assign T-1042', 'Assign'],
    ['it', 'Assegna T-1042', 'Assegna'],
  ] as const)('speak of assigning in %s while nobody has the ticket', (language, title, submit) => {
    const view = forms.forward!.draw({ ...model(language), reading: { ...reading, ticket: ticketIn('new') } });
    expect([view.title.text, view.submit?.text]).toEqual([title, submit]);
  });

  it('say that whoever has it has it already, under the person', () => {
    const actor = { kind: 'person' as const, id: lea, agentOf: [], leadOf: [support.key], admin: false, active: true };
    for (const why of ['same_assignee', 'already_yours'] as const)
      expect(
        Object.keys(faultErrors(refuse(why, 'forward', actor, reading.ticket), 'en', ['group', 'to'], book) ?? {}),
      ).toEqual(['to']);
  });

  it('say so when there is nobody to escalate to', () => {
    const view = forms.escalate!.draw({ ...model('en'), book, chain: { links: [], gaps: [] } });
    expect(view.submit).toBeUndefined();
    expect(JSON.stringify(view)).toContain('There is nobody left');
  });

  it('come with one moment of patience', () => {
    expect(sketchView(loadingView('it'))).toBe('== Assistenza ==\n~ ⏳ Un momento…\n{ Chiudi }');
  });
});

describe('a new request', () => {
  const draw = (type: string | null, language: 'en' | 'it' = 'en', viewerIsAgent = false, more = {}) =>
    createForm({
      language,
      book,
      viewer: bao,
      viewerIsAgent,
      type,
      title: 'printer on fire',
      metadata: { via: 'slash' },
      ...more,
    });
  const forBao = { viewer: ana, requester: bao };

  it('looks like this', async () => {
    const drawn = [
      ['at first', draw(null)],
      ['a type is chosen', draw('malfunction')],
      ['an agent', draw('malfunction', 'en', true)],
      ['it', draw('malfunction', 'it', true)],
      ['an agent, for somebody', draw('malfunction', 'en', true, forBao)],
      ['an agent of another group, for somebody', draw('payments', 'it', true, forBao)],
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
    expect(readCreate({ send_to_user: [], 'to.support': 'UANA' })).toEqual({
      send_to_user: false,
      to: 'UANA',
      fields: {},
    });
    expect(readCreate({ send_to_user: ['send'] })).toEqual({ send_to_user: true, fields: {} });
  });
});

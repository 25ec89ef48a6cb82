import type { ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { initialValue, isStateful } from '../../local-slack/core/values.ts';
import { LANGUAGES, PRIORITIES, ticketNumber } from '../../src/domain/language.ts';
import { definition, MOST_CONDITIONS, MOST_RESULTS } from '../../src/domain/triggers.ts';
import { fitting, operatorOf, targetOf, TARGETS } from '../../src/domain/triggers/conditions.ts';
import { HAPPENINGS } from '../../src/domain/triggers/happenings.ts';
import { HOW } from '../../src/domain/distribution.ts';
import { SENDABLE } from '../../src/domain/triggers/results.ts';
import { type Answers, submission } from '../../src/slack/codec.ts';
import { changed, type Draft, draftOf, readDraft } from '../../src/slack/triggering/draft.ts';
import { triggerIn } from '../../src/slack/triggering/faults.ts';
import { editorView } from '../../src/slack/triggering/view.ts';
import { conditionsSaid } from '../../src/slack/views/trigger-words.ts';
import { logView, triggersView } from '../../src/slack/views/triggers.ts';
import type { ListedTrigger } from '../../src/desk/trigger-book.ts';
import { actor } from '../make.ts';
import { ana, book, kofi, now } from './views/make.ts';

const desk = { book, language: 'en' as const, now };
const draw = (draft: Draft, more: Partial<Parameters<typeof editorView>[0]> = {}) =>
  editorView({ ...desk, draft, editor: actor('ada'), seen: null, faults: [], secrets: ['CRM'], ...more });

/** What Slack reports of a window in which nobody has touched anything. */
function answersOf(view: ModalView): Answers {
  const values: Record<string, Record<string, unknown>> = {};
  for (const block of view.blocks) {
    const { element: asked, elements = [asked] } = block as { element?: unknown; elements?: unknown[] };
    const all = elements.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
    for (const element of all)
      if (isStateful(element))
        (values[block.block_id ?? ''] ??= {})[String(element['action_id'])] = initialValue(element);
  }
  const { callback_id, private_metadata } = view;
  const body = { user: { id: 'U1' }, view: { id: 'V1', hash: '1', callback_id, private_metadata, state: { values } } };
  return submission.parse(body).answers;
}

const type = book.types[0]!.key;
const named = { group: ['support'], type: [type], person: [ana, kofi] };
const condition = fc.constantFrom(...TARGETS).chain((of) => {
  const target = targetOf(of)!;
  const texts = target.sort === 'set' ? ['vpn', 'vip'] : ['100% "sure"', "l'avviso <b>", 'a\\b & c'];
  const value = fc.constantFrom(
    ...(target.among ?? (target.names ? named[target.names] : target.sort === 'number' ? ['0', '12'] : texts)),
  );
  return fc.constantFrom(...fitting(target)).chain((is) => {
    const { wants } = operatorOf(is);
    const values = fc.uniqueArray(value, { minLength: 1, maxLength: wants === 'one' ? 1 : 3 });
    return values.map((given) => ({ of, is, values: wants === 'nothing' ? [] : given }));
  });
});
const result = fc.constantFrom<Record<string, unknown>>(
  ...HOW.map((how) => ({ do: 'assign', group: 'support', how })),
  { do: 'assign', how: 'random' },
  { do: 'assign', group: 'support' },
  { do: 'assign', to: ana },
  { do: 'assign', to: ana, group: 'support' },
  ...PRIORITIES.map((priority) => ({ do: 'priority', priority })),
  { do: 'type', type },
  { do: 'tag', add: ['vpn'], remove: ['old'] },
  { do: 'notify', whom: 'leads' },
  { do: 'notify', whom: 'person', person: kofi },
  { do: 'notify', whom: 'channel', group: 'support' },
  { do: 'escalate' },
  { do: 'call', url: 'https://hooks.example/in?a=1', send: [...SENDABLE], secret: 'CRM' },
  { do: 'call', url: 'https://hooks.example/in', send: [] },
);
const trigger = (most: { maxLength: number; minLength?: number } = { maxLength: 4 }) =>
  fc
    .record({
      name: fc.constantFrom('Night urgent', '"Quoted" \\ % <name>'),
      group: fc.constantFrom(null, 'support'),
      on: fc.uniqueArray(fc.constantFrom(...HAPPENINGS), { minLength: 1 }),
      match: fc.constantFrom('all', 'any'),
      conditions: fc.array(condition, most),
      results: fc.array(result, { ...most, maxLength: Math.min(most.maxLength, MOST_RESULTS) }),
    })
    .map((given) => definition.parse(given));

describe('the list of triggers', () => {
  const given = definition.parse({ name: 'Night <!here>', on: [...HAPPENINGS], results: [{ do: 'escalate' }] });
  const listed = (key: string, more: Partial<ListedTrigger> = {}): ListedTrigger => ({
    ...given,
    key,
    enabled: true,
    broken: null,
    version: 0,
    faults: [],
    ...more,
  });

  it('is one that Slack takes, page by page, however many there are', () => {
    const all = Array.from({ length: 100 }, (_, at) => listed(`t${at}`));
    const pages = [0, 1, 2, 3, 99].map((page) => triggersView(all, desk, { page, admin: true }));
    for (const view of pages) expect(viewProblems(view as never)).toEqual([]);
    const drawn = pages.slice(0, 4).flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'section'));
    expect(drawn).toHaveLength(100);
  });

  it('says in words what is wrong with each, and nothing of it to the others', () => {
    const gone = { part: 'conditions', at: 0, named: 'attic', why: 'unknown_group' } as const;
    const unsigned = { part: 'results', at: 0, named: 'CRM', why: 'unknown_secret' } as const;
    const said = [
      listed('works'),
      listed('names_gone', { faults: [gone, { ...gone, why: 'unknown_person', named: ana }] }),
      listed('came_back', { broken: [gone] }),
      listed('calls_nobody', { faults: [unsigned] }),
      listed('is_off', { enabled: false }),
    ].map((one) => JSON.stringify(triggersView([one], desk, { page: 0, admin: false }).blocks));
    const wanted = [
      '🟢 on',
      'The group “attic” does not exist any more; Ana López is not here any more',
      'is there again',
      'it calls nobody. The secret TRIGGER_SECRET_CRM does not stand in the environment',
      '⚪ off',
    ];
    for (const [at, words] of wanted.entries())
      expect(said.map((each) => each.includes(words))).toEqual(wanted.map((_, other) => other === at));
  });

  it('lets what is on be switched off, also while it rests, and what came back be tried', () => {
    const gone = { part: 'conditions', at: 0, named: 'attic', why: 'unknown_group' } as const;
    const choices = [
      listed('works'),
      listed('rests', { broken: [gone], faults: [gone] }),
      listed('came_back', { broken: [gone] }),
      listed('is_off', { enabled: false, faults: [gone] }),
    ].map((one) => JSON.stringify(triggersView([one], desk, { page: 0, admin: false }).blocks));
    expect(choices.map((each) => ['off', 'try'].filter((how) => each.includes(`"${how}.`)))).toEqual([
      ['off'],
      ['off'],
      ['try'],
      ['try'],
    ]);
  });
});

describe('a condition in words', () => {
  it('speaks of many tags and of one title', () => {
    const is = 'is' as const;
    const all = [
      { of: 'tags', is, values: ['vpn', 'wifi'] },
      { of: 'tags', is: 'empty' as const, values: [] },
      { of: 'title', is, values: ['VPN'] },
    ];
    const said = (language: 'en' | 'it') => conditionsSaid(all, { book, language });
    expect(said('en')).toBe('• Tags include “vpn” or “wifi”\n• Tags are empty\n• Title is “VPN”');
    expect(said('it')).toBe('• Etichette comprendono “vpn” o “wifi”\n• Etichette sono vuote\n• Titolo è “VPN”');
  });
});

describe('what a trigger did', () => {
  it('says why it was stopped', () => {
    const fired = {
      id: 1,
      trigger: 'echo',
      name: 'Echo',
      depth: 1,
      at: now,
      why: [],
      deeds: [],
      held: [],
      happened: [],
    };
    const said = (['too_deep', 'too_often', null] as const).map((stopped) =>
      JSON.stringify(logView('Echo', [{ ...fired, stopped, ticket: ticketNumber(1001), by: null }], desk).blocks),
    );
    expect(said.map((each) => [each.includes('set one another off'), each.includes('20 times')])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe('the window in which a trigger is written', () => {
  it('keeps whatever a trigger says: what is opened and saved untouched is the same', () => {
    fc.assert(
      fc.property(trigger(), (given) => {
        const match = given.conditions.length > 1 ? given.match : 'all';
        const read = triggerIn(readDraft(answersOf(draw(draftOf(given))), book), desk);
        expect(read).toEqual({ given: { ...given, match } });
      }),
      { numRuns: 150 },
    );
  });

  it('is one that Slack takes, with as much as a trigger may have', () => {
    const most = Math.max(MOST_CONDITIONS, MOST_RESULTS);
    fc.assert(
      fc.property(trigger({ minLength: 10, maxLength: most }), fc.constantFrom(...LANGUAGES), (given, language) => {
        const faults = [{ part: 'group', at: 0, why: 'unknown_group', named: 'attic <!here>' }] as const;
        const seen = { key: 'night', version: 3, enabled: false, name: given.name };
        const view = draw(draftOf(given), { language, seen, faults });
        expect(viewProblems(view as never)).toEqual([]);
        expect(view.blocks.length).toBeLessThan(100);
      }),
      { numRuns: 30 },
    );
    const full = definition.parse({
      name: 'Full',
      on: ['created'],
      conditions: Array.from({ length: MOST_CONDITIONS }, () => ({ of: 'title', is: 'contains', values: ['x'] })),
      results: Array.from({ length: MOST_RESULTS }, () => ({
        do: 'call',
        url: 'https://hooks.example/in',
        secret: 'CRM',
      })),
    });
    const view = draw(draftOf(full), { seen: { key: 'full', version: 0, enabled: true, name: 'Full' } });
    expect(viewProblems(view as never)).toEqual([]);
    expect(JSON.stringify(view.blocks)).toContain('A trigger has at most 20 conditions');
  });

  it('loses no other row when one goes or comes', () => {
    fc.assert(
      fc.property(trigger({ minLength: 2, maxLength: 5 }), fc.nat(), (given, pick) => {
        const draft = draftOf(given);
        const gone = draft.conditions[pick % draft.conditions.length]!;
        const now = changed(changed(draft, `remove.c${gone.id}`), 'add.r');
        const again = readDraft(answersOf(draw(now)), book);
        expect(again.conditions).toEqual(draft.conditions.filter((one) => one !== gone));
        expect(again.results.slice(0, -1).map(({ id }) => id)).toEqual(draft.results.map(({ id }) => id));
      }),
      { numRuns: 40 },
    );
  });

  it('says under each question what is wrong with it', () => {
    const written = (conditions: object[], results: object[]) => {
      const draft = draftOf(definition.parse({ name: 'X', on: ['created'], conditions, results }));
      return { ...draft };
    };
    const draft = written(
      [{ of: 'reopened', is: 'at_least', values: ['2'] }],
      [
        { do: 'call', url: 'https://hooks.example/in' },
        { do: 'assign', how: 'random' },
      ],
    );
    const [count] = draft.conditions;
    const [call, assign] = draft.results;
    const wrong: Draft = {
      ...draft,
      conditions: [{ ...count!, values: ['many'] }],
      results: [
        { ...call!, url: 'https://me:secret@hooks.example' },
        { ...assign!, way: 'queue', group: '*' },
      ],
    };
    expect(triggerIn(wrong, desk)).toEqual({
      errors: {
        'c1.v.number': expect.stringContaining('whole number'),
        'r1.url': expect.stringContaining('https://'),
        'r2.group': expect.stringContaining('Choose a group'),
      },
    });
    expect(triggerIn({ ...draft, results: [{ ...call!, url: 'nothing' }] }, desk)).toHaveProperty(['errors', 'r1.url']);
  });
});

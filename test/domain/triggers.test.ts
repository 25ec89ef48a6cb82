import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupKey, type Priority, PRIORITIES } from '../../src/domain/language.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { definition, faultsOf, firings, type Known, matches, type Trigger } from '../../src/domain/triggers.ts';
import {
  type Condition,
  faultOf,
  fitting,
  plain,
  holds,
  type Moment,
  OPERATORS,
  operatorOf,
  targetOf,
  TARGETS,
} from '../../src/domain/triggers/conditions.ts';
import { HAPPENINGS } from '../../src/domain/triggers/happenings.ts';
import { result, type Result } from '../../src/domain/triggers/results.ts';
import { cast, ticketIn, T0 } from './make.ts';

const moment = (more: Partial<Ticket> = {}, around: Partial<Moment> = {}): Moment => ({
  ticket: { ...ticketIn('in_progress', { assignee: cast.ana.id }), ...more } as Ticket,
  by: cast.bao.id,
  words: 'Still broken, PLEASE hurry',
  email: 'bao@Acme.example',
  types: ['malfunction', 'technical'],
  open: false,
  ...around,
});
const c = (of: string, is: Condition['is'], ...values: string[]): Condition => ({ of, is, values });

describe('a condition holds', () => {
  const yes: [Condition, Moment][] = [
    [c('group', 'is', 'billing', 'support'), moment()],
    [c('group', 'is_not', 'billing'), moment()],
    [c('type', 'is', 'technical'), moment()],
    [c('type', 'empty'), moment({}, { types: [] })],
    [c('kind', 'is', 'question'), moment()],
    [c('processing', 'contains', 'account'), moment({ processing: 'New account' })],
    [c('processing', 'empty'), moment({ processing: null })],
    [c('priority', 'at_least', 'high'), moment({ priority: 'urgent' })],
    [c('priority', 'at_most', 'high'), moment({ priority: 'high' })],
    [c('state', 'is', 'in_progress'), moment()],
    [c('channel', 'is', 'slash'), moment()],
    [c('language', 'is', 'it'), moment({ language: 'it' })],
    [c('title', 'contains', 'nowhere', 'VPN drops'), moment()],
    [c('title', 'lacks', 'printer'), moment()],
    [c('title', 'starts_with', 'vpn'), moment()],
    [c('content', 'contains', 'monday'), moment()],
    [c('message', 'says', 'please'), moment()],
    [c('requester', 'is', cast.bao.id), moment()],
    [c('email', 'is', 'BAO@acme.example'), moment()],
    [c('domain', 'is', 'acme.example'), moment()],
    [c('domain', 'empty'), moment({}, { email: null })],
    [c('creator', 'is_not', cast.ana.id), moment()],
    [c('assignee', 'filled'), moment()],
    [c('actor', 'is', cast.bao.id), moment()],
    [c('actor', 'empty'), moment({}, { by: null })],
    [c('hours', 'is', 'closed'), moment()],
    [c('mood', 'is', 'unhappy'), moment({ rating: { score: 2, at: T0 } })],
    [c('mood', 'empty'), moment()],
    [c('private', 'is', 'no'), moment()],
    [c('tags', 'has_all', 'vip', 'Old'), moment({ tags: ['old', 'vip', 'x'] })],
    [c('tags', 'is', 'vip', 'never'), moment({ tags: ['vip'] })],
    [c('reopened', 'at_least', '2'), moment({ reopened: 10 })],
    [c('field.device', 'contains', 'thinkpad'), moment({ fields: { device: 'ThinkPad X1' } })],
  ];
  test.each(yes)('%o', (one, at) => {
    expect(faultOf(one)).toBeNull();
    expect(holds(one, at)).toBe(true);
  });

  const no: [Condition, Moment][] = [
    [c('message', 'says', 'plea'), moment()],
    [c('title', 'says', 'VPN hour'), moment()],
    [c('title', 'says', '!!!'), moment({ title: '???' })],
    [c('title', 'starts_with', '\u0301'), moment()],
    [c('title', 'starts_with', 'drops'), moment()],
    [c('priority', 'at_least', 'high'), moment({ priority: 'normal' })],
    [c('reopened', 'at_most', '2'), moment({ reopened: 10 })],
    [c('tags', 'has_all', 'vip', 'old'), moment({ tags: ['vip'] })],
    [c('tags', 'empty'), moment({ tags: ['vip'] })],
    [c('assignee', 'is', cast.kofi.id), moment()],
    [c('field.device', 'filled'), moment()],
  ];
  test.each(no)('not %o', (one, at) => {
    expect(faultOf(one)).toBeNull();
    expect(holds(one, at)).toBe(false);
  });

  test('every target and every operator is tried above', () => {
    const tried = [...yes, ...no].map(([one]) => one);
    expect(TARGETS.filter((of) => !tried.some((one) => one.of === of))).toEqual([]);
    expect(OPERATORS.filter((is) => !tried.some((one) => one.is === is))).toEqual([]);
  });

  test('accents, case and marks are the same word; a Korean syllable is not a part of another', () => {
    expect(plain('  PERCHÉ  Đà Nẵng ')).toBe('perche da nang');
    expect(holds(c('title', 'contains', '가'), moment({ title: '각' }))).toBe(false);
    expect(holds(c('title', 'says', 'máy in'), moment({ title: 'Lỗi MAY IN!' }))).toBe(true);
  });

  test('a condition and its opposite never agree, whatever is written', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 3 }), (title, values) => {
        const at = moment({ title });
        expect(holds(c('title', 'is', ...values), at)).toBe(!holds(c('title', 'is_not', ...values), at));
        expect(holds(c('title', 'contains', ...values), at)).toBe(!holds(c('title', 'lacks', ...values), at));
        expect(holds(c('title', 'empty'), at)).toBe(!holds(c('title', 'filled'), at));
        expect(holds(c('title', 'is', title), at)).toBe(true);
      }),
    );
  });

  test('priorities stand in an order', () => {
    fc.assert(
      fc.property(fc.constantFrom<Priority>(...PRIORITIES), fc.constantFrom<Priority>(...PRIORITIES), (is, than) => {
        const at = moment({ priority: is });
        const [over, under] = [holds(c('priority', 'at_least', than), at), holds(c('priority', 'at_most', than), at)];
        expect(over || under).toBe(true);
        expect(over && under).toBe(is === than);
      }),
    );
  });
});

describe('a condition that makes no sense is refused', () => {
  test.each([
    [c('weather', 'is', 'bad'), 'no_target'],
    [c('field.', 'is', 'x'), 'no_target'],
    [c('__proto__', 'is', 'x'), 'no_target'],
    [c('title', 'at_least', '3'), 'no_operator'],
    [c('title', 'contains'), 'no_value'],
    [c('priority', 'at_least', 'high', 'low'), 'one_value'],
    [c('priority', 'is', 'huge'), 'bad_value'],
    [c('reopened', 'at_least', '-1'), 'bad_value'],
    [c('assignee', 'empty', 'x'), 'needless_value'],
  ] as const)('%o', (one, fault) => {
    expect(faultOf(one)).toBe(fault);
    expect(holds(one, moment())).toBe(false);
  });

  test('whatever is given, a condition either has a fault or holds without failing', () => {
    const any = fc.record({
      of: fc.oneof(fc.constantFrom<string>(...TARGETS, 'field.device'), fc.string({ maxLength: 10 })),
      is: fc.constantFrom(...OPERATORS),
      values: fc.array(fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom('%', "'", '\\', '"', 'high')), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(any, (one) => {
        const held = holds(one, moment());
        if (held) expect(faultOf(one)).toBeNull();
        const target = targetOf(one.of);
        if (target && !fitting(target).includes(one.is)) expect(faultOf(one)).toBe('no_operator');
        if (operatorOf(one.is).wants === 'nothing') expect(faultOf({ ...one, values: ['x'] })).not.toBeNull();
      }),
    );
  });
});

const known: Known = {
  groups: new Map([
    [groupKey('support'), { agentsChannel: 'C1' }],
    [groupKey('mute'), { agentsChannel: null }],
  ]),
  types: new Set(['malfunction']),
  fields: new Set(['device']),
  processing: new Set(['network']),
  people: new Set([cast.ana.id]),
};
const trigger = (key: string, more: Record<string, unknown> = {}): Trigger => ({
  ...definition.parse({ name: key, on: ['created'], ...more }),
  key,
  enabled: true,
});

test('what a trigger names has to exist', () => {
  const whys = (more: Record<string, unknown>) => faultsOf(trigger('one', more), known).map(({ why }) => why);
  expect(
    whys({
      group: 'support',
      conditions: [c('type', 'is', 'malfunction')],
      results: [{ do: 'assign', to: cast.ana.id }],
    }),
  ).toEqual([]);
  expect(whys({ group: 'gone' })).toEqual(['unknown_group']);
  expect(whys({ conditions: [c('group', 'is', 'support', 'gone'), c('requester', 'is', 'U0')] })).toEqual([
    'unknown_group',
    'unknown_person',
  ]);
  expect(
    whys({
      conditions: [
        c('processing', 'is', 'Network', 'gone'),
        c('processing', 'is_not', 'gone'),
        c('processing', 'contains', 'net'),
        c('processing', 'empty'),
      ],
    }),
  ).toEqual(['unknown_processing', 'unknown_processing']);
  expect(
    whys({
      results: [
        { do: 'type', type: 'gone' },
        { do: 'assign', group: 'mute' },
      ],
    }),
  ).toEqual(['unknown_type', 'no_agents_channel']);
  expect(whys({ results: [{ do: 'assign' }, { do: 'notify', whom: 'channel' }, { do: 'tag' }] })).toEqual(
    Array(3).fill('makes_no_sense'),
  );
  expect(whys({ results: [{ do: 'call', url: 'https://a:b@example.com/' }] })).toEqual(['makes_no_sense']);
  expect(result.safeParse({ do: 'call', url: 'file:///etc/passwd' }).success).toBe(false);
});

test('of a group, only its tickets are meant; all or any of the conditions; none at all means every ticket', () => {
  expect(matches(trigger('one', { group: 'billing' }), moment())).toBeNull();
  const conditions = [c('group', 'is', 'support'), c('priority', 'is', 'urgent')];
  expect(matches(trigger('one', { conditions }), moment())).toBeNull();
  expect(matches(trigger('one', { conditions, match: 'any' }), moment())).toEqual({ why: [0] });
  expect(matches(trigger('one', { match: 'any' }), moment())).toEqual({ why: [] });
});

test('whatever triggers there are: in their order, only those that listen, and one assignment at most', () => {
  const one = fc.constantFrom<Result>(
    { do: 'assign', to: cast.ana.id },
    { do: 'assign', group: groupKey('support') },
    { do: 'priority', priority: 'urgent' },
    { do: 'notify', whom: 'leads' },
  );
  const some = fc.record({
    on: fc.uniqueArray(fc.constantFrom(...HAPPENINGS), { minLength: 1 }),
    results: fc.array(one, { maxLength: 4 }),
    enabled: fc.boolean(),
    met: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), fc.uniqueArray(fc.constantFrom(...HAPPENINGS)), (list, happened) => {
      const all = list.map(({ on, results, enabled, met }, at) => ({
        ...trigger(`t${at}`, { on, results, conditions: [c('group', met ? 'is' : 'is_not', 'support')] }),
        enabled,
      }));
      const fired = firings(all, happened, moment());
      const wanted = list.flatMap(({ on, enabled, met }, at) =>
        enabled && met && on.some((each) => happened.includes(each)) ? [`t${at}`] : [],
      );
      expect(fired.map(({ trigger: { key } }) => key)).toEqual(wanted);
      const deeds = fired.flatMap((each) => each.deeds);
      const assigning = deeds.filter((deed) => deed.result.do === 'assign');
      expect(assigning.filter(({ overtaken }) => !overtaken)).toHaveLength(Math.min(1, assigning.length));
      if (assigning.length > 0) expect(assigning.at(-1)!.overtaken).toBe(false);
      expect(deeds.filter((deed) => deed.overtaken && deed.result.do !== 'assign')).toEqual([]);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CHANNELS, LANGUAGES, PRIORITIES, STATES } from '../../src/domain/language.ts';
import { CONDITIONS, conditionOf } from '../../src/domain/query/conditions.ts';
import { searchFor } from '../../src/domain/query/meant.ts';
import { printQuery } from '../../src/domain/query/print.ts';
import { parseQuery } from '../../src/domain/query/query.ts';
import { type Asked, asked, MOODS, search, SORTS } from '../../src/domain/search.ts';
import { lexiconOf } from '../../src/slack/searching/lexicon.ts';
import { ana, bao, book, kofi, lea } from '../slack/views/make.ts';

const lexicon = lexiconOf(book, 'en', true);
const italian = lexiconOf(book, 'it', true);
const read = (typed: string, words = lexicon) => parseQuery(typed, words);
const meant = (typed: string, words = lexicon) => {
  const { asked: said, problems } = read(typed, words);
  expect(problems).toEqual([]);
  return said;
};
const wrong = (typed: string, words = lexicon) => read(typed, words).problems;

describe('what is typed is read', () => {
  test.each<[string, Asked]>([
    ['', {}],
    ['vpn printer', { text: 'vpn printer' }],
    ['vpn "second floor" slow', { text: 'vpn "second floor" slow' }],
    ['vpn “second floor”', { text: 'vpn "second floor"' }],
    ['status:pending', { states: ['pending'] }],
    ['STATUS:Pending', { states: ['pending'] }],
    ['stato:in-lavorazione', { states: ['in_progress'] }],
    ['status: pending vpn', { states: ['pending'], text: 'vpn' }],
    ['status:in progress vpn', { states: ['in_progress'], text: 'vpn' }],
    ['status:new,"in progress"', { states: ['new', 'in_progress'] }],
    ['status:new status:pending', { states: ['new', 'pending'] }],
    ['status:open is:unassigned', { states: ['open'], agents: ['nobody'] }],
    ['is:unhappy is:archived', { moods: ['unhappy'], archived: 'only' }],
    ['group:support', { groups: ['support'] as Asked['groups'] }],
    ['gruppo:Billing', { groups: ['billing'] as Asked['groups'] }],
    ['agent:@ana', { agents: [ana] }],
    ['agent:ana lópez vpn', { agents: [ana], text: 'vpn' }],
    ['agent:me,nobody', { agents: ['me', 'nobody'] }],
    [`agent:<@${ana}|ana> user:<@${bao}>`, { agents: [ana], users: [bao] }],
    ['follower:me segue:@bao watcher:@lea', { followers: ['me', bao, lea] }],
    ['creator:@lea from:@bao', { creators: [lea], users: [bao] }],
    ['T-1042 #7', { numbers: [1042, 7] as Asked['numbers'] }],
    ['id:1042,T-1043', { numbers: [1042, 1043] as Asked['numbers'] }],
    ['from:2026-10-01 before:2026-11-01', { created: { from: '2026-10-01', before: '2026-11-01' } }],
    ['until:2026-10-31', { created: { before: '2026-11-01' } }],
    ['created:2026-10', { created: { from: '2026-10-01', before: '2026-11-01' } }],
    ['created:2026-10-01..2026-10-03', { created: { from: '2026-10-01', before: '2026-10-04' } }],
    ['from:2026-10-01..2026-10-03', { created: { from: '2026-10-01', before: '2026-10-04' } }],
    ['updated-since:2026-10..2026-11', { updated: { from: '2026-10-01', before: '2026-12-01' } }],
    ['from:7d', { created: { from: '-7d' } }],
    ['from:last week vpn', { created: { from: '-1week' }, text: 'vpn' }],
    ['created:yesterday', { created: { from: '-1d', before: '0d' } }],
    ['created:"2 weeks ago"', { created: { from: '-14d' } }],
    ['from:31.12.2025', { created: { from: '2025-12-31' } }],
    ['from:31/12/2025', { created: { from: '2025-12-31' } }],
    ['updated:today', { updated: { from: '0d', before: '1d' } }],
    ['type:technical', { types: ['technical'] }],
    ['type:"How-to" tipo:guasto', { types: ['how_to', 'malfunction'] }],
    ['customer:104233 phone:"+39 02 1234567"', { customer: '104233', phone: '+39 02 1234567' }],
    ['email:bao@northwind.example name:bao', { email: 'bao@northwind.example', name: 'bao' }],
    ['tag:VPN,printer processing:refund', { tags: ['vpn', 'printer'], processing: ['refund'] }],
    ['priority:urgent,high sort:oldest', { priorities: ['urgent', 'high'], sort: 'oldest' }],
    ['channel:slash language:it language:english', { channels: ['slash'], languages: ['it', 'en'] }],
    ['at 10:30 see https://northwind.example/x', { text: 'at 10:30 see https://northwind.example/x' }],
    ['words:"status:new"', { text: 'status:new' }],
    ["100% 'quoted' back\\slash", { text: "100% 'quoted' back\\slash" }],
  ])('%s', (typed, said) => expect(meant(typed)).toEqual(said));

  it('in Italian, where the day stands first and somebody is called "io"', () => {
    expect(meant('da:01/10/2026 operatore:io stato:in attesa', italian)).toEqual({
      created: { from: '2026-10-01' },
      agents: ['me'],
      states: ['pending'],
    });
    expect(meant('creato:settimana scorsa gruppo:support', italian)).toEqual({
      created: { from: '-1week', before: '0week' },
      groups: ['support'],
    });
  });

  it('as a requester means it, too', () => {
    expect(meant('status:"waiting for me"', lexiconOf(book, 'en', false)).agents).toBeUndefined();
    expect(meant('status:"waiting for me"').agents).toEqual(['me']);
  });
});

describe('what is not understood is named, and the rest stays', () => {
  test.each([
    ['vpn stauts:pending', { what: 'unknown_condition', typed: 'stauts', near: 'status' }],
    ['stat:pending', { what: 'unknown_condition', typed: 'stat', near: 'status' }],
    ['colour:red', { what: 'unknown_condition', typed: 'colour', near: null }],
    ['status:pendign', { what: 'unknown_value', condition: 'status', typed: 'pendign', near: 'pending' }],
    ['group:legal', { what: 'unknown_value', condition: 'group', typed: 'legal', near: null }],
    ['agent:@zoe', { what: 'unknown_person', condition: 'agent', typed: '@zoe', near: null }],
    ['agent:koffi', { what: 'unknown_person', condition: 'agent', typed: 'koffi', near: 'Kofi Mensah' }],
    ['user:nobody', { what: 'unknown_person', condition: 'user', typed: 'nobody', near: null }],
    ['from:2026-02-30', { what: 'bad_day', condition: 'from', typed: '2026-02-30' }],
    ['from:01/10/2026', { what: 'bad_day', condition: 'from', typed: '01/10/2026' }],
    ['from:99999d', { what: 'bad_day', condition: 'from', typed: '99999d' }],
    ['id:0', { what: 'bad_number', condition: 'id', typed: '0' }],
    ['id:99999999999', { what: 'bad_number', condition: 'id', typed: '99999999999' }],
    ['id:abc', { what: 'bad_number', condition: 'id', typed: 'abc' }],
    ['status:', { what: 'empty', condition: 'status' }],
    ['-status:new', { what: 'not', condition: 'status' }],
    ['title:a title:b', { what: 'twice', condition: 'title', typed: 'b' }],
    [`title:${'x'.repeat(501)}`, { what: 'too_long', condition: 'title' }],
    [Array.from({ length: 150 }, (_, n) => `tag:t${n}`).join(' '), { what: 'too_many', condition: 'tag' }],
    ['from:2026-10-02 before:2026-10-01', { what: 'no_days', of: 'created' }],
  ])('%s', (typed, problem) => expect(wrong(typed)).toEqual([problem]));

  it('says who could be meant', () => {
    const twins = {
      ...lexicon,
      people: [...lexicon.people, { id: kofi, name: 'Ana Diaz', folded: 'ana diaz', email: null }],
    };
    expect(wrong('agent:@ana', twins)).toEqual([
      { what: 'several_people', condition: 'agent', typed: '@ana', people: [ana, kofi] },
    ]);
    expect(meant('agent:"Ana Diaz"', twins)).toEqual({ agents: [kofi] });
  });

  it('keeps what was understood beside it', () => {
    expect(read('vpn group:legal status:new colour:red').asked).toEqual({
      text: 'vpn colour:red',
      states: ['new'],
    });
  });

  it('whatever is typed, what was understood is a search, and no day makes it none', () => {
    const key = fc.constantFrom(...Object.values(CONDITIONS).flatMap(({ en, it: also }) => [...en, ...also]));
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('"', '7d', 'last', 'week', '2026-10-01', '9999y', '..', 'me', '\u0000', '%', "'; drop", '<@U1>'),
    );
    const piece = fc.oneof(
      value,
      fc.tuple(key, value).map(([k, v]) => `${k}:${v}`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { asked: said } = read(pieces.join(' '));
        expect(asked.safeParse(said).error).toBeUndefined();
        expect(search.safeParse(searchFor(said, { me: ana, today: '2026-03-31' })).error).toBeUndefined();
      }),
    );
  });

  it('does not tire of long words', () => {
    for (const long of [
      '"'.repeat(10_000),
      'a:'.repeat(5_000),
      '\\"'.repeat(5_000),
      '“'.repeat(10_000),
      'x'.repeat(10_000),
    ])
      expect(asked.safeParse(read(long).asked).success).toBe(true);
  });
});

const some = <T>(value: fc.Arbitrary<T>) => fc.uniqueArray(value, { minLength: 1, maxLength: 4 });
const words = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom(' ', '"', ':', '\\', ',', '-', '“', '”', '.', '#', 'T', '1', '’'),
    ),
  })
  .map((text) => text.replace(/\p{Cc}/gu, '').trim())
  .filter((text) => text !== '');
const day = fc.oneof(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
  fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom('d', 'm', 'y', 'week', 'month', 'year'))
    .map((said) => said.join('')),
);
const days = fc
  .record({ from: day, before: day }, { requiredKeys: [] })
  .filter(({ from, before }) => from !== undefined || before !== undefined);
const person = fc.oneof(fc.constantFrom('me', ana, bao, kofi, lea), fc.stringMatching(/^U[A-Z0-9]{2,8}[0-9]$/));
const said = fc.record(
  {
    text: words,
    title: words,
    numbers: some(fc.integer({ min: 1, max: 2_147_483_647 })),
    created: days,
    updated: days,
    priorities: some(fc.constantFrom(...PRIORITIES)),
    groups: some(fc.constantFrom(...book.groups.map(({ key }) => key))),
    agents: some(fc.oneof(person, fc.constant('nobody'))),
    states: some(fc.constantFrom('open', ...STATES)),
    channels: some(fc.constantFrom(...CHANNELS)),
    types: some(fc.constantFrom(...book.types.map(({ key }) => key))),
    processing: some(words),
    customer: words,
    name: words,
    users: some(person),
    creators: some(person),
    followers: some(person),
    email: words,
    phone: words,
    languages: some(fc.constantFrom(...LANGUAGES)),
    tags: some(words.map((word) => word.toLowerCase().trim())),
    moods: some(fc.constantFrom(...MOODS)),
    archived: fc.constantFrom('only', 'also'),
    sort: fc.constantFrom(...SORTS),
  },
  { requiredKeys: [] },
);

describe('a search is printed as it is typed', () => {
  it.each([lexicon, italian])('and read again is the same', (language) => {
    fc.assert(
      fc.property(said, (given) => {
        const kept = asked.parse(given);
        const { asked: again, problems } = read(printQuery(kept, language), language);
        expect(problems.filter(({ what }) => what !== 'no_days')).toEqual([]);
        expect(again).toEqual(kept);
      }),
    );
  });

  it('in words that people read', () => {
    const kept = meant(`vpn "second floor" status:in progress agent:me group:support user:${bao} from:last week`);
    expect(printQuery(kept, lexicon)).toBe(
      'vpn "second floor" status:in-progress group:support agent:me from:"last week" user:"Bao Tran"',
    );
    expect(printQuery(kept, italian)).toBe(
      'vpn "second floor" stato:in-lavorazione gruppo:support operatore:io da:"settimana scorsa" richiedente:"Bao Tran"',
    );
  });
});

describe('words', () => {
  it('mean one condition each', () => {
    for (const [name, { en, it: also }] of Object.entries(CONDITIONS))
      for (const word of [...en, ...also]) expect([word, conditionOf(word)]).toEqual([word, name]);
  });

  it.each([lexicon, italian])('mean in their own language what they say there', ({ terms, language }) => {
    const both = language === 'en' ? lexicon : italian;
    for (const [condition, list] of Object.entries(terms))
      for (const { word, asks } of list)
        expect([condition, word, read(`${condition}:"${word}"`, both).asked]).toEqual([condition, word, asks]);
  });
});

test('days are counted from where somebody is, and me is whoever asks', () => {
  const of = (typed: string, today: string) => searchFor(meant(typed), { me: ana, today });
  expect(of('agent:me,@ana creator:me', '2026-11-22')).toEqual({ agents: [ana], creators: [ana] });
  expect(of('created:last week', '2026-11-22').created).toEqual({ from: '2026-11-09', before: '2026-11-16' });
  expect(of('created:this month', '2026-12-31').created).toEqual({ from: '2026-12-01', before: '2027-01-01' });
  expect(of('from:1m', '2026-03-31').created).toEqual({ from: '2026-02-28' });
  expect(of('from:1y', '2028-02-29').created).toEqual({ from: '2027-02-28' });
  expect(of('from:7d', '2026-03-03').created).toEqual({ from: '2026-02-24' });
});

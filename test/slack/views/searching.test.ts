import { describe, expect, it } from 'vitest';
import type { Cursor, Total } from '../../../src/desk/searching.ts';
import { groupKey, LANGUAGES, type Person, ticketNumber } from '../../../src/domain/language.ts';
import { searchFor } from '../../../src/domain/query/meant.ts';
import { printQuery } from '../../../src/domain/query/print.ts';
import { parseQuery } from '../../../src/domain/query/query.ts';
import { type Asked, asked } from '../../../src/domain/search.ts';
import { readSearch } from '../../../src/slack/forms/read-search.ts';
import { searchForm } from '../../../src/slack/forms/search.ts';
import { choicesFor } from '../../../src/slack/searching/choices.ts';
import { foundValue, readFound } from '../../../src/slack/searching/leaf.ts';
import { lexiconOf } from '../../../src/slack/searching/lexicon.ts';
import { conditionsOf } from '../../../src/slack/views/conditions.ts';
import { foundFile } from '../../../src/slack/views/found-file.ts';
import { foundMessage } from '../../../src/slack/views/found.ts';
import { viewsMessage } from '../../../src/slack/views/views.ts';
import { wordsOf } from '../../../src/slack/words/catalog.ts';
import { ana, bao, book, now, ticketIn } from './make.ts';
import { chapters, sketch, sketchView } from './sketch.ts';

const today = '2026-11-21';
const scene = (language: 'en' | 'it') => ({ book, language, now });
const agent: Person = {
  kind: 'person',
  id: ana,
  agentOf: [groupKey('support')],
  leadOf: [],
  admin: false,
  active: true,
};
const requester: Person = { ...agent, id: bao, agentOf: [] };
const said = (typed: string, language: 'en' | 'it' = 'en') => parseQuery(typed, lexiconOf(book, language, true)).asked;
const ALL =
  'vpn "second floor" title:laptop id:1042,7 status:open,resolved group:support agent:me,nobody priority:high type:technical ' +
  'category:refund channel:slash language:it customer:104233 name:bao user:@bao creator:@lea follower:me email:bao@x.example phone:123 ' +
  'tag:vpn mood:unhappy archived:also sort:oldest from:7d until:2026-11-20 updated:today';
const many = (['answered', 'in_progress', 'new'] as const).map((state, n) =>
  ticketIn(state, { number: ticketNumber(1040 + n), title: `Request ${n}` }),
);
const form = (language: 'en' | 'it', viewer: Person, given: Asked) =>
  searchForm({ ...scene(language), viewer: viewer.id, today, agent: viewer === agent, asked: given });

type Page = { tickets: typeof many; total: Total; next: Cursor | null };
const list = (typed: string, found: Page, viewer = agent, trail: string[] = [], language: 'en' | 'it' = 'en') => {
  const of = said(typed, language);
  return foundMessage({
    ...scene(language),
    viewer,
    agent: viewer === agent,
    search: searchFor(of, { me: viewer.id, today }),
    leaf: { said: of, trail },
    found,
    typed: printQuery(of, lexiconOf(book, language, true)),
  });
};
const next = 'next-page' as Cursor;

describe('searching', () => {
  it.each(LANGUAGES)('looks like this in %s', async (language) => {
    const none = { tickets: [], total: { count: 0, over: false }, next: null };
    const some = { tickets: many, total: { count: 1000, over: true }, next };
    await expect(
      chapters([
        ['the form of an agent, with everything', sketchView(form(language, agent, said(ALL)))],
        ['the form of a requester', sketchView(form(language, requester, {}))],
        ['a page of many', sketch(list('group:support', some, agent, ['one'], language).blocks)],
        ['all conditions', sketch(list(ALL, { ...some, next: null }, agent, [], language).blocks)],
        [
          'what a requester reads',
          sketch(list('vpn', { ...some, total: { count: 3, over: false } }, requester, [], language).blocks),
        ],
        ['nothing', sketch(list('agent:nobody vpn slow status:open', none, agent, [], language).blocks)],
        ['nothing by a number', sketch(list('1042', none, agent, [], language).blocks)],
        ['nothing by what is no word', sketch(list('🎉 %', none, agent, [], language).blocks)],
        ['nothing of that number', sketch(list('T-1042', none, agent, [], language).blocks)],
        ['nothing for a requester', sketch(list('', none, requester, [], language).blocks)],
      ]),
    ).toMatchFileSnapshot(`./sketches/search.${language}.txt`);
  });

  /** As Slack gives back a form in which nobody changed anything. */
  const untouched = (given: Asked) =>
    Object.fromEntries(
      form('en', agent, given).blocks.flatMap((block) => {
        if (!('element' in block) || block.block_id === undefined) return [];
        const element = block.element as unknown as Record<string, unknown>;
        const options = element['initial_options'] as { value: string }[] | undefined;
        const option = element['initial_option'] as { value: string } | undefined;
        const answer =
          element['initial_value'] ??
          element['initial_date'] ??
          element['initial_users'] ??
          options?.map(({ value }) => value) ??
          option?.value;
        return [[block.block_id, answer]];
      }),
    ) as Record<string, string | string[] | undefined>;
  const read = (answers: Record<string, string | string[] | undefined>, before: Asked = {}) =>
    readSearch({ answers, before, viewer: ana, today, agent: true, words: wordsOf('en') });

  it('a form that is sent as it was opened asks for the same', () => {
    const before = said(ALL);
    const again = read(untouched(before), before);
    expect(again).toEqual({ asked: before });
    expect(Object.keys(asked.shape).filter((key) => before[key as keyof Asked] === undefined)).toEqual([]);
    expect(read(untouched({}))).toEqual({ asked: {} });
  });

  it('a day that was changed is itself, and one that was not stays counted from today', () => {
    const before = said('from:7d agent:me');
    expect(read({ ...untouched(before), created_from: '2026-11-01' }, before)).toMatchObject({
      asked: { created: { from: '2026-11-01' }, agents: ['me'] },
    });
  });

  it('what cannot be is said under its question', () => {
    expect(read({ numbers: 'T-1, x', created_from: '2026-11-02', created_until: '2026-11-01' })).toEqual({
      errors: {
        numbers: '“x” is no ticket number. Numbers look like T-1042, at most 2147483647.',
        created_until: 'The last day is before the first one.',
      },
    });
    for (const day of ['0001-01-01', '1000-01-01', '3026-01-01'])
      expect(read({ created_from: day, updated_until: day })).toEqual({
        errors: {
          created_from: expect.stringContaining(`“${day}” is no day for \`Raised from\``) as string,
          updated_until: expect.stringContaining(`“${day}” is no day for \`Changed until\``) as string,
        },
      });
    const tags = Array.from({ length: 120 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(',');
    expect(read({ tags })).toEqual({ errors: { tags: expect.stringContaining('Too many values') as string } });
    expect(read({ numbers: 'T-1 2;#3' })).toEqual({ asked: { numbers: [1, 2, 3] } });
    expect(read({ created_from: '2026-11-01', created_until: '2026-11-01' })).toEqual({
      asked: { created: { from: '2026-11-01', before: '2026-11-02' } },
    });
  });

  it('menus offer who works here, the types, and nobody', () => {
    const offered = (field: string, typed: string) =>
      choicesFor(field, typed, ana, book, 'en').map(({ text }) => text.text);
    expect(offered('agents', '')).toEqual(['Ana López (me)', 'Nobody yet', 'Kofi Mensah', 'Lea Fischer']);
    expect(offered('agents', '@kof')).toEqual(['Kofi Mensah']);
    expect(offered('types', 'malf')).toEqual(['Technical › Malfunction']);
  });

  it('a type that was removed is looked for as before, offered last and named as removed', () => {
    const [first, ...rest] = book.types;
    const changed = { ...book, types: rest, gone: first ? [first] : [] };
    const offered = (typed: string, language: 'en' | 'it') =>
      choicesFor('types', typed, ana, changed, language).map(({ text }) => text.text);
    expect(offered('', 'en').at(-1)).toBe('Technical (removed)');
    expect(offered('tecn', 'it').at(-1)).toBe('Tecnico (rimosso)');
    const found = parseQuery('type:tecnico', lexiconOf(changed, 'en', true));
    expect(found).toMatchObject({ asked: { types: ['technical'] }, problems: [] });
    const search = searchFor(found.asked, { me: ana, today });
    expect(conditionsOf(search, { book: changed, language: 'en', now, agent: true }).join()).toContain(
      'Technical (removed)',
    );
  });

  it('days that move with today stand as such where a view is listed, and as dates where it was opened', () => {
    const listed = (typed: string, language: 'en' | 'it') => {
      const view = { id: 1, name: 'Mine', owner: { person: ana }, said: said(typed, language) };
      const drawn = viewsMessage({
        ...scene(language),
        viewer: agent,
        agent: true,
        today,
        views: [view],
        defaults: [],
      });
      return JSON.stringify(drawn.blocks);
    };
    for (const [typed, en, it] of [
      ['from:7d', '*7 days back*', '*7 giorni fa*'],
      ['from:1m', '*1 month back*', '*1 mese fa*'],
      ['created:today', 'Raised from: *today* · Raised until: *today*', ': *oggi* · '],
      ['before:"this week"', '*before this week*', '*prima di questa settimana*'],
      ['updated:"last month"', '*last month* · Changed until: *before this month*', '*mese scorso*'],
      ['until:yesterday', '*yesterday*', '*ieri*'],
      ['from:2026-11-01', '*Nov 1, 2026*', '*1 nov 2026*'],
    ] as const) {
      expect(listed(typed, 'en')).toContain(en);
      expect(listed(typed, 'it')).toContain(it);
    }
    const opened = list('from:7d', { tickets: [], total: { count: 0, over: false }, next: null });
    expect(JSON.stringify(opened.blocks)).toContain('*Nov 14, 2026*');
  });

  it('a type that was nearly typed is proposed as its reader types it, whatever language it was typed in', () => {
    for (const [typed, language, near] of [
      ['guast', 'it', 'Guasto'],
      ['guast', 'en', 'Malfunction'],
    ] as const)
      expect(parseQuery(`type:${typed}`, lexiconOf(book, language, true)).problems).toMatchObject([{ near }]);
  });

  it('a button carries the page, and forgets the first pages before it carries too much', () => {
    const leaf = { said: said(ALL), trail: Array.from({ length: 60 }, (_, at) => `${at}`.padStart(60, '-')) };
    const value = foundValue(leaf) ?? '';
    expect(value.length).toBeLessThanOrEqual(2000);
    expect(readFound(value)?.said).toEqual(leaf.said);
    expect(readFound(value)?.trail.at(-1)).toBe(leaf.trail.at(-1));
    expect(
      foundValue({
        said: { text: 'x'.repeat(500), title: 'x'.repeat(500), name: 'x'.repeat(500), email: 'x'.repeat(500) },
        trail: [],
      }),
    ).toBeNull();
    for (const forged of ['', '{', '[]', '{"said":{"states":["x"]},"trail":[]}', '{"said":{}}'])
      expect(readFound(forged)).toBeNull();
  });

  it('a file says what the list says, and runs nothing', () => {
    const evil = ticketIn('escalated', { title: ' =HYPERLINK("http://x")', rating: { score: 2, at: now } });
    const file = foundFile([evil], agent, scene('en'));
    expect(file.startsWith('\ufeff"ticket","title"')).toBe(true);
    expect(file).toContain('"\' =HYPERLINK(""http://x"")"');
    expect(file).toContain('"With management"');
    const theirs = foundFile([{ ...evil, requester: bao }], requester, scene('it'));
    expect(theirs).toContain('"stato"');
    expect(theirs).not.toContain(wordsOf('it').ticket.states.escalated);
  });
});

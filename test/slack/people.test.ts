import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/desk/book.ts';
import type { Registry } from '../../src/desk/registry.ts';
import { personId, workspaceId } from '../../src/domain/language.ts';
import { languageOf } from '../../src/slack/parts.ts';
import { createBook } from '../../src/slack/people.ts';
import { cardOf, languageFrom } from '../../src/slack/people/card.ts';
import { until } from '../local-slack/workspace.ts';
import { house, logbook } from './house.ts';

describe('people', () => {
  it('are everybody of the workspace but its bots, each in the language of his Slack', async () => {
    const { book, who, on } = await house();
    const { people } = book.now();
    expect(people.get(who('giulia'))).toMatchObject({
      email: 'giulia@northwind.example',
      language: 'it',
      active: true,
    });
    expect(people.get(who('min'))).toMatchObject({ language: 'en', tz: 'Asia/Seoul' });
    expect(people.get(who('dora'))).toMatchObject({ guest: true });
    expect(people.has(personId(on.ids.bot))).toBe(false);
    expect(languageOf({ book: book.now }, who('giulia'))).toBe('it');
    expect(languageOf({ book: book.now }, personId('U0NOBODY'))).toBe('en');
  });

  it('have a seat in the group whose channel they sit in, from the moment they join until they leave', async () => {
    const { book, who, on, folk, channelOf } = await house();
    const seats = () =>
      book
        .now()
        .groups.find(({ key }) => key === 'support')
        ?.members.toSorted();
    const before = ['ana', 'kofi', 'lea'].map(who).toSorted();
    expect(seats()).toEqual(before);
    const channel = channelOf('support-desk');
    await on.act('lea', { do: 'invite', channel, user: who('priya') });
    await folk.moved({ user: who('priya'), channel });
    expect(seats()).toEqual([...before, who('priya')].toSorted());
    await on.act('priya', { do: 'leave', channel });
    await folk.moved({ user: who('priya'), channel });
    expect(seats()).toEqual(before);
    // Nothing to do with any group.
    await folk.moved({ user: who('priya'), channel: channelOf('general') });
    expect(seats()).toEqual(before);
  });

  it('keep their seats while the channel cannot be read', async () => {
    const { book, on, folk, channelOf, who, lines } = await house();
    await on.control({ do: 'remove_bot', channel: channelOf('billing-desk') });
    await folk.sync();
    expect(book.now().groups.find(({ key }) => key === 'billing')?.members).toContain(who('mateo'));
    expect(lines.join('')).toContain("the members of an agents' channel could not be read");
  });

  it('are known anew after a change, which may leave things out', async () => {
    const { book, who, folk } = await house();
    const profile = { display_name: 'Giulia Conti-Bo', real_name: 'Giulia Conti-Bo' };
    await folk.changed({ id: who('giulia'), name: 'giulia', deleted: true, profile });
    expect(book.now().people.get(who('giulia'))).toMatchObject({
      name: 'Giulia Conti-Bo',
      email: 'giulia@northwind.example',
      language: 'it',
      active: false,
    });
    await folk.changed({ id: 'U0MACHINE', is_bot: true, profile });
    expect(book.now().people.has(personId('U0MACHINE'))).toBe(false);
  });

  it('whom the book does not know are asked for once, however many ask', async () => {
    const { book, who, folk, sql, on } = await house();
    await sql`delete from people where id = ${who('bao')}`;
    await book.reload();
    const asks = async () => (await on.journal()).filter(({ name }) => name === 'users.info').length;
    const both = await Promise.all([folk.known(who('bao')), folk.known(who('bao'))]);
    expect(both.map((card) => card?.email)).toEqual(['bao@northwind.example', 'bao@northwind.example']);
    expect(await asks()).toBe(1);
    expect(book.now().people.has(who('bao'))).toBe(true);
    expect(await folk.known(personId('U0NOBODY'))).toBeNull();
    expect(await folk.known(personId(on.ids.bot))).toBeNull();
  });
});

describe('a card', () => {
  it.each([
    ['it-IT', 'it'],
    ['it', 'it'],
    ['IT-it', 'it'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
    ['ita', 'en'],
    [undefined, 'en'],
  ])('of the locale %s speaks %s', (locale, language) => expect(languageFrom(locale)).toBe(language));

  it('is made of nothing but a user who is a person', () => {
    expect(cardOf({ id: 'USLACKBOT' })).toBeNull();
    expect(cardOf({ id: 'U1', is_bot: true })).toBeNull();
    expect(cardOf('U1')).toBeNull();
    expect(cardOf({ id: 'U1' })).toMatchObject({ id: 'U1', name: 'U1', email: null, tz: 'UTC', active: true });
  });
});

describe('the book', () => {
  /** A registry whose reading lasts until the test says so. */
  function slowRegistry() {
    let changed = () => {};
    const readings: ((name: string) => void)[] = [];
    const registry = {
      load: () =>
        new Promise<Book>((done) =>
          readings.push((name) => done({ workspace: workspaceId(name), groups: [], types: [], people: new Map() })),
        ),
      watch: async (onChange: () => void) => {
        changed = onChange;
        return async () => {};
      },
    };
    return { registry: registry as unknown as Registry, readings, change: () => changed() };
  }

  it('is read once more for all that changes during a reading', async () => {
    const { registry, readings, change } = slowRegistry();
    const opening = createBook(registry, workspaceId('T1'), logbook().log);
    (await until(() => readings[0]))('first');
    (await until(() => readings[1]))('second');
    const book = await opening;
    expect(book.now().workspace).toBe('second');
    change();
    await until(() => readings[2]);
    for (let i = 0; i < 20; i++) change();
    const last = book.reload();
    readings[2]!('third');
    (await until(() => readings[3]))('fourth');
    await last;
    expect(book.now().workspace).toBe('fourth');
    expect(readings).toHaveLength(4);
    await book.stop();
  });

  it('notices what another process has changed', async () => {
    const { book, sql, who } = await house();
    await sql`update people set name = 'Ana the Second' where id = ${who('ana')}`;
    await until(() => (book.now().people.get(who('ana'))?.name === 'Ana the Second' ? true : undefined));
  });
});

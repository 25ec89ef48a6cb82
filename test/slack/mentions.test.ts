import { expect, test } from 'vitest';
import { personId } from '../../src/domain/language.ts';
import { mentionedIn } from '../../src/slack/mentions.ts';
import { ana, bao, book, kofi, lea } from './views/make.ts';

test.each([
  ['<@UANA> and <@UKOFI|kofi>, see <@UANA>', [ana, kofi]],
  ['@ana look at this', [ana]],
  ['Ask @Ana López, please', [ana]],
  ['@ana lopez: the cable', [ana]],
  ['(@ana.lopez)', [ana]],
  ['@Bao. And @lea!', [bao, lea]],
  ['ana@example.org, @nobody, @anastasia, a@ana', []],
])('%s', (text, people) => {
  expect(mentionedIn(text, book)).toEqual(people);
});

test('of two of one name it is the one who is likely meant, and nobody where both are', () => {
  const twin = { ...book.people.get(ana)!, id: personId('UANA2'), name: 'Ana Rossi' };
  const both = { ...book, people: new Map(book.people).set(twin.id, twin) };
  expect(mentionedIn('@ana', both)).toEqual([]);
  expect(mentionedIn('@ana', both, ({ id }) => id === ana)).toEqual([ana]);
  expect(mentionedIn('@ana rossi', both, ({ id }) => id === ana)).toEqual([twin.id]);
});

test('a letter that has its mark through it is the plain one too', () => {
  const dang = { ...book.people.get(ana)!, id: personId('UDANG'), name: 'Đặng Łukasz' };
  const all = { ...book, people: new Map(book.people).set(dang.id, dang) };
  expect(mentionedIn('@dang and @Đặng Łukasz', all)).toEqual([dang.id]);
  expect(mentionedIn('@dang lukasz', all)).toEqual([dang.id]);
});

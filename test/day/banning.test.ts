import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let lea: PersonInSlack;
let desk: string;
beforeAll(async () => {
  day = await openDay();
  [ana, lea] = [day.person('ana'), day.person('lea')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const listed = () => day.rows<{ word: string }>('select word from banned_words order by word');
const saw = (what: string) => lea.await(what, ({ views }) => views.find((view) => wordsOf(view).includes(what)));
const close = ({ id }: { id: string }) => lea.act({ do: 'close', view_id: id });

test('words are banned many at once and looked for at once, each fault is said, and what is taken off can be put back', async () => {
  const before = (await listed()).length;
  await ana.command(desk, 'banned');
  await ana.reads('administrators and the leads of a group');
  await lea.command(desk, 'banned');
  const list = await lea.form('Banned words');
  await lea.press('Add words', list);
  const form = await lea.form('Ban words');
  await lea.submit(form, { 'words.0': 'nonsense\n???', group: 'support', language: '*' });
  const faulty = await lea.await('the fault', ({ views }) =>
    views.find(({ id, errors }) => id === form.id && Object.keys(errors).length > 0),
  );
  expect(faulty.errors['words.0']).toContain('No letter and no digit stands in: “???”');
  expect(await listed()).toHaveLength(before);
  const many = Array.from({ length: 300 }, (_, at) => `word${at}`).join('\n');
  await lea.submit(form, { 'words.0': `Nonsense\nno way\nNONSENSE\n${many}`, group: 'support', language: '*' });
  const again = await saw('302 words are banned now; one was on the list already.');
  expect(await listed()).toHaveLength(before + 302);
  await lea.submit(again, { 'words.1': 'no  way', group: 'support', language: '*' });
  await close(await saw('Nothing new was added; one was on the list already.'));

  await lea.press('Try a sentence', await lea.form('Banned words'));
  await lea.submit(await lea.form('Try a sentence'), {
    sentence: 'There is no way, this is nonsense.',
    group: 'support',
    language: 'en',
  });
  const tried = await saw('Found:');
  expect(wordsOf(tried)).toContain('There is `no way`, this is `nonsense`.');
  await close(tried);
  await lea.press('What happens', await lea.form('Banned words'));
  await lea.submit(await lea.form('What happens'), { 'how.support': 'block' });
  await day.kept('how', `select 1 from groups where key = 'support' and policies ->> 'banned_words' = 'block'`);

  await lea.submit(await lea.form('Banned words'), { find: 'NO way' });
  const found = await lea.await('one of them', ({ views }) =>
    views.find((view) => wordsOf(view).includes('One word or phrase')),
  );
  await lea.press('✕', found);
  await lea.press('Ban it again', await saw('is not banned any more.'));
  await day.kept('it is back', `select 1 from banned_words where word = 'no way' and edited_by is not null`);
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personId, ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, standing, wordsOf } from './person.ts';

type Day = Awaited<ReturnType<typeof openDay>>;
let day: Day;
let bao: PersonInSlack;
let ana: PersonInSlack;
let desk: string;

/** The card of a ticket, by its number or title; it stands in its first line, as it does not where it is named as alike. */
const card = (which: string, ...words: string[]) =>
  ana.message(`the card of ${which} with ${words.join(', ')}`, (m) => {
    const [first = ''] = wordsOf(m).split('\n');
    return m.channel === desk && isRoot(m) && first.includes(which) && words.every((w) => wordsOf(m).includes(w));
  });
async function raise(by: PersonInSlack, title: string, content: string): Promise<string> {
  const outcome = await day.app.desk.open(personId(by.id), { title, content, channel: 'slash', group: 'support' });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  const id = `T-${outcome.ticket.number}`;
  // Found by those that come after it.
  await day.kept(`the document of ${id}`, `select from ticket_search where number = ${outcome.ticket.number}`);
  return id;
}
const windowWith = (what: string) =>
  ana.await(what, ({ views }) => views.find((view) => JSON.stringify(view).includes(what)));
const act = (id: string, verb: 'keep' | 'resolve', input = {}) =>
  day.app.desk.act(ticketNumber(Number(id.slice(2))), { verb, by: personId(ana.id), input });

beforeAll(async () => {
  day = await openDay({ tickets: false });
  [bao, ana] = [day.person('bao'), day.person('ana')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

describe('on the agents’ card', () => {
  let solved: string;
  let open: string;

  test('stands what is like it, solved first, with one press to answer in the same words', async () => {
    solved = await raise(bao, 'The shared calendar shows the wrong week', 'Since the update.');
    await act(solved, 'keep');
    await act(solved, 'resolve', { reason: 'solved', text: 'Choose Settings, Calendar, Start with this week.' });
    open = await raise(bao, 'Wrong week in my shared calendar', 'It opens on last week.');
    const third = await raise(day.person('priya'), 'Shared calendar opens on the wrong week', 'Again and again.');
    const other = await raise(bao, 'The badge does not open the garage', 'It blinks red.');
    const said = await card(third, `2 like this, one solved*: ${solved} The shared calendar`, open);
    expect(wordsOf(await card(other))).not.toContain('like this');

    await ana.press('Compare', said);
    const view = await windowWith(`Like ${third}`);
    expect(JSON.stringify(view)).toContain('Start with this week');
    await ana.press(`Reply with this answer`, view);
    const form = await windowWith('form.reply');
    expect(standing(form)).toMatchObject({ text: 'Choose Settings, Calendar, Start with this week.' });
  });

  test('says so when one that it names is solved later', async () => {
    const first = await raise(bao, 'The scanner sends blank pages upstairs', 'All of them.');
    const second = await raise(day.person('priya'), 'Blank pages from the scanner upstairs', 'Every time.');
    expect(wordsOf(await card(second, `1 like this`, first))).not.toContain('solved');
    await act(first, 'keep');
    await act(first, 'resolve', { reason: 'solved', text: 'Turn the paper over.' });
    await card(second, 'like this, solved', first);
  });

  test('one press links, and then the card names it as linked and not as alike; one press merges', async () => {
    const third = ticketNumber(Number(open.slice(2)) + 1);
    const see = async () => {
      await ana.press('Compare', await card(`T-${third}`, 'like this'));
      return windowWith(`Like T-${third}`);
    };
    await ana.press('Link', await see());
    await card(`T-${third}`, `Linked with ${solved}`, '1 like this');
    await ana.press('Merge into it', await see());
    await card(`T-${third}`, 'Merged into');
    expect((await day.ticket(third))?.links.map(({ how }) => how)).toEqual(['related', 'merged_into']);
  });
});

describe('in the form of a new request', () => {
  const formOf = (who: PersonInSlack) => who.form('New request');
  /** Types a title, character by character as far as Slack tells us. */
  const types = async (who: PersonInSlack, title: string, content = '') => {
    const form = await formOf(who);
    await who.choose(form, 'title', title, { title, content });
  };
  const seesInForm = (who: PersonInSlack, ...words: string[]) =>
    who.await(`the form with ${words.join(', ')}`, ({ views }) =>
      views.find((view) => view.callback_id === 'form.create' && words.every((word) => wordsOf(view).includes(word))),
    );

  test('goes to the group of what was chosen, also when it is sent before it was drawn for that', async () => {
    await bao.command(day.channel('ask-support'), 'A quiet keyboard');
    const written = { title: 'A quiet keyboard', content: 'For the open office.', type: 'other_technical' };
    await bao.submit(await formOf(bao), written);
    await bao.await('its number', ({ views }) => views.find((view) => /\*T-\d+\* is with/.test(wordsOf(view))));
    await bao.act({ do: 'close', view_id: (await bao.see()).views.at(-1)?.id ?? '', all: true });
    await card('A quiet keyboard');
  });

  test('keeps the questions of what was chosen while the title was still looked for', async () => {
    await raise(bao, 'Humidifier leaks water', 'Since Monday.');
    await bao.command(day.channel('ask-support'), 'Kitchen sink');
    const written = { title: 'The humidifier leaks', content: 'Water.' };
    const form = await formOf(bao);
    await Promise.all([
      bao.choose(form, 'title', written.title, written),
      bao.choose(form, 'type', 'other_technical', written),
    ]);
    // It is looked for once more, by what was chosen: then both stand there.
    await seesInForm(bao, 'like this', 'Who should help?');
    await sleep(1500);
    await seesInForm(bao, 'like this', 'Who should help?');
    await bao.act({ do: 'close', view_id: (await bao.see()).views.at(-1)?.id ?? '', all: true });
  });

  test('one’s own stand there as the title is typed, the last word counts, and one press adds the words to it', async () => {
    const id = await raise(bao, 'Espresso grinder jams', 'Since Monday.');
    await bao.command(day.channel('ask-support'), 'Kitchen sink');
    await formOf(bao);
    await Promise.all([types(bao, 'badge garage'), types(bao, 'The espresso grinder jammed', 'It smokes now.')]);
    const form = await seesInForm(bao, '1 like this is open', `*${id}* Espresso grinder`);
    expect(wordsOf(form)).not.toContain('badge');
    await types(bao, 'Something quite different', 'It smokes now.');
    await bao.await('that nothing is like it', ({ views }) =>
      views.find((view) => view.callback_id === 'form.create' && !wordsOf(view).includes('like this')),
    );
    await types(bao, 'The espresso grinder jammed', 'It smokes now.');
    const written = { title: 'The espresso grinder jammed', content: 'It smokes now.' };
    const again = await seesInForm(bao, `*${id}*`);
    await bao.press('Add mine to this one', again, { ...written, private: ['private'] });
    await bao.await('why not', ({ views }) =>
      views.find((view) => wordsOf(view).includes(`${id} is not kept out of them`)),
    );
    expect((await day.rows(`select from messages where ticket = ${id.slice(2)}`)).length).toBe(0);
    const bytes = Buffer.from('Bzzz.').toString('base64');
    const noise = await bao.act({ do: 'upload', name: 'noise.txt', mimetype: 'text/plain', content: bytes });
    const files = noise.ok && noise.file ? [noise.file] : [];
    await bao.press('Add mine to this one', again, { ...written, private: [], files });
    await bao.await('what became of it', ({ views }) =>
      views.find((view) =>
        wordsOf(view).includes(`Your words were added to ${id}. No new request was filed. Your files were not`),
      ),
    );
    await day.kept(
      'his words',
      `select from messages where ticket = ${id.slice(2)} and audience = 'main' and text like '%jammed%It smokes now.'`,
    );
  });

  test('what somebody else asked is shown only where it was asked in an open channel, and is followed', async () => {
    const priya = day.person('priya');
    await raise(bao, 'Aquarium pump rattles in the lobby', 'All day.');
    const sent = await bao.act({
      do: 'send',
      channel: day.channel('ask-support'),
      text: 'Aquarium pump rattles again',
    });
    const ts = sent.ok ? (sent.ts ?? '') : '';
    await ana.act({ do: 'react', channel: day.channel('ask-support'), ts, name: 'ticket' });
    const made = await card('Aquarium pump rattles again');
    const id = /T-\d+/.exec(wordsOf(made))?.[0] ?? '';
    await day.kept('its document', `select from ticket_search where number = ${id.slice(2)}`);
    await priya.command(day.channel('ask-support'), 'The aquarium pump rattles');
    const form = await seesInForm(priya, '1 like this is open', id);
    expect(wordsOf(form)).not.toContain('lobby');
    await priya.press('Follow this one instead', form);
    await priya.await('what became of it', ({ views }) =>
      views.find((view) => wordsOf(view).includes(`You follow ${id} now`)),
    );
    expect((await day.ticket(ticketNumber(Number(id.slice(2)))))?.followers).toEqual([priya.id]);
  });

  test('what was solved may have solved this one too: then nothing is filed, and that is counted', async () => {
    const before = await day.rows('select from tickets');
    await bao.command(day.channel('ask-support'), 'Shared calendar with the wrong week');
    const form = await seesInForm(bao, 'solved. Perhaps you need not ask again', 'Choose Settings');
    await bao.press('That solved it', form);
    await bao.await('what became of it', ({ views }) => views.find((view) => wordsOf(view).includes('Good to hear')));
    expect(await day.rows('select from tickets')).toHaveLength(before.length);
    expect(await day.rows('select from spared')).toHaveLength(1);
    await ana.command(desk, 'report categories');
    await ana.message('how many were not sent', (m) => wordsOf(m).includes('one request was not sent at all'));
  });
});

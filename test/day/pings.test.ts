import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;

beforeAll(async () => {
  day = await openDay();
  ana = day.person('ana');
});
afterAll(() => day.close());

const ask = async (title: string) => {
  const asked = { title, content: 'It is broken.', group: 'support', channel: 'slash' } as const;
  const opened = await day.app.desk.open(personId(day.person('bao').id), asked);
  if (opened.kind !== 'done') throw new Error(opened.kind);
  return opened.ticket.number;
};
const told = (words: string) =>
  ana.await(`that she is told "${words}"`, ({ messages }) => messages.find((each) => wordsOf(each).includes(words)));

test('whoever stops watching under what he was told is told that it is so', async () => {
  const number = await ask('The printer');
  const [by, kofi] = [personId(ana.id), personId(day.person('kofi').id)];
  await day.app.desk.act(number, { verb: 'follow', by });
  await day.app.desk.act(number, { verb: 'reply', by: kofi, input: { text: 'Toner is on its way.' } });
  const ping = await ana.reads('Kofi Mensah answered', 'Stop watching');
  await ana.press('Stop watching', ping);
  const said = await told('not watched any more');
  expect(said.channel).toBe(ping.channel);
});

test('whoever is made to follow stops it under what he was told, and whoever asked him reads that he does', async () => {
  const number = await ask('The monitor');
  const kofi = day.person('kofi');
  await kofi.command(day.channel('general'), `add-follower T-${number}`);
  await kofi.submit(await kofi.window('Who shall follow this?'), { to: ana.id });
  await kofi.window(`T-${number} has one more follower`);
  await ana.press('Stop watching', await ana.reads(`lets you follow T-${number}`, 'Stop watching'));
  await told(`T-${number} is not watched any more`);
});

test('and so is whoever begins with what he was given', async () => {
  await day.sql`update groups set policies = policies || '{"auto_assign": "round_robin", "reoffer_minutes": 30}' where key = 'support'`;
  await day.sql`update people set capacity = 0 where id <> ${ana.id}`;
  await ask('The phone');
  const ping = await ana.reads('you were next', 'The phone');
  await ana.press('Keep', ping);
  await told('is yours.');
});

test('a ticket’s window shows at once what was pressed in it', async () => {
  const number = await ask('The scanner');
  const { channel } = await ana.reads(`T-${number}`, 'The scanner');
  await ana.command(channel, `show T-${number}`);
  const window = (offered: string) =>
    ana.await(`the window with ${offered}`, ({ views }) =>
      views.findLast(
        (view) =>
          view.type === 'modal' && view.title.text === `T-${number}` && JSON.stringify(view.blocks).includes(offered),
      ),
    );
  await ana.press('Watch', await window('"Watch"'));
  await ana.press('Stop watching', await window('"Stop watching"'));
  await window('"Watch"');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../local-slack/wire.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

type Day = Awaited<ReturnType<typeof openDay>>;
let day: Day;
let bao: PersonInSlack;
let ana: PersonInSlack;
let desk: string;
let root: Message;

const card = (...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && ['T-1001', ...words].every((w) => wordsOf(m).includes(w)),
  );
const says = (who: PersonInSlack, text: string) =>
  who.act({ do: 'send', channel: root.channel, text, thread_ts: root.ts });
const whisper = (who: PersonInSlack, ...words: string[]) =>
  who.message(words.join(', '), (m) => m.ephemeral && words.every((w) => wordsOf(m).includes(w)));

beforeAll(async () => {
  day = await openDay({ tickets: false });
  [bao, ana] = [day.person('bao'), day.person('ana')];
  desk = day.channel('support-desk');
  await bao.command(day.channel('ask-support'), 'The door is stuck');
  const words = { title: 'The door is stuck', content: 'Since this morning.' };
  await bao.choose(await bao.form('New request'), 'type', 'other_technical', words);
  const form = await bao.await('the form redrawn', ({ views }) =>
    views.find((view) => view.blocks.some(({ block_id }) => block_id?.startsWith('group.'))),
  );
  await bao.submit(form, { ...words, type: 'other_technical' });
  root = await card('New');
});
afterAll(() => day.close());

describe('in the agents’ thread, where Slack takes no commands', () => {
  test('?keep keeps, and is no note', async () => {
    await says(ana, '?keep');
    await card('In progress', 'Ana');
    await whisper(ana, 'T-1001 is yours.');
  });

  test('a verb that asks something is one more press away', async () => {
    await says(ana, '?pend');
    await ana.press('Pend', await whisper(ana, 'T-1001', 'One more press'));
    const form = await ana.await('its form', ({ views }) => views.find((v) => v.callback_id === 'form.pend'));
    await ana.act({ do: 'close', view_id: form.id });
  });

  test('what would leave the thread is shown first, and goes only when it is sent', async () => {
    await says(ana, 'CANARY he always slams it');
    await says(ana, '?reply Please push it gently.');
    const preview = await whisper(ana, 'Bao Tran is going to read', 'Please push it gently.');
    await day.kept('the note', `select 1 from messages where audience = 'internal' and text like 'CANARY%'`);
    expect((await bao.see()).messages.map(wordsOf).join()).not.toContain('push it gently');
    await ana.press('Send', preview);
    await bao.reads('Please push it gently.');
    await card('Answered');
    await day.kept(
      'where the words came from',
      `select 1 from events where verb = 'reply' and input->'promoted'->>'preview' ~ '^[0-9a-f]{64}$'`,
    );
    expect((await bao.see()).messages.map(wordsOf).join()).not.toContain('CANARY');
  });

  test.each(['?correct', '@bot correct', '/ticket correct T-1001'])(
    '%s with words changes nothing: it shows which words the requester reads now',
    async (typed) => {
      await says(ana, 'CANARY a note that came after');
      const words = 'Not meant for the requester.';
      if (typed.startsWith('/')) await ana.command(root.channel, `${typed.slice('/ticket '.length)} ${words}`);
      else {
        const sent = (await says(ana, `${typed.replace('@bot', `<@${day.slack.ids.bot}>`)} ${words}`)) as {
          ts?: string;
        };
        const asked = await ana.message(
          'one more press',
          (m) => m.ephemeral && m.ts > (sent.ts ?? '') && wordsOf(m).includes('One more press'),
        );
        await ana.press('Correct', asked);
      }
      const form = await ana.form('Correct T-1001');
      expect(wordsOf(form)).toContain('What agents and the requester read now:');
      expect(wordsOf(form)).toContain('Please push it gently.');
      expect(wordsOf(form)).not.toContain('CANARY');
      await ana.act({ do: 'close', view_id: form.id });
      expect(await day.rows(`select 1 from events where verb = 'correct'`)).toEqual([]);
    },
  );

  test('an order that may not be carried out is refused to him alone; a stranger’s words are just words', async () => {
    await says(ana, '?complete');
    await whisper(ana, 'complete T-1001', 'answered');
    await says(ana, '?nonsense is a note');
    await day.kept('a note', `select 1 from messages where audience = 'internal' and text = '?nonsense is a note'`);
  });

  test('a template that there is not, or that is not alone, goes nowhere: he reads what there is', async () => {
    await says(ana, '?nosuch');
    await whisper(ana, 'There is no template `?nosuch` here, and nothing was sent. There is:', '`?vpn_reset`');
    await says(ana, '?vpn-reset and call me');
    await whisper(ana, '`?vpn-reset` goes alone');
    expect(await day.rows(`select from messages where text like '%nosuch%' or text like '%call me%'`)).toEqual([]);
  });
});

describe('other ways to say the same', () => {
  test('a note is sent on to the requester by its shortcut, after it was looked at and changed', async () => {
    await says(ana, 'Tell him the new lock comes on Friday');
    const note = await ana.message('the note', (m) => wordsOf(m).includes('new lock comes on Friday'));
    await ana.act({ do: 'shortcut', callback_id: 'send_to_requester', channel: note.channel, ts: note.ts });
    const form = await ana.await('the form with its words', ({ views }) =>
      views.find((v) => v.callback_id === 'form.reply' && JSON.stringify(v.blocks).includes('new lock comes')),
    );
    await ana.submit(form, { text: 'The new lock comes on Friday.' });
    await ana.formsClosed();
    await bao.reads('The new lock comes on Friday.');
    expect((await bao.see()).messages.map(wordsOf).join()).not.toContain('Tell him');
  });

  test('what is in no thread among agents cannot be sent on', async () => {
    const told = await bao.act({ do: 'send', channel: day.channel('general'), text: 'Good morning' });
    const ts = told.ok ? (told.ts ?? '') : '';
    await ana.act({ do: 'shortcut', callback_id: 'send_to_requester', channel: day.channel('general'), ts });
    const view = await ana.await('why not', ({ views }) =>
      views.find((v) => wordsOf(v).includes('no ticket’s thread')),
    );
    await ana.act({ do: 'close', view_id: view.id });
  });

  test('an emoji under a message of a request channel makes a ticket of it, once; under its card it keeps and makes urgent', async () => {
    const ask = day.channel('ask-support');
    const asked = await bao.act({ do: 'send', channel: ask, text: 'My mail is gone since noon' });
    const ts = asked.ok ? (asked.ts ?? '') : '';
    const kofi = day.person('kofi');
    await kofi.act({ do: 'react', channel: ask, ts, name: 'ticket' });
    await ana.act({ do: 'react', channel: ask, ts, name: 'ticket' });
    const made = await ana.message(
      'its card',
      (m) => m.channel === desk && isRoot(m) && wordsOf(m).includes('My mail is gone since noon'),
    );
    await kofi.act({ do: 'react', channel: desk, ts: made.ts, name: 'eyes' });
    await ana.message('that Kofi has it', (m) => m.ts === made.ts && wordsOf(m).includes('In progress* · Kofi'));
    await ana.act({ do: 'react', channel: desk, ts: made.ts, name: 'eyes' });
    await whisper(ana, 'Kofi Mensah kept T-1002');
    await kofi.act({ do: 'react', channel: desk, ts: made.ts, name: 'rotating_light' });
    await ana.message('that it is urgent', (m) => m.ts === made.ts && wordsOf(m).includes('Urgent'));
    await kofi.act({ do: 'react', channel: desk, ts: made.ts, name: 'white_check_mark' });
    await kofi.press('Resolve', await whisper(kofi, 'T-1002', 'One more press'));
    await kofi.await('its form', ({ views }) => views.find((v) => v.callback_id === 'form.resolve'));
    await day.kept('one ticket', `select 1 from tickets where channel = 'emoji' having count(*) = 1`);
  });
});

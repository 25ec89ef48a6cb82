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

  test('an order that may not be carried out is refused to him alone; a stranger’s words are just words', async () => {
    await says(ana, '?complete');
    await whisper(ana, 'complete T-1001', 'answered');
    await says(ana, '?nonsense is a note');
    await day.kept('a note', `select 1 from messages where audience = 'internal' and text = '?nonsense is a note'`);
  });
});

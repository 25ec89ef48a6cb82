import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../local-slack/wire.ts';
import { TYPED } from '../../src/slack/typed.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let bao: PersonInSlack;
let desk: string;
let root: Message;

beforeAll(async () => {
  day = await openDay();
  [ana, bao] = [day.person('ana'), day.person('bao')];
  desk = day.channel('support-desk');
  const ask = day.channel('ask-support');
  const asked = await bao.act({ do: 'send', channel: ask, text: 'The door is stuck' });
  await ana.act({ do: 'react', channel: ask, ts: asked.ok ? (asked.ts ?? '') : '', name: 'ticket' });
  root = await card('New');
});
afterAll(() => day.close());

const card = (...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && ['T-1001', ...words].every((w) => wordsOf(m).includes(w)),
  );
const whispers = async (who: PersonInSlack) => (await who.see()).messages.filter((m) => m.ephemeral).map(wordsOf);
const whispered = (who: PersonInSlack, ...words: string[]) =>
  who.message(words.join(', '), (m) => m.ephemeral && words.every((w) => wordsOf(m).includes(w)));

/** Whatever is typed, a sentence comes back or a window opens. */
async function answered(what: string, type: () => Promise<unknown>): Promise<string> {
  const before = (await whispers(ana)).length;
  await type();
  const said = await ana.await(`an answer to ${what}`, ({ messages, views }) => {
    const whisper = messages
      .filter((m) => m.ephemeral)
      .slice(before)
      .at(-1);
    const window = views.find((view) => view.type === 'modal' && wordsOf(view).length > 20);
    return whisper ? wordsOf(whisper) : window && wordsOf(window);
  });
  for (const { id } of (await ana.see()).views.toReversed()) await ana.act({ do: 'close', view_id: id });
  return said;
}

test('every verb typed after /ticket is done, asks, or is refused with a sentence', async () => {
  for (const verb of TYPED) {
    const text = `${verb.replaceAll('_', '-')} T-1001`;
    expect(await answered(text, () => ana.command(desk, text))).toMatch(/\w{3,}/);
  }
});

test('and so is every verb in the thread, behind a mark or to the bot by name', async () => {
  for (const [at, verb] of TYPED.entries()) {
    const mark = at % 2 === 0 ? '?' : `<@${day.slack.ids.bot}> `;
    const text = `${mark}${verb.replaceAll('_', '-')}`;
    const send = () => ana.act({ do: 'send', channel: desk, text, thread_ts: root.ts });
    expect(await answered(text, send)).toContain('T-1001');
  }
});

test('a slip is answered with the verb that was meant, and is no note; help comes where it is called for', async () => {
  await ana.act({ do: 'send', channel: desk, text: '?resovle It was the hinge.', thread_ts: root.ts });
  await whispered(ana, 'Did you mean `resolve`?');
  await ana.act({ do: 'send', channel: desk, text: `<@${day.slack.ids.bot}> help`, thread_ts: root.ts });
  await whispered(ana, 'What you can type');
  await ana.command(desk, 'kepe #1001');
  await whispered(ana, 'I do not know “kepe”', '`keep`');
  await day.kept('no note', `select 1 where not exists (select from messages where text like '%hinge%')`);
});

test('outside of any thread an order names its ticket, or is asked for it', async () => {
  await ana.act({ do: 'send', channel: day.channel('general'), text: `<@${day.slack.ids.bot}> show T-1001` });
  await whispered(ana, 'One more press', 'T-1001');
  const dm = await bao.act({ do: 'open_dm', with: day.slack.ids.bot });
  const channel = dm.ok ? (dm.channel ?? '') : '';
  await bao.act({ do: 'send', channel, text: '?cancel' });
  await bao.message('which one', (m) => m.channel === channel && wordsOf(m).includes('`?cancel T-1001`'));
  await bao.act({ do: 'send', channel, text: '?keep T-1001' });
  await bao.message(
    'why not',
    (m) => m.channel === channel && wordsOf(m).includes('T-1001') && wordsOf(m).includes('can'),
  );
});

test('another ticket is named in a thread', async () => {
  const ask = day.channel('ask-support');
  const asked = await bao.act({ do: 'send', channel: ask, text: 'The window too' });
  await bao.act({ do: 'react', channel: ask, ts: asked.ok ? (asked.ts ?? '') : '', name: 'ticket' });
  await ana.message('its card', (m) => m.channel === desk && isRoot(m) && wordsOf(m).includes('T-1002'));
  await ana.act({ do: 'send', channel: desk, text: '?keep T-1002', thread_ts: root.ts });
  await whispered(ana, 'T-1002 is yours.');
});

test('a group’s own emoji mean what it says, and the usual ones nothing then', async () => {
  const own = JSON.stringify({ hammer: 'prepare', lock: 'pend', eyes: 'urgent' });
  await day.kept(
    'the policy',
    `update groups set policies = policies || '{"emoji":${own}}' where key = 'support' returning key`,
  );
  const other = await ana.message('its card', (m) => m.channel === desk && isRoot(m) && wordsOf(m).includes('T-1002'));
  const react = (name: string) => ana.act({ do: 'react', channel: desk, ts: other.ts, name });
  const becomes = (word: string) => ana.message(word, (m) => m.ts === other.ts && wordsOf(m).includes(word));
  await react('white_check_mark');
  await react('hammer');
  await becomes('Preparing a solution');
  await react('eyes');
  await becomes('Urgent');
  await react('lock');
  await whispered(ana, 'One more press', 'T-1002');
  expect((await whispers(ana)).filter((said) => said.includes('Resolve') && said.includes('T-1002'))).toEqual([]);
});

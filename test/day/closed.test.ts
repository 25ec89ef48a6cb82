import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFileSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Control, Message } from '../../local-slack/wire.ts';
import { connect } from '../../src/db/connect.ts';
import { applyDeskFile } from '../../src/desk-file/apply.ts';
import { slackDirectory } from '../../src/desk-file/slack.ts';
import { type PersonId, personId, ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;
let lea: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [bao, ana, lea] = [day.person('bao'), day.person('ana'), day.person('lea')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const control = async (what: Control) => {
  const answer = await fetch(`${day.slack.url}/_local/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  });
  const said = (await answer.json()) as { ok: boolean; channel?: string };
  expect(said).toMatchObject({ ok: true });
  return said;
};

async function ask(title: string, main?: { channel: string; ts: string }) {
  const by: PersonId = personId(bao.id);
  const outcome = await day.app.desk.open(by, {
    title,
    content: `About: ${title}`,
    group: 'support',
    channel: 'slash',
    ...(main && { main }),
  });
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.why}`);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.ticket.number;
}
const cardIn = (channel: string, ...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) => m.channel === channel && isRoot(m) && words.every((w) => wordsOf(m).includes(w)),
  );
const under = (card: Message, words: string) =>
  ana.message(`${words} under the card`, (m) => isUnder(card, m) && wordsOf(m).includes(words));
const warnings = async () => (await lea.see()).messages.filter((m) => wordsOf(m).includes('I cannot write in'));
const carried = () =>
  day.kept(
    'that all is settled',
    `select 1 where not exists (select from letters where state in ('pending', 'sending'))`,
  );

test('an archived agents’ channel is told once to the lead; when it is back, so are the cards', async () => {
  const lamp = await ask('The lamp hums');
  const card = await cardIn(desk, `T-${lamp}`);
  await control({ do: 'archive', channel: desk });
  const told = await lea.reads('I cannot write in', 'Support', 'it was archived', 'One open ticket has', 'unarchive');
  const door = await ask('The door sticks');
  await day.app.desk.act(lamp, { verb: 'keep', by: personId(ana.id), input: {} });
  await bao.reads(`T-${door}`);
  await carried();
  expect(await warnings()).toHaveLength(1);
  await control({ do: 'unarchive', channel: desk });
  await cardIn(desk, `T-${door}`, 'About: The door sticks');
  const again = await cardIn(desk, `T-${lamp}`, 'In progress');
  expect(again.ts).toBe(card.ts);
  await under(card, 'Ana');
  const over = await lea.reads('I can write in', 'Support');
  expect(over.ts).toBe(told.ts);
});

test('removed from it, it says so, and comes back when it is invited', async () => {
  await control({ do: 'remove_bot', channel: desk });
  await lea.reads('I cannot write in', 'removed from it', '/invite', '2 open tickets have');
  const fan = await ask('The fan is loud');
  await carried();
  await control({ do: 'add_bot', channel: desk });
  await cardIn(desk, `T-${fan}`);
  expect(await warnings()).toHaveLength(0);
});

test('a renamed channel changes nothing', async () => {
  await control({ do: 'rename_channel', channel: desk, name: 'help-desk' });
  const key = await ask('The key is bent');
  expect((await cardIn(desk, `T-${key}`)).channel).toBe(desk);
  await control({ do: 'rename_channel', channel: desk, name: 'support-desk' });
});

test('with another channel in the desk file the open cards move there with their story, and the seats with it', async () => {
  const made = await control({
    do: 'create_channel',
    name: 'new-desk',
    private: true,
    members: [ana.id, day.person('priya').id, day.slack.ids.bot],
  });
  const fresh = made.channel ?? '';
  // What is on its way to the old channel may still be drawn as it was.
  await carried();
  const old = await cardIn(desk, 'The lamp hums');
  await apply('support-desk', 'new-desk');
  const card = await cardIn(fresh, 'The lamp hums', 'In progress');
  await under(card, 'Ana');
  const left = await ana.message('what is left', (m) => m.ts === old.ts && wordsOf(m).includes('stands in'));
  expect(wordsOf(left)).toContain(`<#${fresh}>`);
  await day.kept(
    'the seats',
    `select 1 from group_members where group_key = 'support' and source = 'channel'
     having array_agg(person order by person) = array['${[ana.id, day.person('priya').id].toSorted().join("','")}']`,
  );
  desk = fresh;
});

test('a deleted channel is told of with what is left to do, and a new one takes the cards', async () => {
  await control({ do: 'delete_channel', channel: desk });
  const told = await lea.reads('I cannot write in', 'deleted', 'open tickets');
  const pen = await ask('The pen leaks');
  await carried();
  await apply('support-desk', 'support-desk');
  desk = day.channel('support-desk');
  await cardIn(desk, `T-${pen}`);
  const over = await lea.reads('No group works in');
  expect(over.ts).toBe(told.ts);
});

test('when the channel in which he asked is closed, his card and a corrected answer go on in his messages', async () => {
  const asked = day.channel('ask-support');
  const sent = await bao.act({ do: 'send', channel: asked, text: 'My chair squeaks.' });
  const root = await bao.message('his words', (m) => sent.ok && m.ts === sent.ts);
  const chair = await ask('The chair squeaks', { channel: asked, ts: root.ts });
  await bao.message('the card in its thread', (m) => isUnder(root, m) && wordsOf(m).includes(`T-${chair}`));
  await ana.command(desk, `reply T-${chair} Oil it dayly.`);
  await bao.message('the answer', (m) => isUnder(root, m) && wordsOf(m).includes('Oil it dayly.'));
  await control({ do: 'archive', channel: asked });
  await ana.command(desk, `correct T-${chair}`);
  await ana.submit(await ana.form(`Correct T-${chair}`), { text: 'Oil it daily.' });
  const corrected = await bao.reads('Oil it daily.');
  expect(corrected.channel).toMatch(/^D/);
  await ana.command(desk, `resolve T-${chair} It is oiled.`);
  await bao.reads('It is oiled.');
  const card = await bao.message(
    'his card',
    (m) =>
      m.channel === corrected.channel &&
      isRoot(m) &&
      wordsOf(m).includes(`T-${chair}`) &&
      wordsOf(m).includes('Resolved'),
  );
  await bao.act({ do: 'send', channel: card.channel, text: 'It squeaks still.', thread_ts: card.ts });
  await day.kept('his words', `select 1 from messages where ticket = ${chair} and text = 'It squeaks still.'`);
  expect(await day.replayed(ticketNumber(chair))).toEqual(await day.ticket(ticketNumber(chair)));
});

/** Applies the desk file with another agents' channel for Support. */
async function apply(from: string, to: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'threadesk-closed-'));
  const file = path.join(folder, 'desk.yml');
  writeFileSync(file, readFileSync('desk.yml', 'utf8').replace(`channel: ${from}\n`, `channel: ${to}\n`));
  const { db, close } = await connect(day.database.url);
  try {
    const directory = await slackDirectory(new WebClient(day.slack.botToken, { slackApiUrl: `${day.slack.url}/api/` }));
    const workspace = { id: day.app.desk.workspace, name: 'Northwind' };
    const { changed } = await applyDeskFile({ file, db, workspace, directory });
    expect(changed).toBe(true);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

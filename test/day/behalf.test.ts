import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { type Filled, isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let bao: PersonInSlack;
let priya: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [ana, bao, priya] = [day.person('ana'), day.person('bao'), day.person('priya')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const card = (...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && words.every((w) => wordsOf(m).includes(w)),
  );

/** Files a request for somebody else, as an agent. */
async function raise(words: Filled, answers: Filled) {
  await ana.command(desk, '');
  const form = await ana.form('New request');
  await ana.choose(form, 'type', 'other_technical', words);
  const typed = await ana.await('the form with its group', ({ views }) =>
    views.find((v) => v.blocks.some(({ block_id }) => block_id?.startsWith('group.'))),
  );
  await ana.choose(typed, 'requester', bao.id, { ...words, type: 'other_technical' });
  const full = await ana.await('the form with its switch', ({ views }) =>
    views.find((v) => v.blocks.some(({ block_id }) => block_id === 'send_to_user')),
  );
  expect(JSON.stringify(full.blocks.find(({ block_id }) => block_id === 'to.support'))).toContain(
    `"initial_option":{"text":{"type":"plain_text","text":"Ana`,
  );
  await ana.submit(full, { ...words, type: 'other_technical', requester: bao.id, ...answers });
  const said = await ana.await('what became of it', ({ views }) =>
    views.find((v) => wordsOf(v).includes('is filed for Bao')),
  );
  await ana.act({ do: 'close', view_id: said.id });
  return said;
}

test('an agent files for Bao, who hears nothing until the switch is pressed; nothing of it was in his sight', async () => {
  const said = await raise({ title: 'A new badge', content: 'He asked in the corridor.' }, { send_to_user: '' });
  expect(wordsOf(said)).toContain('hears nothing of it');
  const root = await card('A new badge', 'In progress', 'Ana', 'was not told of this');
  await day.kept('that all is carried', `select 1 where not exists (select from letters where state <> 'sent')`);
  expect((await bao.see()).messages.map(wordsOf).join()).not.toContain('A new badge');
  await ana.press('Send to user', root);
  await bao.reads('A new badge', 'Raised for you by Ana');
});

test('a silent ticket is told by the first answer: the card, and under it the answer', async () => {
  await raise({ title: 'A second badge', content: 'For the garage.' }, { send_to_user: '' });
  await ana.press('Reply', await card('A second badge', 'was not told'));
  await ana.submit(await ana.form('Reply to'), { text: 'Your badge is ready.' });
  const answer = await bao.reads('Your badge is ready.');
  const mine = await bao.message('his card', (m) => isRoot(m) && wordsOf(m).includes('A second badge'));
  expect(answer.thread_ts).toBe(mine.ts);
});

test('whoever is no agent files for somebody too, follows it, and hears when it is resolved', async () => {
  await priya.command(day.channel('ask-support'), 'Bao has no chair');
  const form = await priya.form('New request');
  expect(form.blocks.some(({ block_id }) => block_id === 'send_to_user')).toBe(false);
  const words = { title: 'Bao has no chair', content: 'Since the move.', requester: bao.id };
  await priya.choose(form, 'type', 'other_technical', words);
  const typed = await priya.await('the form with its group', ({ views }) =>
    views.find((v) => v.blocks.some(({ block_id }) => block_id?.startsWith('group.'))),
  );
  await priya.submit(typed, { ...words, type: 'other_technical' });
  await bao.reads('Bao has no chair', 'Raised for you by Priya');
  await priya.command(day.channel('ask-support'), 'mine');
  await priya.message('her list', (m) => m.ephemeral && wordsOf(m).includes('Raised for others'));
  await ana.press('Keep', await card('Bao has no chair'));
  await ana.act({ do: 'send', channel: desk, text: 'CANARY they took it', thread_ts: (await card('no chair')).ts });
  await ana.press('Resolve', await card('Bao has no chair', 'In progress'));
  await ana.submit(await ana.form('Resolve'), { reason: 'solved', text: 'A chair is on its way.' });
  await priya.reads('is resolved: solved. You raised it for Bao');
  expect((await priya.see()).messages.map(wordsOf).join()).not.toContain('CANARY');
});

test('a lead gives it to another owner: the card moves into her messages, and his says so', async () => {
  const lea = day.person('lea');
  await lea.command(desk, 'change-owner T-1001');
  const form = await lea.await('its form', ({ views }) => views.find((v) => v.callback_id === 'form.change_owner'));
  await lea.submit(form, { to: priya.id });
  await lea.formsClosed();
  await priya.reads('Your request T-1001: A new badge');
  await bao.message('what is left', (m) => wordsOf(m).includes('T-1001 is Priya Nair’s request now'));
  expect(await day.replayed(ticketNumber(1001))).toEqual(await day.ticket(ticketNumber(1001)));
});

test('when its requester leaves, the card says so; nothing is sent to him any more, and a lead gives it away', async () => {
  const gone = { do: 'deactivate', user: bao.id };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${day.slack.url}/_local/control`, { method: 'POST', headers, body: JSON.stringify(gone) });
  const root = await card('A second badge', 'has left the workspace');
  await ana.command(desk, 'reply T-1002 It is in the drawer.');
  await card('It is in the drawer.');
  await ana.message('that it does not arrive', (m) => isUnder(root, m) && wordsOf(m).includes('did not reach'));
  const lea = day.person('lea');
  await lea.press('Change owner', root);
  const form = await lea.await('its form', ({ views }) => views.find((v) => v.callback_id === 'form.change_owner'));
  await lea.submit(form, { to: bao.id });
  await lea.await('why not', ({ views }) => views.find(({ errors }) => errors['to']?.includes('not in the workspace')));
  await lea.submit(form, { to: priya.id });
  await priya.reads('Your request T-1002: A second badge');
});

test('when an agent leaves, the lead is told of what she had, and gives it away from there', async () => {
  const gone = { do: 'deactivate', user: ana.id };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${day.slack.url}/_local/control`, { method: 'POST', headers, body: JSON.stringify(gone) });
  const lea = day.person('lea');
  const told = await lea.reads('left the workspace', 'T-1001', 'T-1002', 'nobody works on them');
  await lea.press('Forward', told);
  const form = await lea.await('its form', ({ views }) => views.find((v) => v.callback_id === 'form.forward'));
  expect(JSON.stringify(form.blocks)).not.toContain('as now');
  const kofi = day.person('kofi');
  await lea.submit(form, { group: 'support', to: kofi.id });
  await lea.formsClosed();
  await kofi.reads('T-1001', 'A new badge');
});

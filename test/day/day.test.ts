import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ticketNumber } from '../../src/domain/language.ts';
import { WAITS } from '../../src/slack/deliver/carry.ts';
import { openDay } from './open.ts';
import { isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

type Day = Awaited<ReturnType<typeof openDay>>;
let day: Day;
let bao: PersonInSlack;
let ana: PersonInSlack;
let kofi: PersonInSlack;
let lea: PersonInSlack;
let desk: string;

beforeAll(async () => {
  // At the pace that Slack asks for; elsewhere nobody waits for it.
  day = await openDay({ pace: WAITS.pace });
  [bao, ana, kofi, lea] = [day.person('bao'), day.person('ana'), day.person('kofi'), day.person('lea')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const card = (by: PersonInSlack, id: string, ...words: string[]) =>
  by.message(
    `the card of ${id} with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && [id, ...words].every((w) => wordsOf(m).includes(w)),
  );

describe('a day at the desk, one ticket', () => {
  test('Bao asks with /ticket: the form knows the title, and faults stand under their questions', async () => {
    await bao.command(day.channel('ask-support'), 'VPN drops every hour');
    const form = await bao.form('New request');
    expect(JSON.stringify(form.blocks)).toContain('VPN drops every hour');
    await bao.submit(form, { title: 'VPN drops every hour', content: '' });
    const faulty = await bao.await('faults', ({ views }) => views.find(({ errors }) => Object.keys(errors).length > 0));
    expect(Object.keys(faulty.errors)).toContain('content');
  });

  test('choosing a type brings its own questions, and what was written stays', async () => {
    const form = await bao.form('New request');
    const state = { title: 'VPN drops every hour', content: 'Since Monday <!channel> & so on.' };
    await bao.choose(form, 'type', 'malfunction', state);
    const redrawn = await bao.await('the questions of a malfunction', ({ views }) =>
      views.find((view) => JSON.stringify(view.blocks).includes('fields.device')),
    );
    await bao.submit(redrawn, {
      ...state,
      type: 'malfunction',
      'fields.device': 'laptop',
      'fields.screen': 'VPN',
      'fields.since_when': 'Monday',
    });
    const sent = await bao.await('its number', ({ views }) =>
      views.find((view) => wordsOf(view).includes('*T-1001* is with')),
    );
    await bao.act({ do: 'close', view_id: sent.id });
    const mine = await bao.reads('T-1001', 'VPN drops every hour', 'Waiting for an agent');
    expect(mine.channel).toMatch(/^D/);
  });

  test('the agents see a card with its one thread; hostile words are shown as typed', async () => {
    const drawn = await card(ana, 'T-1001', 'New', 'Nobody');
    expect(wordsOf(drawn)).toContain('&lt;!channel&gt; &amp; so on.');
    await ana.message('the first line of the thread', (m) => isUnder(drawn, m) && wordsOf(m).includes('internal'));
  });

  test('Ana keeps it, Kofi is too late and is told who was faster', async () => {
    const drawn = await card(ana, 'T-1001', 'New');
    await ana.press('Keep', drawn);
    await card(ana, 'T-1001', 'In progress', 'Ana');
    await bao.reads('T-1001', 'Being worked on by Ana');
    await kofi.command(desk, 'keep T-1001');
    const refusal = await kofi.message('a refusal', (m) => m.ephemeral && wordsOf(m).includes('kept T-1001'));
    expect(wordsOf(refusal)).toContain('Ana');
    expect((await ana.see()).messages.some((m) => m.ephemeral)).toBe(false);
  });

  test('what agents say in the thread stays there and is kept as a note', async () => {
    const drawn = await card(ana, 'T-1001');
    await kofi.act({ do: 'send', channel: desk, text: 'CANARY this user always breaks things', thread_ts: drawn.ts });
    await day.kept('a note', `select 1 from messages where audience = 'internal' and text like 'CANARY%'`);
  });

  test('Ana answers: the requester reads it in his thread, and the card shows it', async () => {
    await ana.press('Reply', await card(ana, 'T-1001', 'In progress'));
    const form = await ana.form('Reply to T-1001');
    await ana.submit(form, { text: 'Please try the other gateway.' });
    await ana.formsClosed();
    await card(ana, 'T-1001', 'Answered', 'Please try the other gateway.');
    const answer = await bao.reads('Please try the other gateway.');
    const mine = await bao.message('his card', (m) => isRoot(m) && wordsOf(m).includes('Answered: your turn'));
    expect(answer.thread_ts).toBe(mine.ts);
  });

  test('Bao writes in his thread: Ana is called in hers, and reads all that it had not been told', async () => {
    const mine = await bao.message('his card', (m) => isRoot(m) && wordsOf(m).includes('T-1001'));
    await bao.act({
      do: 'send',
      channel: mine.channel,
      text: 'Still drops & I have a call at eleven',
      thread_ts: mine.ts,
    });
    const drawn = await card(ana, 'T-1001', 'Requester replied');
    const told = await ana.message(
      'his words',
      (m) => isUnder(drawn, m) && wordsOf(m).includes('I have a call at eleven'),
    );
    expect(wordsOf(told)).toContain('from the requester');
    expect(wordsOf(told)).toContain(`<@${ana.id}>`);
    expect(wordsOf(told).indexOf('other gateway')).toBeLessThan(wordsOf(told).indexOf('call at eleven'));
  });

  test('what he edits or takes back in Slack is edited and gone on the card', async () => {
    const mine = await bao.message('his card', (m) => isRoot(m) && wordsOf(m).includes('T-1001'));
    const sent = await bao.act({ do: 'send', channel: mine.channel, text: 'It is urnget', thread_ts: mine.ts });
    const ts = sent.ok ? (sent.ts ?? '') : '';
    await card(ana, 'T-1001', 'It is urnget');
    await bao.act({ do: 'edit', channel: mine.channel, ts, text: 'It is urgent' });
    await card(ana, 'T-1001', 'It is urgent');
    await bao.act({ do: 'delete', channel: mine.channel, ts });
    await card(ana, 'T-1001', 'I have a call at eleven');
  });

  test('Ana forwards it to Billing and the card moves; Yuki, its lead, forwards it back to her', async () => {
    await ana.press('Forward', await card(ana, 'T-1001'));
    const form = await ana.await('the filled form', ({ views }) => views.find((v) => v.callback_id === 'form.forward'));
    await ana.submit(form, { group: 'billing', note: 'About an invoice?' });
    await ana.formsClosed();
    await card(ana, 'T-1001', 'forwarded to Billing');
    const yuki = day.person('yuki');
    const there = await yuki.message(
      'the card',
      (m) => m.channel === day.channel('billing-desk') && isRoot(m) && wordsOf(m).includes('T-1001'),
    );
    await yuki.press('Assign', there);
    const back = await yuki.await('the filled form', ({ views }) =>
      views.find((v) => v.callback_id === 'form.forward'),
    );
    await yuki.submit(back, {
      group: 'support',
      to: ana.id,
    });
    await yuki.formsClosed();
    await card(ana, 'T-1001', 'In progress', 'Ana');
    await ana.reads('forwarded T-1001 to you');
  });

  test('Ana pends it with a question; it wakes by the clock, and she is told', async () => {
    await ana.press('Pend', await card(ana, 'T-1001', 'In progress'));
    const form = await ana.form('Pend T-1001');
    const soon = new Date(Date.now() + 3000);
    await ana.submit(form, {
      kind: 'requester',
      waiting_for: 'printer model',
      text: '',
      wake_at: soon,
    });
    await ana.await('a fault', ({ views }) => views.find(({ errors }) => 'text' in errors));
    await ana.submit(form, {
      kind: 'requester',
      waiting_for: 'printer model',
      text: 'Which printer is it?',
      wake_at: soon,
    });
    await ana.formsClosed();
    await card(ana, 'T-1001', 'Pending', 'printer model');
    await bao.reads('Which printer is it?');
    await bao.reads('T-1001', 'Waiting for you: printer model');
    await card(ana, 'T-1001', 'In progress');
    await ana.reads('T-1001', 'woke up');
  });

  test('Ana escalates to Léa, who acknowledges, answers and returns it', async () => {
    await ana.press('Escalate', await card(ana, 'T-1001', 'In progress'));
    const form = await ana.await('the chain', ({ views }) => views.find((v) => v.callback_id === 'form.escalate'));
    expect(JSON.stringify(form.blocks)).toContain('next in the chain');
    await ana.submit(form, {
      to: lea.id,
      ask: 'May I order a laptop? 1,150 EUR.',
      reason: 'A call at eleven.',
    });
    await ana.formsClosed();
    await card(ana, 'T-1001', 'With management');
    await bao.reads('T-1001', 'With management');
    const asked = await lea.reads('May I order a laptop?', 'I have a call at eleven');
    await lea.press('Acknowledge', asked);
    await ana.reads('has seen your escalation of T-1001');
    await lea.press('Answer & return', await lea.reads('May I order a laptop?', 'you acknowledged'));
    const answer = await lea.form('Answer on T-1001');
    await lea.submit(answer, { text: 'CANARY yes, but the cheap one.' });
    await lea.formsClosed();
    const drawn = await card(ana, 'T-1001', 'Escalation answered');
    await ana.message('her answer', (m) => isUnder(drawn, m) && wordsOf(m).includes('yes, but the cheap one'));
  });

  test('Ana resolves it; Bao reads the answer and the reason', async () => {
    await ana.press('Resolve', await card(ana, 'T-1001', 'Escalation answered'));
    const form = await ana.form('Resolve T-1001');
    await ana.submit(form, { reason: 'solved', text: 'A new laptop is on its way.' });
    await ana.formsClosed();
    await card(ana, 'T-1001', 'Resolved: solved');
    await bao.reads('A new laptop is on its way.');
    await bao.reads('T-1001', 'Resolved: solved');
  });

  test('nothing of Internal has ever been in what Bao could see', async () => {
    const seen = JSON.stringify(await bao.see());
    expect(seen).not.toContain('CANARY');
    expect(seen).not.toContain('About an invoice?');
  });

  test('the events, replayed, give the ticket; every letter has arrived', async () => {
    await day.kept('that no letter waits', `select 1 where not exists (select from letters where state <> 'sent')`);
    expect(await day.replayed(ticketNumber(1001))).toEqual(await day.ticket(ticketNumber(1001)));
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

type Day = Awaited<ReturnType<typeof openDay>>;
let day: Day;
let bao: PersonInSlack;
let ana: PersonInSlack;
let lea: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay({ tickets: false });
  [bao, ana, lea] = [day.person('bao'), day.person('ana'), day.person('lea')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const card = (id: string, ...words: string[]) =>
  ana.message(
    `the card of ${id} with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && [id, ...words].every((w) => wordsOf(m).includes(w)),
  );
const mine = (id: string, ...words: string[]) =>
  bao.message(
    `his card of ${id} with ${words.join(', ')}`,
    (m) => m.channel.startsWith('D') && isRoot(m) && [id, ...words].every((w) => wordsOf(m).includes(w)),
  );

/** Bao asks for something; the number of it. */
async function asks(title: string): Promise<string> {
  await bao.command(day.channel('ask-support'), title);
  const words = { title, content: `${title}, since this morning.` };
  await bao.choose(await bao.form('New request'), 'type', 'other_technical', words);
  const form = await bao.await('the form redrawn', ({ views }) =>
    views.find((view) => view.blocks.some(({ block_id }) => block_id?.startsWith('group.'))),
  );
  await bao.submit(form, { ...words, type: 'other_technical' });
  const sent = await bao.await('its number', ({ views }) =>
    views.find((view) => /\*T-\d+\* is with/.test(wordsOf(view))),
  );
  await bao.act({ do: 'close', view_id: sent.id, all: true });
  return /T-\d+/.exec(wordsOf(sent))![0];
}

/** An agent types a verb; a form that opens is answered. */
async function does(who: PersonInSlack, typed: string, form?: string, answers: Record<string, string> = {}) {
  const outside = who.id === day.person('admin').id;
  await who.command(outside ? day.channel('general') : desk, typed);
  if (form === undefined) return;
  const id = `form.${form}`;
  const view = await who.await(`the form ${form}`, ({ views }) => views.find((v) => v.callback_id === id));
  await who.submit(view, answers);
  await who.formsClosed();
}

describe('how a request ends', () => {
  test('resolved, not solved, resolved, closed and rated once, all by the requester', async () => {
    const id = await asks('The wifi is slow');
    await ana.press('Keep', await card(id, 'New'));
    await card(id, 'In progress');
    await does(ana, `resolve ${id} Please restart it.`);
    const answer = await bao.reads('Please restart it.', 'Still not solved');
    await bao.press('Still not solved', answer);
    const form = await bao.form('not solved');
    await bao.submit(form, { text: 'It is as slow as before.' });
    await bao.formsClosed();
    await card(id, 'Requester replied', 'It is as slow as before.');
    await bao.press('Yes, close it', answer);
    const refused = await bao.reads(`You cannot close ${id}, because it is being worked on.`, 'Add details');
    expect(refused).toMatchObject({ ephemeral: true, thread_ts: (await mine(id, 'Being worked on')).ts });
    await does(ana, `resolve ${id} It was the cable.`);
    await bao.press('Yes, close it', await bao.reads('It was the cable.', 'Yes, close it'));
    await card(id, 'confirmed by the requester');
    const asked = await mine(id, 'How was it?');
    await bao.press('★★★★', asked);
    await mine(id, '★★★★☆');
    await card(id, 'rated 4 of 5');
    await bao.act({ do: 'send', channel: asked.channel, text: 'Grazie mille!', thread_ts: asked.ts });
    await day.kept('the thanks', `select 1 from messages where text = 'Grazie mille!'`);
    await card(id, 'confirmed by the requester');
  });

  test('cancelled by its requester while nobody has it; afterwards only together', async () => {
    const first = await asks('A second screen');
    await bao.press('Cancel', await mine(first, 'Waiting for an agent'));
    const sure = await bao.await('the question', ({ views }) => views.find((v) => v.callback_id === 'form.cancel'));
    await bao.submit(sure, {});
    await card(first, 'Cancelled', 'agreed by Bao Tran');

    const second = await asks('A third screen');
    await ana.press('Keep', await card(second, 'New'));
    await card(second, 'In progress');
    await bao.command(day.channel('ask-support'), `cancel ${second}`);
    await bao.await('the reason', ({ views }) => views.find((v) => wordsOf(v).includes('working on')));
    await does(ana, `ask_cancel ${second} You have two already. All right?`);
    await card(second, 'was asked to agree');
    await bao.press('Yes, cancel it', await bao.reads('You have two already.', 'Yes, cancel it'));
    await card(second, 'Cancelled', 'agreed by Bao Tran');
  });

  test('what is over goes on in a follow-up, and both say so', async () => {
    const first = await asks('A new badge');
    await bao.press('Cancel', await mine(first, 'Waiting for an agent'));
    await bao.submit(
      await bao.await('the question', ({ views }) => views.find((v) => v.callback_id === 'form.cancel')),
      {},
    );
    const over = await mine(first, 'Cancelled', 'Open a follow-up');
    await bao.press('Open a follow-up', over);
    const form = await bao.await('the form', ({ views }) => views.find((v) => v.callback_id === 'form.create'));
    expect(JSON.stringify(form.blocks)).toContain('"initial_value":"A new badge"');
    await bao.submit(form, { title: 'A new badge', content: 'I need it after all.', type: 'other_technical' });
    const sent = await bao.await('its number', ({ views }) =>
      views.find((view) => /\*T-\d+\* is with/.test(wordsOf(view))),
    );
    await bao.act({ do: 'close', view_id: sent.id, all: true });
    const second = /T-\d+/.exec(wordsOf(sent))![0];
    await mine(second, `Follow-up of ${first}`);
    await card(first, `Goes on in ${second}`);
    await mine(first, `Goes on in ${second}`);
  });

  test('a duplicate points at the other ticket, and its requester is told in plain words', async () => {
    const one = await asks('The printer is jammed');
    const two = await asks('The printer is jammed again');
    await ana.press('Keep', await card(two, 'New'));
    await card(two, 'In progress');
    await does(ana, `resolve-internally ${two}`, 'resolve_internally', { reason: 'duplicate', duplicate_of: one });
    await card(two, 'Resolved', `see ${one}`);
    await bao.reads(`This is the same problem as ${one}`, 'You will hear');
    await mine(two, `This is the same problem as ${one}`);
  });

  test('spam leaves the requester in peace, comes back by a lead, and is deleted by an administrator', async () => {
    const id = await asks('BUY NOW');
    const spam = { reason: 'spam' };
    await lea.command(desk, `resolve-internally ${id}`);
    const form = await lea.await('the form', ({ views }) => views.find((v) => v.callback_id !== ''));
    await lea.submit(form, spam);
    const faulty = await lea.await('the question', ({ views }) => views.find((v) => 'sure' in v.errors));
    await lea.submit(faulty, { ...spam, sure: 'sure' });
    await lea.formsClosed();
    await card(id, 'Spam');
    const ada = day.person('admin');
    await does(lea, `restore ${id}`);
    await card(id, 'New');
    await does(lea, `resolve-internally ${id}`, 'resolve_internally', { ...spam, sure: 'sure' });
    await card(id, 'Spam');
    await does(ada, `delete ${id}`, 'delete', { sure: 'sure' });
    const gone = await card(id, 'deleted');
    expect(wordsOf(gone)).not.toContain('BUY NOW');
  });
});

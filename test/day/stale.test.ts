import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, ViewSeen } from '../../local-slack/wire.ts';
import { personId, type TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

/** Whoever presses what he still has before his eyes acts once, or is told what happened meanwhile and what he can do. */
let day: Awaited<ReturnType<typeof openDay>>;
let [bao, ana, kofi, lea]: PersonInSlack[] = [];
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [bao, ana, kofi, lea] = ['bao', 'ana', 'kofi', 'lea'].map((name) => day.person(name));
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

async function raised(title: string): Promise<{ number: TicketNumber; id: string; first: Message }> {
  const input = { title, content: `${title}, since Monday.`, group: 'support', channel: 'slash' };
  const outcome = await day.app.desk.open(personId(bao!.id), input);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  const { number } = outcome.ticket;
  return { number, id: `T-${number}`, first: await card(`T-${number}`, 'New') };
}
async function does(who: PersonInSlack, number: TicketNumber, verb: Verb, input = {}) {
  const outcome = await day.app.desk.act(number, { verb, by: personId(who.id), input });
  expect(outcome.kind).toBe('done');
}
const card = (id: string, ...words: string[]) =>
  ana!.message(
    `the card of ${id} with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && [id, ...words].every((w) => wordsOf(m).includes(w)),
  );
const mine = (id: string, ...words: string[]) =>
  bao!.message(
    `his card of ${id} with ${words.join(', ')}`,
    (m) => m.channel.startsWith('D') && isRoot(m) && [id, ...words].every((w) => wordsOf(m).includes(w)),
  );
/** A sentence to him alone, with something that he can do. */
async function told(who: PersonInSlack, ...words: string[]): Promise<Message> {
  const said = await who.message(
    words.join(', '),
    (m) => m.ephemeral && words.every((word) => wordsOf(m).includes(word)),
  );
  expect(JSON.stringify(said.blocks)).toContain('"button"');
  return said;
}
const formOf = (who: PersonInSlack, verb: Verb) =>
  who.await(`the form ${verb}`, ({ views }) => views.findLast((view) => view.callback_id === `form.${verb}`));
/** Refused in the window, with a way on, and with the words that would be lost. */
async function refused(who: PersonInSlack, form: ViewSeen, answers: Record<string, string>, ...words: string[]) {
  await who.submit(form, answers);
  const view = await who.window(...words, ...Object.values(answers));
  expect(JSON.stringify(view.blocks)).toContain('"button"');
  await who.act({ do: 'close', view_id: view.id, all: true });
}
const times = async ({ number }: { number: TicketNumber }, verb: Verb) =>
  (await day.rows(`select 1 from events where ticket = ${number} and verb = '${verb}'`)).length;
async function sound({ number }: { number: TicketNumber }) {
  expect(await day.replayed(number)).toEqual(await day.ticket(number));
}

describe('the agents’ card as it was', () => {
  test('two agents press Keep at once: one has it, the other is told who', async () => {
    const lamp = await raised('The lamp hums');
    await Promise.all([ana!.press('Keep', lamp.first), kofi!.press('Keep', lamp.first)]);
    await card(lamp.id, 'In progress');
    const had = (await day.ticket(lamp.number))?.assignee === ana!.id ? kofi! : ana!;
    await told(had, 'kept', lamp.id);
    await ana!.press('Keep', lamp.first);
    expect(await times(lamp, 'keep')).toBe(1);
    await sound(lamp);
  });

  test('after a forward its old card says where it went, and what it looked like before does nothing', async () => {
    const bill = await raised('The bill is wrong');
    await does(ana!, bill.number, 'keep');
    const old = await card(bill.id, 'In progress');
    await does(lea!, bill.number, 'forward', { group: 'billing' });
    await ana!.message('where it went', (m) => m.ts === old.ts && wordsOf(m).includes('Billing'));
    await ana!.press('Resolve', old);
    const why = await ana!.window('not yours to see');
    await ana!.act({ do: 'close', view_id: why.id, all: true });
    await ana!.press('Keep', bill.first);
    await told(ana!, 'not yours to see');
    expect(await day.ticket(bill.number)).toMatchObject({ group: 'billing', assignee: null, state: 'new' });
    await sound(bill);
  });

  test('a form that was opened before somebody else acted gives the words back and says how it stands', async () => {
    const door = await raised('The door sticks');
    await does(ana!, door.number, 'keep');
    await ana!.press('Reply', await card(door.id, 'In progress'));
    const form = await formOf(ana!, 'reply');
    await does(lea!, door.number, 'resolve', { text: 'It was the hinge.' });
    await refused(ana!, form, { text: 'Please push it.' }, `You cannot answer ${door.id}, because it is resolved`);
    expect(await times(door, 'reply')).toBe(0);
  });

  test('a reminder pressed twice at once reaches the requester once', async () => {
    const chair = await raised('The chair wobbles');
    await does(ana!, chair.number, 'keep');
    await does(ana!, chair.number, 'reply', { text: 'Does it still?' });
    await ana!.command(desk, `show ${chair.id}`);
    const view = await ana!.window(chair.id, 'Remind');
    await Promise.all([ana!.press('Remind', view), ana!.press('Remind', view)]);
    await ana!.window('reminded less than ten minutes ago');
    expect(await times(chair, 'remind')).toBe(1);
    const { views } = await ana!.see();
    await ana!.act({ do: 'close', view_id: views.at(-1)!.id, all: true });
  });
});

describe('what only one person sees', () => {
  test('Undo takes back what it stands under, once, and nothing that was done later', async () => {
    const fan = await raised('The fan rattles');
    await ana!.command(desk, `keep ${fan.id}`);
    const kept = await told(ana!, `${fan.id} is yours.`);
    await does(ana!, fan.number, 'prepare');
    await ana!.press('Undo', kept);
    await told(ana!, `${fan.id} was changed again after that`);
    expect(await day.ticket(fan.number)).toMatchObject({ state: 'preparing', assignee: ana!.id });

    await ana!.command(desk, `work ${fan.id}`);
    const worked = await ana!.message(
      'that it is done',
      (m) => m.ephemeral && m.ts > kept.ts && wordsOf(m).includes('Undo'),
    );
    await Promise.all([ana!.press('Undo', worked), ana!.press('Undo', worked)]);
    await told(ana!, 'nothing of yours to undo', fan.id);
    expect(await times(fan, 'undo')).toBe(1);
    expect(await day.ticket(fan.number)).toMatchObject({ state: 'preparing' });
    await sound(fan);
  });

  test('a preview that is sent twice at once goes once', async () => {
    const key = await raised('The key is lost');
    await does(ana!, key.number, 'keep');
    await ana!.act({ do: 'send', channel: desk, thread_ts: key.first.ts, text: '?reply A new one lies at the desk.' });
    const preview = await told(ana!, 'is going to read', 'A new one lies at the desk.');
    await Promise.all([ana!.press('Send', preview), ana!.press('Send', preview)]);
    await bao!.reads('A new one lies at the desk.');
    await card(key.id, 'Answered');
    expect(await times(key, 'reply')).toBe(1);
  });
});

describe('the requester’s card as it was', () => {
  test('stars are given once, whichever are pressed', async () => {
    const hum = await raised('The speaker hums');
    await does(ana!, hum.number, 'keep');
    await does(ana!, hum.number, 'resolve', { text: 'It was the cable.' });
    await does(bao!, hum.number, 'close');
    const asked = await mine(hum.id, 'How was it?');
    await Promise.all([bao!.press('★★', asked), bao!.press('★★★★★', asked)]);
    await told(bao!, `You have rated ${hum.id} already`);
    expect(await times(hum, 'rate')).toBe(1);
  });

  test('a cancelling that was begun before an agent kept it names the agent; an old answer closes nothing twice', async () => {
    const cup = await raised('The cup leaks');
    await bao!.press('Cancel', await mine(cup.id, 'Waiting for an agent'));
    const form = await formOf(bao!, 'cancel');
    await does(ana!, cup.number, 'keep');
    await refused(bao!, form, {}, 'Ana', 'working on', cup.id);
    await does(ana!, cup.number, 'resolve', { text: 'Take another one.' });
    const answer = await bao!.reads('Take another one.', 'Yes, close it');
    await Promise.all([bao!.press('Yes, close it', answer), bao!.press('Yes, close it', answer)]);
    await card(cup.id, 'confirmed by the requester');
    await day.app.desk.act(cup.number, { verb: 'complete', by: personId(lea!.id), input: {} });
    await bao!.press('Yes, close it', answer);
    await told(bao!, `You cannot close ${cup.id}`, 'completed');
    await sound(cup);
  });
});

describe('the card of an escalation', () => {
  test('answers only the question that stood there, whoever asked anew meanwhile', async () => {
    const roof = await raised('The roof drips');
    const asks = (ask: string) => does(ana!, roof.number, 'escalate', { to: lea!.id, ask, reason: 'Money' });
    await does(ana!, roof.number, 'keep');
    await asks('May I call a roofer?');
    const old = await lea!.reads('May I call a roofer?', 'Acknowledge');
    await lea!.press('Answer & return', old);
    const form = await formOf(lea!, 'return');
    await does(ana!, roof.number, 'withdraw', { reason: 'It stopped.' });
    await lea!.press('Acknowledge', old);
    await told(lea!, `The question on ${roof.id} is settled already`);
    await asks('May I close the room?');
    await refused(lea!, form, { text: 'Yes, do.' }, `The question on ${roof.id}`, 'another one was asked since');
    expect(await day.ticket(roof.number)).toMatchObject({ state: 'escalated' });
    const now = await lea!.reads('May I close the room?', 'Acknowledge');
    await Promise.all([lea!.press('Take over', now), lea!.press('Take over', now)]);
    const settled = (m: Message) => m.ephemeral && wordsOf(m).includes(`The question on ${roof.id} is settled already`);
    await lea!.await('the same answer once more', ({ messages }) => messages.filter(settled).length === 2);
    expect(await times(roof, 'take_over')).toBe(1);
    await sound(roof);
  });
});

describe('the list of triggers as it was', () => {
  test.each(['What it did', 'Try and switch on', 'Edit'])(
    'whoever presses “%s” at one that is gone is told so',
    async (label) => {
      await day.sql`insert into triggers (workspace, key, name, group_key, events)
      values (${day.app.desk.workspace}, 'passing', 'Passing', 'support', '{created}')`;
      await day.sql`delete from triggers where key <> 'passing'`;
      await lea!.command(desk, 'triggers');
      const list = await lea!.window('Passing');
      await day.sql`delete from triggers where key = 'passing'`;
      await lea!.press(label, list);
      const view = await lea!.window('This trigger does not exist any more');
      await lea!.act({ do: 'close', view_id: view.id, all: true });
    },
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ViewSeen } from '../../local-slack/wire.ts';
import { openDay } from './open.ts';
import { type Filled, isRoot, type PersonInSlack, standing, wordsOf } from './person.ts';

/** What somebody has answered in a form that asks differently as he chooses is there again, until it is sent or thrown away. */
let day: Awaited<ReturnType<typeof openDay>>;
let bao: PersonInSlack;
let ana: PersonInSlack;

const MANY = Array.from({ length: 20 }, (_, at) => `q${at}`);
const LONG = {
  name: 'Long',
  group: 'billing',
  fields: [
    ...MANY.map((key) => ({ key, label: `Question ${key}`, ask: 'text' })),
    { key: 'length', label: 'Length', ask: 'number' },
  ],
};

/** What another team asks: one question was answered in the request that asks it. */
const CABLES = {
  name: 'Cables',
  group: 'it',
  fields: ['bill', 'plan'].map((key) => ({ key, label: key, ask: 'file', required: true })),
};

beforeAll(async () => {
  day = await openDay({
    edit: (desk) =>
      desk.replace(
        '\n  commercial:\n',
        `\n  long: ${JSON.stringify(LONG)}\n  cables: ${JSON.stringify(CABLES)}\n  commercial:\n`,
      ),
  });
  [bao, ana] = [day.person('bao'), day.person('ana')];
});
afterAll(() => day.close());

const newRequest = async (who: PersonInSlack, words = ''): Promise<ViewSeen> => {
  await who.command(day.channel('general'), words);
  return who.await('the form', ({ views }) => views.findLast(({ callback_id }) => callback_id === 'form.create'));
};
const blockOf = ({ blocks }: ViewSeen, id: string) => blocks.find(({ block_id }) => block_id === id);
/** Chooses something, and waits for the question that comes with it. */
async function chooses(
  who: PersonInSlack,
  form: ViewSeen,
  [block, value]: [string, string],
  comes: string,
  more: Filled = {},
) {
  await who.choose(form, block, value, more);
  return who.await(`the question ${comes}`, ({ views }) =>
    views.find((view) => view.id === form.id && blockOf(view, comes)),
  );
}
async function upload(who: PersonInSlack, name: string) {
  const up = await who.act({ do: 'upload', name, mimetype: 'application/pdf', content: 'VHdvLg==' });
  return up.ok && up.file ? [up.file] : [];
}
const close = (who: PersonInSlack, view: ViewSeen) => who.act({ do: 'close', view_id: view.id, all: true });
const written = (title: string) =>
  day.kept(title, `select 1 from drafts where form = 'create' and values #>> '{answers,title}' = '${title}'`);

test('what only another type asks is there again with it, of files their names, and only what the last type asks is sent', async () => {
  const answers = Object.fromEntries(MANY.map((key) => [`fields.${key}`, `${key} ${'x'.repeat(2990)}`]));
  const words = { title: 'Too long', content: 'So.' };
  let form = await newRequest(bao);
  form = await chooses(bao, form, ['type', 'long'], 'fields.q19', words);
  form = await chooses(bao, form, ['type', 'complaints'], 'fields.bill', { ...words, ...answers });
  const bill = await upload(bao, 'bill.pdf');
  const complaint = { ...words, 'fields.customer_code': '104233', 'fields.bill': bill };
  form = await chooses(bao, form, ['type', 'long'], 'fields.q19', complaint);
  expect(standing(form)).toMatchObject(answers);
  form = await chooses(bao, form, ['type', 'complaints'], 'fields.bill', { ...words, ...answers });
  expect(standing(form)).toMatchObject({ 'fields.customer_code': '104233' });
  expect(wordsOf(form)).toContain('choose this one again if still wanted: bill.pdf');
  await bao.submit(form, { ...words, 'fields.customer_code': '104233' });
  await bao.await('its number', ({ views }) =>
    views.find((view) => view.id === form.id && wordsOf(view).includes('T-1001')),
  );
  expect((await day.ticket(1001 as never))?.fields).toEqual({ customer_code: '104233' });
  expect(await day.rows(`select 1 from drafts where values <> '{}'`)).toEqual([]);
  await close(bao, form);
});

test('what agents have to note is asked of whoever resolves without an answer too, but for what was never solved', async () => {
  const mateo = day.person('mateo');
  const { number } = (await day.ticket(1001 as never))!;
  const ends = (input: object) =>
    day.app.desk.act(number, { verb: 'resolve_internally', by: mateo.id as never, input });
  await day.app.desk.act(number, { verb: 'keep', by: mateo.id as never });
  const unnoted = { why: 'bad_input', faults: [{ field: 'credit', code: 'required' }] };
  expect(await ends({ reason: 'via_call' })).toMatchObject(unnoted);
  await mateo.command(day.channel('general'), `resolve_internally T-${number}`);
  const form = await mateo.await('its question', ({ views }) => views.find((view) => blockOf(view, 'fields.credit')));
  await mateo.submit(form, { reason: 'via_call' });
  await mateo.await('what is missing', ({ views }) => views.find(({ errors }) => errors['fields.credit']));
  await mateo.submit(form, { reason: 'via_call', 'fields.credit': 'none' });
  await mateo.formsClosed();
  const ended = await day.ticket(number);
  expect(ended).toMatchObject({ state: 'resolved', agentFields: { credit: 'none' } });
  expect(await day.replayed(number)).toEqual(ended);
});

test('a new request that was closed is there again, whole, until it is thrown away', async () => {
  let form = await newRequest(bao);
  expect(wordsOf(form)).not.toContain('Your draft');
  form = await chooses(bao, form, ['type', 'long'], 'fields.q19', { title: 'A draft' });
  await bao.choose(form, 'fields.q3', 'Third.', { title: 'A draft', type: 'long' });
  form = await chooses(bao, form, ['type', 'complaints'], 'fields.bill', { title: 'A draft', 'fields.q3': 'Third.' });
  await bao.choose(form, 'content', 'Twice.', { title: 'A draft', type: 'complaints', priority: 'high' });
  await day.kept('Twice.', `select 1 from drafts where form = 'create' and values #>> '{answers,content}' = 'Twice.'`);
  await close(bao, form);

  // What begins with other words neither finds nor replaces it.
  const other = await newRequest(bao, 'Another lamp hums');
  expect(standing(other)).toMatchObject({ title: 'Another lamp hums' });
  expect(wordsOf(other)).not.toContain('Your draft');
  await bao.choose(other, 'content', 'Loudly.', { title: 'Another lamp hums' });
  await day.kept('Loudly.', `select 1 from drafts where values #>> '{answers,content}' = 'Loudly.'`);
  await close(bao, other);

  form = await newRequest(bao);
  expect(wordsOf(form)).toContain('Your draft');
  const drafted = { title: 'A draft', content: 'Twice.', priority: 'high', type: 'complaints' };
  expect(standing(form)).toMatchObject(drafted);
  // Also what another type asked is still known.
  form = await chooses(bao, form, ['type', 'long'], 'fields.q19', drafted);
  expect(standing(form)).toMatchObject({ 'fields.q3': 'Third.' });
  expect(wordsOf(form)).toContain('Your draft');
  await bao.press('Discard', form);
  const empty = await bao.await('the form anew', ({ views }) =>
    views.find((view) => view.id === form.id && blockOf(view, 'title') && !wordsOf(view).includes('Your draft')),
  );
  expect(standing(empty)).not.toHaveProperty('title');
  await close(bao, empty);
  const again = await newRequest(bao);
  expect(wordsOf(again)).not.toContain('Your draft');
  await close(bao, again);
});

test('a new request with faults is kept too', async () => {
  let form = await newRequest(bao);
  form = await chooses(bao, form, ['type', 'complaints'], 'fields.bill', { title: 'Wrong' });
  await bao.submit(form, { title: 'Wrong', content: 'So.', type: 'complaints', 'fields.customer_code': 'none' });
  await bao.await('what is wrong', ({ views }) => views.find(({ errors }) => errors['fields.customer_code']));
  await written('Wrong');
  await close(bao, form);
  const again = await newRequest(bao);
  expect(standing(again)).toMatchObject({ title: 'Wrong', content: 'So.', 'fields.customer_code': 'none' });
  await close(bao, again);
});

test('a number that is none does not keep a new request from opening again', async () => {
  let form = await newRequest(bao);
  form = await chooses(bao, form, ['type', 'long'], 'fields.length', { title: 'How long' });
  await bao.choose(form, 'fields.q3', 'Third.', { title: 'How long', type: 'long', 'fields.length': '12,5' });
  await day.kept('12,5', `select 1 from drafts where values #>> '{answers,fields.length}' = '12,5'`);
  await close(bao, form);
  const again = await newRequest(bao);
  expect(standing(again)).toMatchObject({ title: 'How long', 'fields.q3': 'Third.' });
  expect(standing(again)).not.toHaveProperty(['fields.length']);
  await bao.press('Discard', again);
  await bao.await('the form anew', ({ views }) =>
    views.find((view) => view.id === again.id && blockOf(view, 'title') && !wordsOf(view).includes('Your draft')),
  );
  await close(bao, again);
});

test('whoever asks another team finds again what he wrote to a person, and to another team', async () => {
  const raised = await day.app.desk.open(bao.id as never, {
    title: 'VPN',
    content: 'Down.',
    group: 'support',
    channel: 'slash',
  });
  if (raised.kind !== 'done') throw new Error(raised.kind);
  const { number } = raised.ticket;
  await day.app.desk.act(number, { verb: 'keep', by: ana.id as never });
  await ana.message('the card', (m) => isRoot(m) && wordsOf(m).includes(`T-${number}`));
  await ana.command(day.channel('support-desk'), `escalate T-${number}`);
  let form = await ana.await('the form', ({ views }) => views.find((view) => blockOf(view, 'ask')));
  form = await chooses(ana, form, ['target', 'team'], 'group', { ask: 'May I?', reason: 'He asks.' });
  form = await chooses(ana, form, ['target', 'person'], 'ask', { title: 'The VPN', content: 'Down.' });
  expect(standing(form)).toMatchObject({ ask: 'May I?', reason: 'He asks.' });
  form = await chooses(ana, form, ['target', 'team'], 'group', { ask: 'May I?', reason: 'He asks.' });
  expect(standing(form)).toMatchObject({ title: 'The VPN', content: 'Down.' });
  await close(ana, form);
});

test('files go along to another team: those it asks for, and those that were answered already', async () => {
  const mateo = day.person('mateo');
  const before = await day.rows<{ number: number }>('select number from tickets');
  let form = await newRequest(bao, 'Wires and bills');
  form = await chooses(bao, form, ['type', 'complaints'], 'fields.bill', { title: 'Wires and bills' });
  const bill = await upload(bao, 'bill.pdf');
  await bao.submit(form, { content: 'Both.', 'fields.customer_code': '104233', 'fields.bill': bill });
  const card = await mateo.message('the card', (m) => isRoot(m) && wordsOf(m).includes('Wires and bills'));
  const number = before.length + 1001;
  await close(bao, form);
  await day.app.desk.act(number as never, { verb: 'keep', by: mateo.id as never });
  await mateo.command(card.channel, `escalate_to_team T-${number}`);
  form = await mateo.await('the form', ({ views }) => views.find((view) => blockOf(view, 'group')));
  form = await chooses(mateo, form, ['group', 'it|cables'], 'fields.plan');
  expect(wordsOf(form)).toContain('bill.pdf is kept');
  await mateo.submit(form, {
    group: 'it|cables',
    title: 'New wires',
    content: 'Here.',
    'fields.plan': await upload(mateo, 'plan.pdf'),
  });
  await mateo.formsClosed();
  const sven = day.person('sven');
  for (const name of ['bill.pdf', 'plan.pdf'])
    await sven.message(name, ({ files }) => files.some((file) => file.name === name));
});

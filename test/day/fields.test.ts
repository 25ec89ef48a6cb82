import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let giulia: PersonInSlack;

/** As much as anybody may be asked at once, and say. */
const MANY = Array.from({ length: 20 }, (_, at) => `q${at}`);
const LONG = {
  name: 'Long',
  group: 'billing',
  fields: MANY.map((key) => ({ key, label: `Question ${key}`, ask: 'text' })),
};

beforeAll(async () => {
  day = await openDay({
    edit: (desk) => desk.replace('\n  commercial:\n', `\n  long: ${JSON.stringify(LONG)}\n  commercial:\n`),
  });
  giulia = day.person('giulia');
});
afterAll(() => day.close());

type View = Awaited<ReturnType<PersonInSlack['form']>>;
const blockOf = ({ blocks }: View, id: string) => blocks.find(({ block_id }) => block_id === id);
const asks = (person: PersonInSlack, block: string) =>
  person.await(`the question ${block}`, ({ views }) => views.find((view) => blockOf(view, block)));

/** The form of a complaint, opened and with its type chosen. */
async function complains(person: PersonInSlack, words: Record<string, string> = {}) {
  await person.command(day.channel('general'), '');
  const form = await person.form(person === giulia ? 'Nuova richiesta' : 'New request');
  await person.choose(form, 'type', 'complaints', words);
  return asks(person, 'fields.customer_code');
}
const COMPLAINT = { type: 'complaints', title: 'A wrong bill', content: 'It is twice what we agreed.' };

test('what is wrong stands under its question in the language of whoever asks; the code is remembered, the phone known', async () => {
  const form = await complains(giulia);
  expect(JSON.stringify(blockOf(form, 'fields.phone'))).toContain('"initial_value":"+39 02 1234567"');
  const phone = { 'fields.phone': 'al lavoro' };
  await giulia.submit(form, { ...COMPLAINT, ...phone, 'fields.customer_code': '12' });
  const wrong = await giulia.await('what is wrong', ({ views }) => views.find((view) => view.errors));
  expect(wrong.errors).toEqual({
    'fields.customer_code': 'Il codice cliente ha 6 cifre, per esempio 104233.',
    'fields.phone': 'Questo non è un numero di telefono. Scrivilo così: +39 02 1234567.',
  });
  await giulia.submit(form, { ...COMPLAINT, 'fields.customer_code': '104233', 'fields.phone': '+39 02 7654321' });
  const said = await giulia.await('what became of it', ({ views }) =>
    views.find((view) => wordsOf(view).includes('A wrong bill')),
  );
  await giulia.act({ do: 'close', view_id: said.id });

  const again = await complains(giulia);
  expect(JSON.stringify(blockOf(again, 'fields.customer_code'))).toContain('"initial_value":"104233"');
  expect(JSON.stringify(blockOf(again, 'fields.phone'))).toContain('"initial_value":"+39 02 7654321"');
  await giulia.act({ do: 'close', view_id: again.id });
});

test("for somebody else only an agent of the group finds that person's answers, and none of his own", async () => {
  const other = `fields.customer_code.${giulia.id}`;
  const asked = async (name: string) => {
    const person = day.person(name);
    const form = await complains(person, { title: 'For Giulia' });
    await person.choose(form, 'requester', giulia.id, { type: 'complaints', title: 'For Giulia' });
    const view = await asks(person, other);
    await person.act({ do: 'close', view_id: view.id });
    return JSON.stringify(blockOf(view, other));
  };
  expect(await asked('mateo')).toContain('104233');
  expect(await asked('ana')).not.toContain('104233');
  // Nor does a colleague's request keep what somebody who is no agent answered for himself.
  expect(await asked('bao')).not.toContain('104233');
});

test('answers are edited later: each change stands in the history, of personal data only that it changed', async () => {
  const mateo = day.person('mateo');
  const number = ticketNumber((await day.rows<{ number: number }>(`select number from tickets limit 1`))[0]!.number);
  const card = await mateo.message('the card', (m) => isRoot(m) && wordsOf(m).includes('A wrong bill'));
  await mateo.press('Keep', card);
  await mateo.message('the card in hand', (m) => m.ts === card.ts && wordsOf(m).includes('In progress'));
  await mateo.command(day.channel('general'), `edit T-${number}`);
  const form = await asks(mateo, 'fields.phone');
  await mateo.submit(form, { 'fields.customer_code': '12', 'fields.phone': '' });
  await mateo.await('what is wrong', ({ views }) =>
    views.find(({ errors }) => errors['fields.customer_code']?.includes('6 digits')),
  );
  await mateo.submit(form, { 'fields.customer_code': '204233', 'fields.phone': '+39 02 1111111' });
  await mateo.formsClosed();
  const ticket = await day.ticket(number);
  expect(ticket?.fields).toEqual({ customer_code: '204233', phone: '+39 02 1111111' });
  expect(await day.replayed(number)).toEqual(ticket);

  await mateo.command(day.channel('general'), `show T-${number}`);
  const shown = await mateo.form(`T-${number}`);
  await mateo.press('History', shown);
  const history = await mateo.await('the history', ({ views }) => views.find((v) => wordsOf(v).includes('→ 204233')));
  expect(wordsOf(history)).toContain('Customer code: 104233 → 204233');
  expect(wordsOf(history)).toContain('Phone: changed (personal data)');
  expect(wordsOf(history)).not.toContain('1111111');
});

test('whoever asked changes what he may: the agents read what it was and is, of personal data only that it changed', async () => {
  const mateo = day.person('mateo');
  const number = ticketNumber((await day.rows<{ number: number }>(`select number from tickets limit 1`))[0]!.number);
  const card = await giulia.message('his card', (m) => wordsOf(m).includes('Modifica risposte'));
  await giulia.press('Modifica risposte', card);
  const form = await asks(giulia, 'fields.customer_code');
  expect(blockOf(form, 'fields.credit')).toBeUndefined();
  const uploaded = async (name: string) => {
    const content = Buffer.from('Two of two.').toString('base64');
    const up = await giulia.act({ do: 'upload', name, mimetype: 'application/octet-stream', content });
    return up.ok && up.file ? [up.file] : [];
  };
  const phone = { 'fields.phone': '+39 02 2222222' };
  await giulia.submit(form, { ...phone, 'fields.customer_code': '3', 'fields.bill': await uploaded('two.pdf') });
  await giulia.await('what is wrong', ({ views }) =>
    views.find(({ errors }) => errors['fields.customer_code']?.includes('6 cifre')),
  );
  await giulia.submit(form, { ...phone, 'fields.customer_code': '304233', 'fields.bill': await uploaded('bill.pdf') });
  await giulia.formsClosed();
  const told = await mateo.reads('204233 → 304233');
  expect(wordsOf(told)).toContain('The bill: – → 📎 bill.pdf');
  await mateo.message('the file itself', (m) => m.files.some(({ name }) => name === 'bill.pdf'));
  expect(wordsOf(told)).toContain('Phone: changed (personal data)');
  expect(wordsOf(told)).toContain(mateo.id);
  expect(wordsOf(told)).not.toContain('2222222');
  expect(await day.replayed(number)).toEqual(await day.ticket(number));
});

test('agents are asked what is missing where they resolve it, and nobody else reads of it', async () => {
  const mateo = day.person('mateo');
  const number = ticketNumber((await day.rows<{ number: number }>(`select number from tickets limit 1`))[0]!.number);
  await mateo.command(day.channel('general'), `resolve T-${number} It is put right.`);
  await mateo.message('why not', (m) => wordsOf(m).includes('Credit note:'));
  await mateo.command(day.channel('general'), `resolve T-${number}`);
  const form = await asks(mateo, 'fields.credit');
  await mateo.submit(form, { text: 'It is put right.', 'fields.credit': 'whole' });
  await mateo.formsClosed();
  const ticket = await day.ticket(number);
  expect(ticket).toMatchObject({ state: 'resolved', agentFields: { credit: 'whole' } });
  expect(await day.replayed(number)).toEqual(ticket);

  const shown = async (person: PersonInSlack) => {
    await person.command(day.channel('general'), `show T-${number}`);
    return wordsOf(await person.form(`T-${number}`));
  };
  expect(await shown(mateo)).toContain('Credit note*: In whole');
  expect(await shown(giulia)).not.toContain('Nota di credito');
  await giulia.command(day.channel('general'), `change-answers T-${number}`);
  await giulia.await('why not', ({ views }) =>
    views.find((v) => wordsOf(v).includes('Non puoi modificare le tue risposte')),
  );
});

test('twenty answers of three thousand characters are asked, kept, shown and edited', async () => {
  const [bao, mateo] = [day.person('bao'), day.person('mateo')];
  await bao.command(day.channel('general'), '');
  await bao.choose(await bao.form('New request'), 'type', 'long', {});
  const form = await asks(bao, 'fields.q19');
  const long = (key: string) => `${key} says & <so>. `.padEnd(2999, 'long words ') + '.';
  const said = Object.fromEntries(MANY.map((key) => [`fields.${key}`, long(key)]));
  await bao.submit(form, { type: 'long', title: 'All of it', content: 'Below.', ...said });
  const made = await bao.await('what became of it', ({ views }) => views.find((v) => wordsOf(v).includes('All of it')));
  const number = ticketNumber(Number(/T-(\d+)/.exec(wordsOf(made))?.[1]));
  expect((await day.ticket(number))?.fields['q19']).toBe(long('q19'));
  const card = await mateo.message('the card', (m) => isRoot(m) && wordsOf(m).includes('All of it'));
  expect(wordsOf(card)).toContain('15 more answers');

  await mateo.command(day.channel('general'), `show T-${number}`);
  expect(wordsOf(await mateo.form(`T-${number}`))).toContain('Question q19');
  await mateo.command(day.channel('general'), `edit T-${number}`);
  await mateo.submit(await asks(mateo, 'fields.q19'), { 'fields.q19': 'Short.' });
  await day.kept('the edited answer', `select 1 from tickets where number = ${number} and fields ->> 'q19' = 'Short.'`);
  expect(await day.replayed(number)).toEqual(await day.ticket(number));
});

test('questions are written in Slack by who leads the group, are asked from then on, and are taken away again', async () => {
  const [lead, bao] = [day.person('yuki'), day.person('bao')];
  await bao.command(day.channel('general'), 'fields');
  await bao.await('whose they are', ({ messages }) => messages.some((m) => wordsOf(m).includes('Only administrators')));
  await lead.command(day.channel('general'), 'fields');
  const list = await lead.form('Types and questions');
  await lead.press('➕ New question', list);
  const form = await asks(lead, 'label_en');
  await lead.submit(form, { label_en: 'Order number', pattern: '(a+)+', ask: 'choice' });
  await lead.await('what is wrong', ({ views }) => views.find(({ errors }) => errors['pattern'] && errors['options']));
  const words = { label_en: 'Order number', label_it: 'Numero d’ordine', hint_it: 'Quattro cifre.' };
  await lead.submit(form, { ...words, pattern: String.raw`\d{4}`, ask: 'line' });
  const longer = await lead.await('the new question', ({ views }) =>
    views.find((v) => v.id === list.id && wordsOf(v).includes('Order number')),
  );

  await giulia.command(day.channel('general'), '');
  const request = await giulia.form('Nuova richiesta');
  await giulia.choose(request, 'type', 'payments', {});
  const asked = await asks(giulia, 'fields.order_number');
  expect(wordsOf(asked)).toContain('Numero d’ordine');
  await giulia.act({ do: 'close', view_id: asked.id });

  await lead.press('Move up', longer);
  const moved = await lead.await('the other order', ({ views }) =>
    views.find((v) => v.id === list.id && /Invoice number[\s\S]*Customer code/.test(wordsOf(v))),
  );
  await lead.press('Edit', moved);
  await lead.press('Remove', await lead.form('Edit question'));
  await lead.await('that it is gone', ({ views }) =>
    views.find((v) => v.id === list.id && !wordsOf(v).includes('Invoice number')),
  );
  await day.kept(
    'who did it',
    `select 1 from submission_types where key = 'payments' and edited_by = '${lead.id}' and jsonb_array_length(fields) = 2`,
  );
});

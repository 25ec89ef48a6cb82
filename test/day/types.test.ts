import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId, ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let giulia: PersonInSlack;
beforeAll(async () => {
  day = await openDay();
  giulia = day.person('giulia');
});
afterAll(() => day.close());

type View = Awaited<ReturnType<PersonInSlack['form']>>;
const asks = (person: PersonInSlack, block: string) =>
  person.await(`the question ${block}`, ({ views }) =>
    views.find(({ blocks }) => blocks.some(({ block_id }) => block_id === block)),
  );

test('types are written in Slack: chosen from then on, put elsewhere, and what is taken away can still be read and answered', async () => {
  const lead = day.person('yuki');
  await lead.command(day.channel('general'), 'fields');
  const questions = await lead.form('Types and questions');
  await lead.press('Types', questions);
  const list = await lead.await('the types', ({ views }) =>
    views.find((v) => wordsOf(v).includes('What requests can be about')),
  );
  const seen = (what: string, fits: RegExp) =>
    lead.await(what, ({ views }) => views.find((v) => v.id === list.id && fits.test(wordsOf(v))));
  const only = (blocks: View['blocks'], name: string) => blocks.filter((one) => JSON.stringify(one).includes(name));
  const rowOf = (view: View, name: string) => ({ ...view, blocks: only(view.blocks, name) });
  await lead.press('➕ New type', list);
  const form = await asks(lead, 'name_en');
  await lead.submit(form, { name_en: 'payments', parent: 'administrative', group: 'billing' });
  await lead.await('what is wrong', ({ views }) => views.find(({ errors }) => errors['name_en']?.includes('already')));
  const words = { name_en: 'Refunds', name_it: 'Rimborsi', hint_it: 'Di quale fattura?' };
  await lead.submit(form, { ...words, parent: 'administrative', group: 'billing' });
  await lead.press(
    'Move up',
    rowOf(await seen('the new type', /^(?![\s\S]*Malfunction)[\s\S]*Payments[\s\S]*Refunds/), 'Refunds'),
  );
  const moved = await seen('its other place', /Refunds[\s\S]*Payments/);

  let request: View;
  for (;;) {
    await giulia.command(day.channel('general'), '');
    request = await giulia.form('Nuova richiesta');
    if (JSON.stringify(request.blocks).includes('Rimborsi')) break;
    await giulia.act({ do: 'close', view_id: request.id });
  }
  await giulia.choose(request, 'type', 'refunds', {});
  const has = (what: string) => giulia.await(what, ({ views }) => views.find((view) => wordsOf(view).includes(what)));
  await giulia.submit(request, { type: 'refunds', title: 'Money back', content: 'Please.' });
  const number = ticketNumber(Number(/T-(\d+)/.exec(wordsOf(await has('Money back')))?.[1]));
  expect(await day.ticket(number)).toMatchObject({ type: 'refunds', group: 'billing' });

  const question = [{ key: 'iban', label: 'IBAN', ask: 'line', required: false, editable: 'requester' }];
  await day.rows(
    `update submission_types set fields = '${JSON.stringify(question)}' where key = 'refunds' returning 1`,
  );
  const remove = async (name: string) => {
    await lead.press('Edit', rowOf(moved, name));
    await lead.press('Remove', await lead.form('Edit type'));
  };
  const stays = async (why: string) => {
    const view = await lead.await(why, ({ views }) => views.find((v) => wordsOf(v).includes(why)));
    await lead.act({ do: 'close', view_id: view.id });
  };
  const takes = (types: string) =>
    day.rows(`update people set skills = '${types}' where id = '${day.person('mateo').id}' returning 1`);
  await remove('Administrative');
  await stays('other types stand under it');
  await takes('{refunds}');
  await remove('Refunds');
  await stays('(`/ticket team`): Mateo');
  await takes('{}');
  await remove('Refunds');
  await seen('that it is gone', /^(?![\s\S]*Refunds)/);

  await giulia.command(day.channel('general'), `show T-${number}`);
  const window = await giulia.form(`T-${number}`);
  expect(wordsOf(window)).toContain('Rimborsi');
  await giulia.press('Modifica risposte', window);
  await giulia.submit(await asks(giulia, 'fields.iban'), { 'fields.iban': 'IT60' });
  await day.kept(
    'what was answered since',
    `select 1 from tickets where number = ${number} and fields->>'iban' = 'IT60'`,
  );
});

test('categories are written in Slack: chosen from then on; what is taken away keeps its name, also in the report', async () => {
  const lead = day.person('lea');
  await day.person('ana').command(day.channel('general'), 'categories');
  await day.person('ana').message('who may', (m) => wordsOf(m).includes('the leads of a group'));
  await lead.command(day.channel('general'), 'categories');
  const list = await lead.form('Categories');
  const seen = (what: string, fits: RegExp) =>
    lead.await(what, ({ views }) => views.find((v) => v.id === list.id && fits.test(wordsOf(v))));
  const rowOf = (view: View, name: string) => ({
    ...view,
    blocks: view.blocks.filter((one) => JSON.stringify(one).includes(name)),
  });
  await lead.press('➕ New category', list);
  const form = await asks(lead, 'name_en');
  await lead.submit(form, {});
  await lead.await('what is wrong', ({ views }) => views.find(({ errors }) => errors['name_en']?.includes('one lang')));
  await lead.submit(form, { name_en: 'Printers', name_it: 'Stampanti' });
  await lead.press('Move up', rowOf(await seen('the new one', /Network and VPN[\s\S]*Printers/), 'Printers'));
  const moved = await seen('its other place', /Printers\*  ·  chosen for no ticket yet[\s\S]*Network and VPN/);
  await lead.press('Settings', moved);
  await lead.submit(await asks(lead, 'closing'), { closing: 'required', customer: 'leads' });
  await seen('how they end', /Nothing is resolved without[\s\S]*Only leads and administrators see/);
  await lead.act({ do: 'close', view_id: list.id });

  const filed = await day.app.desk.open(
    personId(giulia.id),
    { title: 'Paper jam', content: 'Again.', group: 'support', channel: 'home' },
    null,
  );
  if (filed.kind !== 'done') throw new Error('not filed');
  const { number } = filed.ticket;
  await lead.command(day.channel('general'), `keep T-${number}`);
  await day.kept('that it is hers', `select 1 from tickets where number = ${number} and assignee = '${lead.id}'`);
  await lead.command(day.channel('general'), `resolve T-${number}`);
  const end = await asks(lead, 'solution');
  await lead.submit(end, { text: 'It prints.', processing: 'printers', solution: 'Pulled it out.' });
  await day.kept('what it was about', `select 1 from tickets where number = ${number} and processing = 'printers'`);

  await lead.command(day.channel('general'), 'categories');
  await lead.press('Edit', rowOf(await lead.form('Categories'), 'Printers'));
  await lead.press('Remove', await lead.form('Edit category'));
  const said = await lead.await('what stays', ({ views }) =>
    views.find((v) => wordsOf(v).includes('and so do search')),
  );
  await lead.act({ do: 'close', view_id: said.id });
  const gone = await lead.await('that it is gone', ({ views }) =>
    views.find((v) => /How-to/.test(wordsOf(v)) && !/Printers/.test(wordsOf(v))),
  );
  await lead.act({ do: 'close', view_id: gone.id });
  await lead.command(day.channel('general'), 'report categories');
  await lead.message('the report', (m) => wordsOf(m).includes('*Printers* (not offered any more): 1 (100 %)'));
  await lead.command(day.channel('general'), `show T-${number}`);
  expect(wordsOf(await lead.form(`T-${number}`))).toContain('*Category*: Printers');
});

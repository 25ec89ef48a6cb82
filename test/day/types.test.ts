import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticketNumber } from '../../src/domain/language.ts';
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

import { afterAll, beforeAll } from 'vitest';
import { browserDescribe } from '../setup/browser.ts';
import type { PersonOnPage } from './person.ts';
import { closeStage, day, open, openStage, step } from './stage.ts';

browserDescribe('a question that goes up and comes back, by hand', () => {
  let ana: PersonOnPage;
  let lea: PersonOnPage;

  beforeAll(async () => {
    await openStage({ tickets: false });
    const { desk } = day.app;
    const id = (name: string) => day.person(name).id as Parameters<typeof desk.open>[0];
    const opened = await desk.open(id('bao'), {
      title: 'A laptop that does not start',
      content: 'It fell on the train.',
      type: 'how_to',
      group: 'support',
      channel: 'slash',
    });
    if (opened.kind !== 'done') throw new Error(opened.kind);
    await desk.act(opened.ticket.number, { verb: 'keep', by: id('ana') });
    await desk.act(opened.ticket.number, { verb: 'note', by: id('ana'), input: { text: 'Tried another charger.' } });
    const { sql } = day;
    await sql`update people set out_until = now() + interval '2 days' where id = ${id('marta')}`;
    ana = await open('ana');
    lea = await open('lea');
    await ana.goTo('support-desk');
  });
  afterAll(closeStage);

  step('the form names the next one, and who is passed over and why', async () => {
    await ana.choose('Escalate', ana.message('T-1001', 'In progress'));
    const form = ana.form('Escalate T-1001');
    await form.getByText('Marta Rossi is away until').waitFor();
    await form.getByRole('textbox', { name: /^What do you need/ }).fill('May I order a new one? 1,150 EUR.');
    await form.getByRole('textbox', { name: /^Why now/ }).fill('He has customers all week.');
    await ana.picture('escalation-1-form');
    await ana.sendOff(form);
    await ana.picture('escalation-2-card', ana.message('T-1001', 'With management', 'not yet acknowledged'));
  });

  step('Léa has on one card what she needs, and sends it higher', async () => {
    await lea.goToApp('Messages');
    const card = lea.message('asks for your decision on T-1001', 'Tried another charger.');
    await lea.picture('escalation-3-manager', card);
    await ana.press('Nudge', ana.message('T-1001', 'With management'));
    await lea.picture('escalation-4-nudged', lea.message('Ana López is waiting for your decision on T-1001'));
    await lea.choose('Send higher', card);
    const form = lea.form('T-1001 higher');
    await form.getByRole('textbox', { name: /^What should they know/ }).fill('Above my limit.');
    await lea.picture('escalation-5-higher');
    await lea.sendOff(form);
    await lea.picture('escalation-6-sent', lea.message('You sent this higher'));
  });

  step('whoever is last takes it over; everybody else sees it', async () => {
    const { sql } = day;
    const [row] = await sql`select to_person from escalations where ticket = 1001 and state = 'open'`;
    const next = await open(
      ['omar', 'nora'].find((name) => day.person(name).id === row?.['to_person']) ?? 'nobody who was expected',
    );
    await next.goToApp('Messages');
    const card = next.message('asks for your decision on T-1001', 'sent it higher', 'Above my limit.');
    await next.picture('escalation-7-next', card);
    await next.press('Take over', card);
    await next.picture('escalation-8-taken', next.message('You took this over'));
    await next.goToApp('Home');
    await next.press('Mine 1', next.main);
    await next.main.getByText('With me', { exact: true }).waitFor();
    await next.picture('escalation-10-home', next.main.getByText('A laptop that does not start'));
    await ana.picture('escalation-9-back', ana.message('T-1001', 'In progress', 'Omar'));
  });
});

import { afterAll, beforeAll, expect } from 'vitest';
import { browserDescribe } from '../setup/browser.ts';
import type { PersonOnPage } from './person.ts';
import { closeStage, day, open, openStage, step } from './stage.ts';

browserDescribe('tickets are given to whoever is next, as a lead wants it', () => {
  let lea: PersonOnPage;
  let ana: PersonOnPage;
  let bao: PersonOnPage;
  const ask = (title: string) =>
    day.app.desk.open(day.person('bao').id as never, {
      title,
      content: 'It is broken.',
      group: 'support',
      channel: 'slash',
    });
  const member = (person: PersonOnPage, name: string) => person.form('Who is here').getByText(name).first();

  beforeAll(async () => {
    await openStage();
    [lea, ana, bao] = [await open('lea'), await open('ana'), await open('bao')];
    await lea.goTo('support-desk');
    await ana.goTo('support-desk');
  });
  afterAll(closeStage);

  step('whoever works nowhere is told so, and an agent sees who is here', async () => {
    await bao.goTo('ask-support');
    await bao.write('/ticket team');
    await bao.main.getByText('Only agents see who of a team is here').waitFor();
    await ana.write('/ticket team');
    await ana.picture('team-1-agent', member(ana, 'Kofi'));
    expect(await ana.form('Who is here').getByRole('button', { name: 'Edit' }).count()).toBe(0);
    await ana.press('Close', ana.form('Who is here'));
  });

  step('a lead says how tickets are given, and how many somebody takes', async () => {
    await lea.write('/ticket team');
    await lea.picture('team-2-lead', member(lea, 'Kofi'));
    await lea.press('Change', lea.form('Who is here'));
    const giving = lea.form('How tickets are given');
    await lea.pick(/^Who gets a new ticket/, 'In turn', giving);
    await giving.getByRole('textbox', { name: /^On to the next one after/ }).fill('30');
    await lea.picture('team-3-giving', giving);
    await lea.sendOff(giving);
    await lea.form('Who is here').getByText('New tickets are given to each in turn.').waitFor();
    const edits = lea.form('Who is here').getByRole('button', { name: 'Edit' });
    await edits.last().click();
    const form = lea.form('What somebody is given');
    await form.getByRole('textbox', { name: /^Open tickets at most/ }).fill('one');
    await form.getByRole('textbox', { name: /^Works/ }).fill('whenever');
    await lea.send(form);
    await form.getByText('Please write a whole number').waitFor();
    await lea.picture('team-4-faults', form);
    await form.getByRole('textbox', { name: /^Open tickets at most/ }).fill('1');
    await form.getByRole('textbox', { name: /^Works/ }).fill('mon-sun 0-24');
    await lea.sendOff(form);
    await lea.form('Who is here').getByText('Works mon-sun 00:00-24:00').waitFor();
    await lea.picture('team-5-saved', lea.form('Who is here').getByText('0 of at most 1 open'));
    await lea.press('Close', lea.form('Who is here'));
  });

  step('tickets are given in turn, and whoever got one reads it', async () => {
    await ask('The printer');
    await ask('The phone');
    await lea.message('The printer', 'In progress').waitFor();
    await lea.message('The phone', 'In progress').waitFor();
    await lea.picture('team-6-given');
    const rows = await day.sql`select distinct assignee from tickets where title in ('The printer', 'The phone')`;
    expect(rows).toHaveLength(2);
    await ana.goToApp('Messages');
    await ana.picture('team-7-ping', ana.message('you were next'));
    await ana.goTo('support-desk');
    await lea.openThread(lea.message('The printer', 'In progress'));
    await lea.picture('team-8-thread');
  });

  step('what nobody has begun goes on, and both hear why', async () => {
    await day.sql`update tickets set offer = jsonb_set(offer, '{due}', to_jsonb(now() - interval '1 minute'))
      where title = 'The printer'`;
    const [row] = await day.sql<{ number: number }[]>`select number from tickets where title = 'The printer'`;
    await day.app.desk.tick(row!.number as never);
    await lea.message('The printer', 'In progress').waitFor();
    await lea.thread.getByText('Nobody had begun in time').waitFor();
    await lea.message('The printer', 'not yet begun').waitFor();
    await lea.picture('team-9-reoffered');
    await lea.press('Keep', lea.message('The phone', 'In progress'));
    await lea.main.getByText('who has not begun yet').waitFor();
    await lea.picture('team-9b-other');
  });

  step('nobody who is away or has enough is given anything: it waits', async () => {
    await day.sql`update people set capacity = 0 where id in (select person from group_members where group_key = 'support')`;
    await ask('The door');
    await lea.message('The door', 'for somebody who is free').waitFor();
    await lea.picture('team-10-waits');
    await ana.write('/ticket away until 2030-12-01');
    await ana.main.getByText('You are away until').waitFor();
    await ana.write('/ticket team');
    await ana.picture('team-11-away', member(ana, 'away until'));
    await ana.press('I am away', ana.form('Who is here'));
    const form = ana.form('When are you away?');
    await ana.picture('team-12-own', form.getByText('Away, and back on'));
    expect(await form.getByText('Open tickets at most').count()).toBe(0);
    await ana.sendOff(form);
    await day.kept(
      'that it stayed as it was',
      `select 1 from people where id = '${day.person('ana').id}' and out_until > now() + interval '1 year' and capacity = 0`,
    );
    await ana.press('Close', ana.form('Who is here'));
  });
});

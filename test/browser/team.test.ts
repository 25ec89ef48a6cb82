import { afterAll, beforeAll, expect } from 'vitest';
import { ticketNumber } from '../../src/domain/language.ts';
import { browserDescribe } from '../setup/browser.ts';
import type { PersonOnPage } from './person.ts';
import { closeStage, day, open, openStage, step } from './stage.ts';

browserDescribe('another team helps, by hand', () => {
  let bao: PersonOnPage;
  let ana: PersonOnPage;
  let sven: PersonOnPage;

  beforeAll(async () => {
    await openStage();
    [bao, ana, sven] = [await open('bao'), await open('ana'), await open('sven')];
    await ana.goTo('support-desk');
    await sven.goTo('it-desk');
  });
  afterAll(closeStage);

  step('Ana chooses the team, and its questions appear; title and contents are there already', async () => {
    await bao.goTo('ask-support');
    await bao.write('/ticket VPN drops every hour');
    const request = bao.form('New request');
    await request.getByRole('textbox', { name: /^What happened/ }).fill('Since Monday, my private number is 55501.');
    await bao.pick(/^What is it about/, 'How-to', request);
    await bao.send(request);
    await bao.press('Close', bao.form('T-1001'));
    const card = ana.message('T-1001', 'VPN drops');
    await ana.press('Keep', card);
    await ana.message('T-1001', 'In progress').waitFor();
    await ana.choose('Escalate', ana.message('T-1001', 'In progress'));
    const form = ana.form('Escalate T-1001');
    await ana.picture('team-01-person', form);
    await form.getByRole('radio', { name: /^Another team/ }).check();
    const content = form.getByRole('textbox', { name: /^What do they need/ });
    await content.waitFor();
    expect(await content.inputValue()).toContain('Since Monday');
    await ana.pick(/^Which team/, 'Network and servers', form);
    await form.getByRole('textbox', { name: /^Where/ }).waitFor();
    await content.fill('The gateway drops everybody every hour.');
    await ana.picture('team-02-team', form);
    await ana.send(form);
    await form.getByRole('alert').first().waitFor();
    await form.getByRole('textbox', { name: /^Where/ }).fill('Rome');
    await ana.sendOff(form);
    await ana.message('T-1001', 'With another team').waitFor();
    await ana.picture('team-03-parent', ana.message('T-1001'));
  });

  step('IT sees who asks and what; Ana sees it in her thread and tells them more', async () => {
    const card = sven.message('T-1002', 'The gateway drops everybody');
    await sven.picture('team-04-child', card);
    await sven.press('Keep', card);
    await ana.openThread(ana.message('T-1001'));
    const line = ana.reply('T-1002 for IT');
    await line.getByText('Being worked on').waitFor();
    await ana.picture('team-05-thread', line);
    await ana.writeInThread('Only among us: he is a difficult customer.');
    await ana.writeInThread('?tell T-1002 It began after the update.');
    await sven.openThread(sven.message('T-1002', 'In progress'));
    await sven.reply('It began after the update').waitFor();
    await sven.picture('team-06-told', sven.reply('It began after the update'));
    expect(await sven.page.getByText('difficult customer').count()).toBe(0);
  });

  step('IT answers: the words are in Ana’s thread, and the ticket is back with her', async () => {
    await sven.press('Resolve', sven.message('T-1002', 'In progress'));
    const form = sven.form('Resolve T-1002');
    await form.getByRole('textbox', { name: /^Your answer/ }).fill('The gateway was replaced.');
    await sven.sendOff(form);
    await ana.reply('The gateway was replaced.').waitFor();
    await ana.message('T-1001', 'Escalation answered').waitFor();
    await ana.reply('IT resolved T-1002').waitFor();
    await ana.picture('team-07-back', ana.reply('IT resolved T-1002'));
    await ana.picture('team-08-card', ana.message('T-1001', 'Escalation answered'));
  });

  step('Bao has seen a number and how it stands, and nothing else', async () => {
    await bao.goToApp('Messages');
    const card = bao.message('T-1001', 'VPN drops every hour');
    await card.getByText('Linked issue T-1002: resolved').waitFor();
    await bao.picture('team-09-requester', card);
    const text = await bao.page.locator('body').innerText();
    for (const secret of ['gateway', 'difficult customer', 'after the update', 'IT'])
      expect(text).not.toMatch(secret === 'IT' ? /\bIT\b/ : secret);
    for (const number of [1001, 1002].map(ticketNumber))
      expect(await day.replayed(number)).toEqual(await day.ticket(number));
  });
});

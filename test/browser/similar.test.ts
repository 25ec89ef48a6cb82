import { afterAll, beforeAll, expect } from 'vitest';
import { personId } from '../../src/domain/language.ts';
import { browserDescribe } from '../setup/browser.ts';
import type { PersonOnPage } from './person.ts';
import { closeStage, day, open, openStage, step } from './stage.ts';

browserDescribe('what was asked before, by hand', () => {
  let priya: PersonOnPage;
  let ana: PersonOnPage;

  beforeAll(async () => {
    await openStage();
    [priya, ana] = [await open('priya'), await open('ana')];
    await priya.goTo('ask-support');
    await ana.goTo('support-desk');
    const [desk, by] = [day.app.desk, personId(day.slack.ids.users['ana'] ?? '')];
    const asked = await desk.open(personId(day.slack.ids.users['priya'] ?? ''), {
      title: 'Shared calendar shows the wrong week',
      content: 'Since the update my team calendar opens on last week.',
      channel: 'home',
      group: 'support',
    });
    if (asked.kind !== 'done') throw new Error(asked.kind);
    const { number } = asked.ticket;
    await desk.act(number, { verb: 'keep', by });
    const text = 'Please choose Settings, Calendar, "Start with this week".';
    await desk.act(number, { verb: 'resolve', by, input: { reason: 'solved', text } });
    await day.kept('its document', `select from ticket_search where number = ${number} and facets && '{s:resolved}'`);
  });
  afterAll(closeStage);

  step('it stands under the title while she types it, and nothing that she writes is lost', async () => {
    await priya.write('/ticket Hello');
    const form = priya.form('New request');
    const title = form.getByRole('textbox', { name: /^Title/ });
    const content = form.getByRole('textbox', { name: /^What happened/ });
    await title.fill('');
    await title.pressSequentially('The calendar shows the wrong week', { delay: 30 });
    await content.click();
    await content.pressSequentially('Again since this morning, for all of us in finance.', { delay: 30 });
    await form.getByText('1 like this, solved').waitFor();
    expect(await title.inputValue()).toBe('The calendar shows the wrong week');
    expect(await content.inputValue()).toBe('Again since this morning, for all of us in finance.');
    await priya.picture('similar-01-form', form);
    await form.getByText('Start with this week').waitFor();
    await title.fill('Something else altogether');
    await form.getByText('1 like this, solved').waitFor({ state: 'detached' });
    expect(await content.inputValue()).toBe('Again since this morning, for all of us in finance.');
    await title.fill('The calendar shows the wrong week');
    await form.getByText('1 like this, solved').waitFor();
    await priya.pick(/^What is it about/, 'How-to', form);
    await form.getByText(/usually Support/).waitFor();
    await form.getByText('1 like this, solved').waitFor();
    expect(await content.inputValue()).toBe('Again since this morning, for all of us in finance.');
    await priya.send(form);
    await priya.form(/^T-/).waitFor();
  });

  step('on the agents’ card one press compares, and another begins the answer', async () => {
    const card = ana.message('The calendar shows the wrong week', '1 like this, solved');
    await card.waitFor();
    await ana.picture('similar-02-card', card);
    await ana.press('Compare', card);
    const compare = ana.page.getByRole('dialog', { name: /^Like T-/ });
    await compare.getByText('Start with this week').waitFor();
    await ana.picture('similar-03-compare', compare);
    await ana.press('Reply with this answer', compare);
    const reply = ana.page.getByRole('dialog', { name: /^Reply/ });
    expect(await reply.getByRole('textbox').first().innerText()).toContain('Start with this week');
    await ana.picture('similar-04-reply', reply);
  });
});

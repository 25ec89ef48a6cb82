import { afterAll, beforeAll, expect } from 'vitest';
import { browserDescribe } from '../setup/browser.ts';
import type { PersonOnPage } from './person.ts';
import { closeStage, day, everybody, open, openStage, step } from './stage.ts';

browserDescribe('a day at the desk, by hand', () => {
  let bao: PersonOnPage;
  let ana: PersonOnPage;
  let kofi: PersonOnPage;
  let lea: PersonOnPage;

  beforeAll(async () => {
    await openStage({ tickets: false });
    bao = await open('bao');
    ana = await open('ana');
    kofi = await open('kofi');
    lea = await open('lea');
    for (const agent of [ana, kofi]) await agent.goTo('support-desk');
  });
  afterAll(closeStage);

  step('Bao asks with /ticket; what is missing is told under its question', async () => {
    await bao.goTo('ask-support');
    await bao.write('/ticket VPN drops every hour');
    const form = bao.form('New request');
    const title = form.getByRole('textbox', { name: /^Title/ });
    await title.waitFor();
    expect(await title.inputValue()).toBe('VPN drops every hour');
    await bao.picture('01-form');
    await bao.send(form);
    const what = form.getByRole('textbox', { name: /^What happened/ });
    await form.getByRole('alert').first().waitFor();
    expect(await what.getAttribute('aria-invalid')).toBe('true');
    await bao.picture('02-form-faults');
  });

  step('a type brings its own questions and keeps what was written; the card waits in his messages', async () => {
    const form = bao.form('New request');
    await form.getByRole('textbox', { name: /^What happened/ }).fill('Since Monday <!channel> & so on.');
    await bao.pick(/^What is it about/, 'Malfunction', form);
    await form.getByRole('combobox', { name: /^Device/ }).waitFor();
    expect(await form.getByRole('textbox', { name: /^What happened/ }).inputValue()).toContain('Since Monday');
    await bao.pick(/^Device/, 'Laptop', form);
    await bao.picture('03-form-of-a-type');
    await form.getByRole('textbox', { name: /^Since when/ }).fill('Monday');
    await bao.send(form);
    await bao.form('T-1001').waitFor();
    await bao.picture('04-sent');
    await bao.press('Close', bao.form('T-1001'));
    await bao.goToApp('Messages');
    await bao.picture('05-requester-card', bao.message('T-1001', 'VPN drops every hour', 'Waiting for an agent'));
  });

  step('Ana keeps it and sees the card change; Kofi is too late and is told, alone, who was faster', async () => {
    const card = ana.message('T-1001', 'VPN drops every hour');
    await ana.picture('06-new-card', card);
    const same = kofi.message('T-1001', 'VPN drops every hour');
    await same.waitFor();
    // Kofi presses after Ana and before his screen shows it.
    day.slack.slack.faults.arm({ method: 'chat.update', kind: { do: 'delay', ms: 1500 }, left: 2 });
    await ana.press('Keep', card);
    await day.kept('that Ana has it', 'select 1 from tickets where assignee is not null');
    await kofi.press('Keep', same);
    await ana.picture('07-kept', ana.message('T-1001', 'In progress', 'Ana'));
    await kofi.picture('08-too-late', kofi.message('Only visible to you', 'Ana', 'kept T-1001'));
    expect(await ana.message('Only visible to you').count()).toBe(0);
    await bao.message('T-1001', 'Being worked on by Ana').waitFor();
  });

  step('Ana answers in a window; Bao reads it in his thread and answers there; she reads that in hers', async () => {
    await ana.press('Reply', ana.message('T-1001', 'In progress'));
    const form = ana.form('Reply to T-1001');
    await form.getByRole('textbox').fill('Please try the other gateway.');
    await ana.picture('09-reply');
    await ana.sendOff(form);
    await ana.message('T-1001', 'Answered', 'Please try the other gateway.').waitFor();
    await bao.openThread(bao.message('T-1001', 'Answered: your turn'));
    await bao.picture('10-answer-in-his-thread', bao.reply('Please try the other gateway.'));
    await bao.writeInThread('Still drops & I have a call at eleven');
    await ana.message('T-1001', 'Requester replied').waitFor();
    await ana.openThread(ana.message('T-1001', 'Requester replied'));
    await ana.picture(
      '11-his-words-in-her-thread',
      ana.reply('from the requester', 'Still drops & I have a call at eleven'),
    );
    await bao.picture('12-his-words');
  });

  step('what agents write in their thread stays among them', async () => {
    await ana.writeInThread('CANARY he needs a new one');
    await ana.reply('CANARY').waitFor();
    await kofi.openThread(kofi.message('T-1001', 'Requester replied'));
    await kofi.picture('13-a-note', kofi.reply('CANARY'));
  });

  step('Ana forwards it to Billing and the card goes there; Mateo may not send it on, Yuki may', async () => {
    await ana.choose('Forward', ana.message('T-1001', 'Requester replied'));
    const form = ana.form('Forward T-1001');
    await ana.pick(/^To which group/, 'Billing', form);
    await ana.pick(/^To whom/, 'Anybody', form);
    await form.getByRole('textbox', { name: /^What should they know/ }).fill('About an invoice?');
    await ana.picture('14-forward');
    await ana.sendOff(form);
    await ana.picture('15-forwarded', ana.message('T-1001', 'forwarded to Billing'));
    const [mateo, yuki] = [await open('mateo'), await open('yuki')];
    for (const agent of [mateo, yuki]) await agent.goTo('billing-desk');
    await mateo.openThread(mateo.message('T-1001', 'VPN drops every hour'));
    await mateo.picture('16-card-in-billing', mateo.reply('About an invoice?'));
    await mateo.press('Assign', mateo.message('T-1001', 'VPN drops every hour'));
    await mateo.page.getByRole('dialog').getByText('only a lead or an administrator').waitFor();
    await mateo.picture('17-not-possible');
    await yuki.press('Assign', yuki.message('T-1001', 'VPN drops every hour'));
    const back = yuki.form(/T-1001/);
    await yuki.pick(/^To which group/, 'Support', back);
    await yuki.pick(/^To whom/, 'Ana', back);
    await yuki.sendOff(back);
    await ana.message('T-1001', 'In progress', 'Ana').waitFor();
    await yuki.picture('18-forwarded-back', yuki.message('T-1001', 'forwarded to Support'));
    await ana.picture('19-back-again');
  });

  step('Ana pends it until tomorrow, and wakes it with the button', async () => {
    await ana.choose('Pend', ana.message('T-1001', 'In progress'));
    const form = ana.form('Pend T-1001');
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await form.getByRole('textbox', { name: /^What exactly/ }).fill('printer model');
    await ana.pickMoment(form.getByRole('group', { name: /^Wake it up/ }), tomorrow, '09:00');
    await ana.send(form);
    await form.getByRole('alert').first().waitFor();
    await ana.picture('20-pend-faults');
    await form.getByRole('textbox', { name: /^Message to the requester/ }).fill('Which printer is it?');
    await ana.sendOff(form);
    await ana.picture('21-pending', ana.message('T-1001', 'Pending', 'printer model', '09:00'));
    await bao.reply('Which printer is it?').waitFor();
    await bao.picture('22-asked', bao.message('T-1001', 'Waiting for you: printer model'));
    await ana.press('Wake', ana.message('T-1001', 'Pending'));
    await ana.picture('23-awake', ana.message('T-1001', 'In progress'));
  });

  step('Ana asks Léa for a decision; Léa acknowledges, answers and gives it back', async () => {
    await ana.choose('Escalate', ana.message('T-1001', 'In progress'));
    const form = ana.form('Escalate T-1001');
    await form.getByRole('textbox', { name: /^What do you need/ }).fill('May I order a laptop? 1,150 EUR.');
    await form.getByRole('textbox', { name: /^Why now/ }).fill('A call at eleven.');
    await ana.picture('24-escalate');
    await ana.sendOff(form);
    await ana.picture('25-escalated', ana.message('T-1001', 'With management', 'Léa'));
    await lea.goToApp('Messages');
    const asked = lea.message('May I order a laptop?', 'I have a call at eleven');
    await lea.picture('26-asked-to-decide', asked);
    await lea.press('Acknowledge', asked);
    await lea.picture('27-acknowledged', lea.message('May I order a laptop?', /you acknowledged/i));
    await asked.getByRole('button', { name: /^Answer (&|and) return$/ }).click();
    const answer = lea.form('Answer on T-1001');
    await answer.getByRole('textbox').fill('CANARY yes, but the cheap one.');
    await lea.picture('28-decision');
    await lea.sendOff(answer);
    await lea.picture('29-decided', lea.message('May I order a laptop?', 'Answered'));
    const card = ana.message('T-1001', 'Escalation answered');
    await card.waitFor();
    await ana.openThread(card);
    await ana.picture('30-management-answered', ana.reply('yes, but the cheap one'));
  });

  step('Ana resolves it, and Bao reads the answer', async () => {
    await ana.press('Resolve', ana.message('T-1001', 'Escalation answered'));
    const form = ana.form('Resolve T-1001');
    await ana.pick(/^How does it end/, 'Solved', form);
    await form.getByRole('textbox', { name: /^Your answer/ }).fill('A new laptop is on its way.');
    await ana.picture('31-resolve');
    await ana.sendOff(form);
    await ana.picture('32-resolved', ana.message('T-1001', 'Resolved'));
    await bao.reply('A new laptop is on its way.').waitFor();
    await bao.picture('33-resolved-for-bao', bao.message('T-1001', 'Resolved: solved'));
  });

  step('Bao makes a ticket of a message, by the shortcut on it', async () => {
    await bao.goTo('ask-support');
    await bao.chooseFor(bao.message('deliver on Saturdays'), /^Create ticket/);
    const form = bao.form('New request');
    const what = form.getByRole('textbox', { name: /^What happened/ });
    await what.waitFor();
    expect(await what.inputValue()).toContain('deliver on Saturdays');
    await bao.picture('34-form-of-a-message');
    await bao.pick(/^What is it about/, 'How-to', form);
    await form.getByRole('textbox', { name: /^Title/ }).fill('Saturday deliveries');
    await bao.send(form);
    await bao.press('Close', bao.form('T-1002'));
    await ana.message('T-1002', 'Saturday deliveries', 'New').waitFor();
    await bao.picture('35-ticket-of-a-message');
    await ana.picture('36-a-second-card');
  });

  step('the Home of Bao and of Ana; a row’s three dots open the whole ticket', async () => {
    await bao.goToApp('Home');
    await bao.main.getByText('T-1002').first().waitFor();
    await bao.picture('37-home-of-bao');
    await ana.goToApp('Home');
    await ana.main.getByText('T-1002').first().waitFor();
    await ana.picture('38-home-of-ana');
    await ana.goTo('support-desk');
    const card = ana.message('T-1002', 'New');
    await card.getByRole('button', { name: 'More options' }).click();
    await ana.picture('39-three-dots');
    await ana.page.getByRole('menuitem', { name: 'Show', exact: true }).click();
    const ticket = ana.form(/T-1002/);
    await ticket.getByText('Conversation').waitFor();
    await ana.picture('40-show');
    await ana.page.keyboard.press('Escape');
    await ticket.waitFor({ state: 'hidden' });
  });

  step('Giulia and Marta read Italian; what the desk refuses stands under its question', async () => {
    const giulia = await open('giulia');
    await giulia.goTo('ask-billing');
    await giulia.write('/ticket Pagata due volte');
    const form = giulia.form('Nuova richiesta');
    await giulia.pick(/^Di che cosa/, 'Pagamenti', form);
    const code = form.getByRole('textbox', { name: /^Codice cliente/ });
    await code.fill('12');
    await form.getByRole('textbox', { name: /^Che cosa è successo/ }).fill('La fattura 2291, due volte.');
    await giulia.send(form);
    await form.getByRole('alert').filter({ hasText: '6 cifre' }).waitFor();
    await giulia.picture('41-italian-form');
    await code.fill('104233');
    await giulia.send(form);
    await giulia.press('Chiudi', giulia.form('T-1003'));
    await giulia.goToApp('Messages');
    await giulia.picture('42-italian-card', giulia.message('T-1003', 'La tua richiesta'));
    const marta = await open('marta');
    await marta.goToApp('Home');
    await marta.main.getByRole('button', { name: 'Nuova richiesta' }).waitFor();
    await marta.picture('43-italian-home');
  });

  step('nothing internal has been before Bao’s eyes, and no page complained', async () => {
    await bao.goToApp('Messages');
    await bao.openThread(bao.message('T-1001', 'Resolved'));
    await bao.reply('A new laptop is on its way.').waitFor();
    const seen = await bao.page.locator('body').innerText();
    expect(seen).not.toContain('CANARY');
    expect(seen).not.toContain('About an invoice?');
    expect(everybody.flatMap(({ name, complaints }) => complaints.map((said) => `${name}: ${said}`))).toEqual([]);
  });
});

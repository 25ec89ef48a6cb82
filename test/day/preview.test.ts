import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { isRoot, isUnder, type PersonInSlack, rich, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let mateo: PersonInSlack;
let bao: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [ana, mateo, bao] = [day.person('ana'), day.person('mateo'), day.person('bao')];
  desk = day.channel('support-desk');
  for (const [group, title] of [
    ['support', 'The printer'],
    ['billing', 'The invoice'],
    ['support', 'The scanner'],
    ['support', 'The keyboard'],
  ]) {
    const raised = await day.app.desk.open(bao.id as never, { title, content: 'So.', group, channel: 'slash' });
    expect(raised.kind).toBe('done');
  }
});
afterAll(() => day.close());

type Form = Awaited<ReturnType<PersonInSlack['form']>>;
const named = (form: Form, name: string): string =>
  form.blocks.find(({ block_id }) => block_id === name || block_id?.startsWith(`${name}.`))?.block_id ?? '';
const valuesOf = (typed: Record<string, object>) =>
  Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, { value }]));
async function preview(person: PersonInSlack, form: Form, typed: Record<string, object>): Promise<Form> {
  const button = form.blocks.find(({ type }) => type === 'actions')?.block_id ?? '';
  const place = { kind: 'view', view_id: form.id };
  await person.act({
    do: 'click',
    place,
    block_id: button,
    action_id: 'go.preview',
    value: {},
    state: valuesOf(typed),
  } as never);
  return person.form('Preview of');
}

test('what the requester will read is shown with what is banned or personal, and goes as it was shown', async () => {
  await ana.command(desk, 'keep T-1001');
  await ana.command(desk, 'resolve T-1001');
  const form = await ana.form('Resolve T-1001');
  const nothing = await preview(ana, form, { text: rich('') });
  expect(wordsOf(nothing)).toContain('Nothing is written yet.');
  await ana.act({ do: 'close', view_id: nothing.id });
  const typed = 'It was the cable, you IDIOT & co. Write to bao@example.com.';
  const shown = await preview(ana, form, { text: rich(typed) });
  expect(wordsOf(shown)).toContain('It was the cable, you `IDIOT` &amp; co.');
  expect(wordsOf(shown)).toContain('do not get: “idiot”');
  expect(wordsOf(shown)).toContain('personal data: “bao@example.com”');
  expect(wordsOf(shown)).toContain('[ Still not solved ]');
  expect(shown.blocks.some(({ type }) => type === 'actions')).toBe(false);
  // Whatever is changed is shown once more before it goes.
  await ana.submit(shown, { [named(shown, 'text')]: 'It was the cable.' });
  const again = await ana.await('the words anew', ({ views }) =>
    views.find(({ id, hash }) => id === shown.id && hash !== shown.hash),
  );
  expect(wordsOf(again)).not.toContain('idiot');
  expect(await day.ticket(1001 as never)).toMatchObject({ state: 'in_progress' });
  await ana.submit(again, { [named(again, 'text')]: 'It was the cable.' });
  await ana.formsClosed();
  await bao.reads('It was the cable.');
  expect(await day.ticket(1001 as never)).toMatchObject({ state: 'resolved', resolution: { reason: 'solved' } });
});

test('whoever goes back finds the words as they were changed, and whatever else stood there', async () => {
  await ana.command(desk, 'keep T-1004');
  await ana.command(desk, 'reply T-1004');
  const form = await ana.form('Reply to T-1004');
  const cc = { type: 'multi_users_select', selected_users: [day.person('priya').id] };
  const shown = await preview(ana, form, { text: rich('It was the cable.'), cc });
  expect(wordsOf(shown)).not.toContain('🚫');
  const typed = rich('It was the new cable.');
  const field = named(shown, 'text');
  const place = { kind: 'view', view_id: shown.id };
  const state = valuesOf({ [field]: typed });
  await ana.act({ do: 'click', place, block_id: field, action_id: 'value', value: typed, state } as never);
  await day.kept('the words', "select 1 from drafts where values::text like '%the new cable%'");
  await ana.act({ do: 'close', view_id: shown.id });
  const under = await ana.await('the words as they were changed', ({ views }) =>
    views.find((view) => view.id === form.id && JSON.stringify(view.blocks).includes('It was the new cable.')),
  );
  await ana.submit(under, {});
  await ana.formsClosed();
  await bao.reads('It was the new cable.');
  expect(await day.ticket(1004 as never)).toMatchObject({ followers: [day.person('priya').id] });
});

test('what somebody answered to a personal question is hinted at, whatever it looks like', async () => {
  const fields = { customer_code: '104233', phone: '47 11 22' };
  const asked = { title: 'The desk', content: 'So.', type: 'complaints', fields, channel: 'slash' };
  const raised = await day.app.desk.open(bao.id as never, asked);
  const number = raised.kind === 'done' ? raised.ticket.number : raised.kind;
  await mateo.command(day.channel('billing-desk'), `reply T-${number}`);
  const form = await mateo.form(`Reply to T-${number}`);
  const shown = await preview(mateo, form, { text: rich('104233: we call you at 47 11 22.') });
  expect(wordsOf(shown)).toContain('personal data: “47 11 22”');
});

test('what a group blocks cannot be sent from there, and the other answers go along', async () => {
  const billing = day.channel('billing-desk');
  await mateo.command(billing, 'keep T-1002');
  await mateo.command(billing, 'pend T-1002');
  const form = await mateo.form('T-1002');
  const answers = {
    waiting_for: { type: 'plain_text_input', value: 'Your number' },
    text: rich('Which number, stupid?'),
  };
  const shown = await preview(mateo, form, answers);
  expect(wordsOf(shown)).toContain('these words are not sent to requesters: “stupid”');
  await mateo.submit(shown, { [named(shown, 'text')]: 'Which number, stupid?' });
  await mateo.await('which words', ({ views }) =>
    views.find(({ errors }) => Object.values(errors).some((said) => said.includes('“stupid”'))),
  );
  await mateo.submit(shown, { [named(shown, 'text')]: 'Which number?' });
  const again = await mateo.await('the words anew', ({ views }) =>
    views.find(({ id, hash }) => id === shown.id && hash !== shown.hash),
  );
  await mateo.submit(again, { [named(again, 'text')]: 'Which number?' });
  await mateo.formsClosed();
  await bao.reads('Which number?');
  expect(await day.ticket(1002 as never)).toMatchObject({
    state: 'pending',
    pending: { kind: 'requester', waitingFor: 'Your number' },
  });
});

test('files go with whatever is said to a requester, and the preview names them', async () => {
  const file = async (name: string) => {
    const sent = await ana.act({
      do: 'upload',
      name,
      mimetype: 'text/plain',
      content: Buffer.from(name).toString('base64'),
    });
    return { type: 'file_input', files: sent.ok && sent.file ? [sent.file] : [] };
  };
  const own = await bao.message('his card', (m) => m.bot && isRoot(m) && wordsOf(m).includes('T-1003'));
  const arrived = (name: string) =>
    bao.message(name, (m) => isUnder(own, m) && m.files.some((one) => one.name === name));
  await ana.command(desk, 'keep T-1003');
  await ana.command(desk, 'pend T-1003');
  const form = await ana.form('T-1003');
  expect(wordsOf(form)).toContain('reads English');
  const answers = {
    waiting_for: { type: 'plain_text_input', value: 'A photo' },
    text: rich('Like this?'),
    files: await file('like-this.txt'),
  };
  const shown = await preview(ana, form, answers);
  expect(wordsOf(shown)).toContain('With it: like-this.txt');
  // Slack hands them over with their own form.
  expect(wordsOf(shown)).toContain('Go back and send it there.');
  expect(shown).not.toMatchObject({ submit: expect.anything() as unknown });
  await ana.act({ do: 'close', view_id: shown.id });
  await ana.act({ do: 'submit', view_id: form.id, values: valuesOf(answers) } as never);
  await ana.formsClosed();
  await arrived('like-this.txt');
  await ana.command(desk, 'resolve T-1003');
  const end = await ana.form('Resolve T-1003');
  const values = valuesOf({ text: rich('See it.'), files: await file('manual.txt') });
  await ana.act({ do: 'submit', view_id: end.id, values } as never);
  await ana.formsClosed();
  await arrived('manual.txt');
  expect(await day.replayed(1003 as never)).toEqual(await day.ticket(1003 as never));
});

test('whoever writes templates makes one of the answer that he looks at, and goes on with the answer', async () => {
  const request = { title: 'The mouse', content: 'So.', group: 'support', channel: 'slash' };
  const raised = await day.app.desk.open(bao.id as never, request);
  if (raised.kind !== 'done') throw new Error('not raised');
  const id = `T-${raised.ticket.number}`;
  const lea = day.person('lea');
  await lea.command(desk, `reply ${id}`);
  const form = await lea.form(`Reply to ${id}`);
  const shown = await preview(lea, form, { text: rich('Turn it over.') });
  await lea.press('Save as template', shown);
  const template = await lea.form('New template');
  expect(JSON.stringify(template.blocks.find(({ block_id }) => block_id === 'text_en'))).toContain('Turn it over.');
  await lea.submit(template, { title: 'Turn the mouse', code: 'mouse' });
  const saved = await lea.await('that it is saved', ({ views }) =>
    views.find((view) => view.id === template.id && wordsOf(view).includes('Saved.')),
  );
  expect(await day.rows(`select group_key, edited_by from templates where code = 'mouse'`)).toEqual([
    { group_key: 'support', edited_by: lea.id },
  ]);
  await lea.act({ do: 'close', view_id: saved.id });
  await lea.submit(await lea.form('Preview of'), {});
  await lea.formsClosed();
  await bao.reads('Turn it over.');
});

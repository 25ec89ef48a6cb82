import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { isUnder, type PersonInSlack, standing, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let bao: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [ana, bao] = [day.person('ana'), day.person('bao')];
  desk = day.channel('support-desk');
  const raised = await day.app.desk.open(bao.id as never, {
    title: 'The printer',
    content: 'So.',
    group: 'support',
    channel: 'slash',
  });
  expect(raised.kind).toBe('done');
  await ana.command(desk, 'keep T-1001');
});
afterAll(() => day.close());

const inHours = (hours: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + hours * 3_600_000);
const card = (...words: string[]) =>
  ana.message(
    words.join(),
    (message) =>
      message.channel === desk &&
      words.every((word) => wordsOf(message).includes(word)) &&
      wordsOf(message).includes('Show'),
  );
async function written(text: string, when: Date, files: readonly string[] = []) {
  await ana.command(desk, 'reply T-1001');
  const form = await ana.form('T-1001');
  await ana.submit(form, { text, send_at: when, ...(files.length > 0 && { files }) });
  return form;
}

test('an answer for later stands on the card, where it is changed, held when the requester writes, and sent', async () => {
  const form = await written('Restart it.', inHours(-1));
  await ana.await('that it is past', ({ views }) =>
    views.find(({ errors }) => errors['send_at']?.startsWith('This moment is past')),
  );
  await ana.submit(form, { text: 'Restart it.', send_at: inHours(3), cc: [day.person('kofi').id] });
  const notice = await ana.await('that it is kept', ({ views }) =>
    views.find((view) => wordsOf(view).includes('Your answer goes out')),
  );
  await ana.act({ do: 'close', view_id: notice.id });
  const waits = await card('Ana López’s answer goes out');
  expect(wordsOf(waits)).not.toContain('Restart it.');

  await ana.press('Change', waits);
  const again = await ana.await('the form as it was', ({ views }) =>
    views.find((view) => standing(view)['text'] === 'Restart it.'),
  );
  expect(JSON.stringify(again.blocks)).toContain('"initial_date_time"');
  expect(JSON.stringify(again.blocks)).toContain(`"initial_users":["${day.person('kofi').id}"]`);
  await ana.submit(again, { text: 'Restart it twice.', send_at: inHours(4) });
  const kept = await ana.await('that it is kept', ({ views }) =>
    views.find((view) => wordsOf(view).includes('Your answer goes out')),
  );
  await ana.act({ do: 'close', view_id: kept.id });
  // What was changed is not there any more.
  await ana.press('Send now', waits);
  await ana.reads('that answer is not waiting any more');

  const mine = await bao.reads('The printer');
  await bao.act({ do: 'send', channel: mine.channel, thread_ts: mine.ts, text: 'It is the other one.' });
  const held = await card('is held');
  await ana.message(
    'the same in the thread',
    (message) =>
      isUnder(held, message) &&
      wordsOf(message).includes('It is the other one.') &&
      wordsOf(message).includes('Send now'),
  );
  expect(wordsOf(await bao.reads('The printer'))).not.toContain('Restart');
  await ana.press('Send now', held);
  await bao.reads('Restart it twice.');
  await ana.message('that it has gone', (message) => message.ts === held.ts && !wordsOf(message).includes('is held'));
  expect(await day.ticket(1001 as never)).toMatchObject({ state: 'answered', scheduled: null });
  expect(await day.replayed(1001 as never)).toEqual(await day.ticket(1001 as never));
});

test('cancelled, it leaves no trace at the requester’s', async () => {
  await written('Never mind.', inHours(2));
  const notice = await ana.await('that it is kept', ({ views }) =>
    views.find((view) => wordsOf(view).includes('Your answer goes out')),
  );
  await ana.act({ do: 'close', view_id: notice.id });
  const waits = await card('Ana López’s answer goes out');
  const before = (await bao.see()).messages;
  await ana.press('Cancel', waits);
  await ana.message('that it is gone', (message) => message.ts === waits.ts && !wordsOf(message).includes('goes out'));
  expect((await bao.see()).messages).toEqual(before);
  expect(await day.ticket(1001 as never)).toMatchObject({ scheduled: null });
});

test('what its template does goes along at its time, stands on the card, is ticked again when it is changed', async () => {
  await day.rows(`update templates set acts = '[{"verb": "tag", "input": {"add": ["vpn"]}}, {"verb": "archive", "input": {}}]'
    where code = 'vpn_reset'`);
  const raised = await day.app.desk.open(bao.id as never, {
    title: 'The VPN',
    content: 'So.',
    group: 'support',
    channel: 'slash',
  });
  if (raised.kind !== 'done') throw new Error('not raised');
  const { number } = raised.ticket;
  await ana.command(desk, `keep T-${number}`);
  const reading = await day.app.desk.look(number, ana.id as never);
  expect(reading).toHaveProperty('ticket');
  const acts = [
    { verb: 'tag', input: { add: ['vpn'] } },
    { verb: 'archive', input: {} },
  ];
  const answer = { text: 'Remove the profile.', cc: [day.person('kofi').id] };
  const when = inHours(3).toISOString();
  const later = { verb: 'reply', when, answer, acts, templates: ['vpn_reset'] };
  const kept = await day.app.desk.act(number, { verb: 'schedule', by: ana.id as never, input: later });
  expect(kept.kind).toBe('done');
  const waits = await card(`T-${number}`, 'With it: Tags: vpn · Archive');
  await ana.press('Send now', waits);
  await ana.reads('Nothing was sent, because “Archive” goes with it and cannot be done.');
  await ana.press('Change', waits);
  const form = await ana.await('the form as it was', ({ views }) =>
    views.find((view) => standing(view)['text'] === 'Remove the profile.'),
  );
  const boxes = form.blocks.find(({ block_id }) => block_id === 'acts') as { element: { initial_options: unknown[] } };
  expect(boxes.element.initial_options).toHaveLength(2);
  await ana.submit(form, { send_at: inHours(4), acts: ['vpn_reset.0'] });
  const notice = await ana.await('that it is kept', ({ views }) =>
    views.find((view) => wordsOf(view).includes('Your answer goes out')),
  );
  await ana.act({ do: 'close', view_id: notice.id });
  const changed = await ana.message(
    'the card without what was left out',
    (message) =>
      message.ts === waits.ts &&
      wordsOf(message).includes('With it: Tags: vpn') &&
      !wordsOf(message).includes('Archive'),
  );
  await ana.press('Send now', changed);
  await bao.reads('Remove the profile.');
  await day.kept(
    'its tag',
    `select 1 from tickets where number = ${number} and 'vpn' = any(tags) and state = 'answered'`,
  );
  expect(await day.rows(`select uses from templates where code = 'vpn_reset'`)).toEqual([{ uses: 1 }]);
  expect(await day.ticket(number)).toMatchObject({ followers: [day.person('kofi').id] });
});

test('a file goes with it at its time and not before, and stays chosen when it is changed', async () => {
  const content = Buffer.from('Turn the lamp.').toString('base64');
  const sent = await ana.act({ do: 'upload', name: 'manual.txt', mimetype: 'text/plain', content });
  const form = await written('See the manual.', inHours(2), sent.ok && sent.file ? [sent.file] : []);
  await ana.await('that it is kept', ({ views }) =>
    views.find((view) => wordsOf(view).includes('Your answer goes out')),
  );
  await ana.act({ do: 'close', view_id: form.id });
  const waits = await card('T-1001', '1 file goes with it');
  await ana.press('Change', waits);
  const again = await ana.await('the form as it was', ({ views }) =>
    views.find((view) => standing(view)['text'] === 'See the manual.'),
  );
  expect(await day.rows(`select from sent_files`)).toEqual([]);
  const kept = again.blocks.find(({ block_id }) => block_id === 'kept_files');
  expect(JSON.stringify(kept)).toMatch(/"initial_options":.*manual\.txt/);
  await ana.submit(again, { text: 'See the manual, please.' });
  const notice = await ana.await('that it is kept', ({ views }) =>
    views.find((view) => wordsOf(view).includes('Your answer goes out')),
  );
  await ana.act({ do: 'close', view_id: notice.id });
  const anew = `now.1001.${(await day.ticket(1001 as never))?.scheduled?.seq}`;
  const drawn = await ana.message('its card', (message) => JSON.stringify(message.blocks).includes(anew));
  await ana.press('Send now', drawn);
  await bao.reads('See the manual, please.');
  await bao.message('the file', (message) => message.files.some(({ name }) => name === 'manual.txt'));
});

test('when its ticket ends before, the card says that it cannot go, and offers to cancel it', async () => {
  await written('Restart it again.', inHours(2));
  const notice = await ana.await('that it is kept', ({ views }) =>
    views.find((view) => wordsOf(view).includes('Your answer goes out')),
  );
  await ana.act({ do: 'close', view_id: notice.id });
  await card('Ana López’s answer goes out');
  await bao.press('It is solved', await bao.reads('Your request T-1001', 'It is solved'));
  const over = await card('cannot go out, because this is resolved now');
  expect(wordsOf(over)).not.toContain('Send now');
  await ana.press('Cancel', over);
  await ana.message('that it is gone', (one) => one.ts === over.ts && !wordsOf(one).includes('cannot go out'));
  expect(await day.ticket(1001 as never)).toMatchObject({ state: 'resolved', scheduled: null });
});

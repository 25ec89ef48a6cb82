import { expect, test } from 'vitest';
import { postOffice } from './post-office.ts';

const words = (message: unknown) => JSON.stringify(message);

test('in his quiet time pings are kept, urgent ones are not, and afterwards one message tells them all', async () => {
  let until: Date | null = new Date(Date.now() + 3_600_000);
  const desk = await postOffice({ quiet: async () => until });
  const [one, two, hot] = [await desk.raise('bao'), await desk.raise('bao'), await desk.raise('bao')];
  for (const number of [one, two, hot]) {
    await desk.act(number, 'keep', 'ana');
    await desk.act(number, 'follow', 'kofi');
    if (number === hot) await desk.act(number, 'edit', 'ana', { priority: 'urgent' });
    await desk.act(number, 'reply', 'ana', { text: `Answer to ${number}` });
  }
  await desk.deliver(desk.to('kofi'));
  const told = await desk.dmOf('kofi');
  expect(told).toHaveLength(1);
  expect(words(told)).toContain(`Answer to ${hot}`);

  const kept = `q:${desk.who('kofi')}`;
  await desk.deliver(kept);
  expect(await desk.dmOf('kofi')).toHaveLength(1);
  until = null;
  await desk.sql`update letters set not_before = now() - interval '1 second' where conversation = ${kept}`;
  await desk.deliver(kept);
  const [, digest, ...more] = await desk.dmOf('kofi');
  expect(more).toEqual([]);
  for (const number of [one, two]) expect(words(digest)).toContain(`T-${number}`);
  expect(await desk.sql`select from letters where conversation = ${kept} and state <> 'sent'`).toHaveLength(0);
});

test('quiet hours are kept for each person, and end', async () => {
  const { registry, team, who } = await postOffice();
  expect(await registry.quiet(team, who('kofi'))).toBeNull();
  await registry.saveQuiet(team, who('kofi'), { from: '18:00', to: '08:00', weekends: true });
  const night = new Date('2026-11-21T12:00:00Z');
  expect(await registry.quietNow(team, who('kofi'), night)).toBeInstanceOf(Date);
  expect(await registry.quietNow(team, who('ana'), night)).toBeNull();
  await registry.saveQuiet(team, who('kofi'), null);
  expect(await registry.quietNow(team, who('kofi'), night)).toBeNull();
});

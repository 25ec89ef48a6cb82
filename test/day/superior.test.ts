import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDay } from './open.ts';
import { type PersonInSlack, wordsOf } from './person.ts';

let day: Awaited<ReturnType<typeof openDay>>;
let lea: PersonInSlack;
let ana: PersonInSlack;
let yuki: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [lea, ana, yuki] = [day.person('lea'), day.person('ana'), day.person('yuki')];
  desk = day.channel('support-desk');
});
afterAll(() => day.close());

const refused = (field: string, words: string) =>
  lea.await(`why not: ${words}`, ({ views }) => views.find(({ errors }) => errors[field]?.includes(words)));
const chain = async () => {
  await ana.command(desk, 'T-1001 escalate');
  const form = await ana.form('T-1001');
  await ana.act({ do: 'close', view_id: form.id });
  return wordsOf(form);
};

test('a lead says whose manager is who and who is away; escalations follow', async () => {
  const about = { title: 'VPN drops', content: 'Every hour.', group: 'support', channel: 'slash' };
  const raised = await day.app.desk.open(ana.id as never, about);
  expect(raised.kind).toBe('done');
  await ana.command(desk, 'keep T-1001');
  await day.kept('the keeping', `select 1 from tickets where number = 1001 and state = 'in_progress'`);

  await lea.command(desk, `manager <@${ana.id}>`);
  const form = await lea.form('Manager');
  expect(JSON.stringify(form.blocks)).toContain(`"initial_user":"${lea.id}"`);
  await lea.submit(form, { manager: ana.id });
  await refused('manager', 'Nobody is the manager of himself');
  await lea.submit(form, { manager: day.slack.ids.bot });
  await refused('manager', 'is an app');
  await lea.submit(form, { manager: yuki.id, until: new Date(Date.now() - 120_000) });
  await refused('until', 'has passed');
  // Slack keeps what stands in a form: the moment is taken out by beginning anew.
  await lea.act({ do: 'close', view_id: form.id });
  await lea.command(desk, `manager <@${ana.id}>`);
  await lea.submit(await lea.form('Manager'), { manager: yuki.id });
  const saved = await lea.await('that it is saved', ({ views }) =>
    views.find((v) => wordsOf(v).includes('Escalations go from Ana')),
  );
  await lea.act({ do: 'close', view_id: saved.id });
  await day.kept(
    'by hand',
    `select 1 from people where id = '${ana.id}' and manager = '${yuki.id}' and manager_source = 'hand'`,
  );
  expect(await chain()).toContain('Yuki');

  await lea.command(desk, `manager <@${lea.id}>`);
  const own = await lea.form('Manager');
  await lea.submit(own, { manager: lea.id });
  await refused('manager', 'Nobody is the manager of himself');
  await lea.act({ do: 'close', view_id: own.id });
});

test('a circle is refused, and whoever leads nothing of his is told who may', async () => {
  await lea.command(desk, `manager <@${ana.id}>`);
  const form = await lea.form('Manager');
  await lea.submit(form, { manager: lea.id });
  const saved = await lea.await('that it is saved', ({ views }) => views.find((v) => wordsOf(v).includes('to Léa')));
  await lea.act({ do: 'close', view_id: saved.id });
  await lea.command(desk, `manager <@${lea.id}>`);
  const circle = await lea.form('Manager');
  await lea.submit(circle, { manager: ana.id });
  await refused('manager', 'in a circle');
  await lea.act({ do: 'close', view_id: circle.id });
  await ana.command(desk, `manager <@${lea.id}>`);
  await ana.message('who may', (m) => m.ephemeral && wordsOf(m).includes('Only leads'));
  await ana.command(desk, 'manager');
  await ana.message('that a name is missing', (m) => m.ephemeral && wordsOf(m).includes('/ticket manager @ana'));
});

test('what stood there before is not held against anybody: a manager who has left, a time that has passed', async () => {
  await day.sql`update people set manager = ${yuki.id}, out_until = now() - interval '1 day' where id = ${ana.id}`;
  await day.sql`update people set active = false where id = ${yuki.id}`;
  await lea.command(desk, `manager <@${ana.id}>`);
  const form = await lea.form('Manager');
  expect(JSON.stringify(form.blocks)).not.toContain('initial_date_time');
  await lea.submit(form, {});
  const saved = await lea.await('that it is saved', ({ views }) =>
    views.find((v) => wordsOf(v).includes('Escalations go from Ana')),
  );
  await lea.act({ do: 'close', view_id: saved.id });

  await day.sql`update people set manager = ${yuki.id} where id = ${lea.id}`;
  await lea.command(desk, `manager <@${lea.id}>`);
  const away = await lea.form('Manager');
  await lea.submit(away, { until: new Date(Date.now() + 86_400_000) });
  const said = await lea.await('that she is away', ({ views }) =>
    views.find((v) => wordsOf(v).includes('Léa Martin is away until')),
  );
  await lea.act({ do: 'close', view_id: said.id });

  // Profiles may hold a circle: who is in it can still be away.
  await day.sql`update people set manager = ${ana.id}, out_until = null where id = ${lea.id}`;
  await day.sql`update people set manager = ${lea.id} where id = ${ana.id}`;
  await lea.command(desk, `manager <@${lea.id}>`);
  await lea.submit(await lea.form('Manager'), { until: new Date(Date.now() + 86_400_000) });
  await lea.await('that she is away', ({ views }) =>
    views.find((v) => wordsOf(v).includes('Léa Martin is away until')),
  );
});

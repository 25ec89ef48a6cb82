import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ViewSeen } from '../../local-slack/wire.ts';
import { richOf, textOf } from '../../src/slack/kit.ts';
import { openDay } from './open.ts';
import { begun, type PersonInSlack, rich, wordsOf } from './person.ts';

/** An answer with styles, lists and mentions, from the form in which it is written to whoever reads it. */
let day: Awaited<ReturnType<typeof openDay>>;
let ana: PersonInSlack;
let bao: PersonInSlack;
let desk: string;

beforeAll(async () => {
  day = await openDay();
  [ana, bao] = [day.person('ana'), day.person('bao')];
  desk = day.channel('support-desk');
  const fields = { title: 'The lamp hums', content: 'So.', group: 'support', channel: 'slash' } as const;
  const raised = await day.app.desk.open(bao.id as never, fields);
  if (raised.kind !== 'done') throw new Error(raised.kind);
  await day.app.desk.act(raised.ticket.number, { verb: 'keep', by: ana.id as never, input: {} });
});
afterAll(() => day.close());

const words = (text: string, ...styles: string[]) => ({
  type: 'text',
  text,
  ...(styles.length > 0 && { style: Object.fromEntries(styles.map((one) => [one, true])) }),
});
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const written = (...elements: object[]) => ({
  type: 'rich_text_input',
  rich_text_value: { type: 'rich_text', elements },
});
const answer = () =>
  written(
    section(
      words('Dear '),
      { type: 'user', user_id: bao.id },
      words(', please '),
      words('restart', 'bold'),
      words(':\n'),
    ),
    { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [section(words('once')), section(words('twice'))] },
    section(words('and tell '), { type: 'broadcast', range: 'channel' }, words(' <!channel> 2*3*4')),
  );
const TEXT = 'Dear @Bao Tran, please *restart*:\n• once\n• twice\nand tell @channel <!channel> 2*3*4';

async function open(): Promise<ViewSeen> {
  await ana.command(desk, 'reply T-1001');
  return ana.await('the form', ({ views }) => views.findLast(({ callback_id: id }) => id === 'form.reply'));
}
const elementOf = ({ blocks }: ViewSeen) => {
  const block = blocks.find(({ block_id: id }) => id === 'text' || id?.startsWith('text.'));
  return { block_id: block?.block_id ?? '', element: (block as { element: { initial_value?: unknown } }).element };
};
const click = (view: ViewSeen, block_id: string, value: object, state: object) =>
  ana.act({
    do: 'click',
    place: { kind: 'view', view_id: view.id },
    block_id,
    action_id: 'value',
    value,
    state,
  } as never);

test('what is written with styles is kept, put back with a template behind it, and read so', async () => {
  const form = await open();
  await click(form, 'text', answer(), { text: { value: answer() } });
  await day.kept('it', `select 1 from drafts where values #>> '{answers,text}' = '${TEXT}'`);
  await ana.act({ do: 'close', view_id: form.id });

  const again = await open();
  const { element } = elementOf(again);
  expect(begun(element)).toBe(TEXT);
  expect(element.initial_value).toEqual(richOf(TEXT));
  expect(JSON.stringify(element.initial_value)).toContain('"style":"bullet"');

  const option = (await ana.search(again, 'template', 'hello'))[0];
  const chosen = { type: 'external_select', selected_option: option };
  await click(again, 'template', chosen, { text: { value: answer() }, template: { value: chosen } });
  const drawn = await ana.await('its words', ({ views }) =>
    views.find(({ id, hash }) => id === again.id && hash !== again.hash),
  );
  const both = begun(elementOf(drawn).element) ?? '';
  expect(both.startsWith(`${TEXT}\n\nHello Bao Tran`)).toBe(true);

  const values = { [elementOf(drawn).block_id]: { value: { type: 'rich_text_input', rich_text_value: richOf(both) } } };
  await ana.act({ do: 'submit', view_id: drawn.id, values });
  await ana.formsClosed();
  const read = await bao.reads('please *restart*:\n• once\n• twice\nand tell', 'Hello Bao Tran');
  expect(wordsOf(read)).toContain('&lt;!channel&gt; 2*3*4');
  expect(JSON.stringify(read.blocks)).not.toMatch(/<!channel>|@channel\b/);
});

test('what is too long is said under it, and kept', async () => {
  const form = await open();
  expect(wordsOf(form)).not.toContain('Your draft');
  const value = rich('x'.repeat(3001));
  await ana.act({ do: 'submit', view_id: form.id, values: { text: { value } } });
  const told = await ana.await('why', ({ views }) => views.find(({ id, errors }) => id === form.id && errors['text']));
  expect(told.errors['text']).toBe('An answer has at most 3000 characters, and this has 3001. Make it shorter.');
  await ana.press('Preview', form, { text: 'x'.repeat(3001) });
  expect(wordsOf(await ana.form('Preview of'))).toContain('at most 3000 characters');
  await ana.act({ do: 'close', view_id: form.id, all: true });
  const again = await open();
  expect(textOf(elementOf(again).element.initial_value)).toHaveLength(3001);
});

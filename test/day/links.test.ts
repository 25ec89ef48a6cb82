import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActAnswer, ViewSeen } from '../../local-slack/wire.ts';
import { groupKey, personId, ticketNumber } from '../../src/domain/language.ts';
import { openDay } from './open.ts';
import { isRoot, isUnder, type PersonInSlack, wordsOf } from './person.ts';

type Day = Awaited<ReturnType<typeof openDay>>;
let day: Day;
let bao: PersonInSlack;
let ana: PersonInSlack;
let desk: string;
let ask: string;

const numberOf = (id: string) => ticketNumber(Number(id.slice(2)));
const card = (...words: string[]) =>
  ana.message(
    `the card with ${words.join(', ')}`,
    (m) => m.channel === desk && isRoot(m) && words.every((w) => wordsOf(m).includes(w)),
  );
const whisper = (who: PersonInSlack, ...words: string[]) =>
  who.message(words.join(', '), (m) => m.ephemeral && words.every((w) => wordsOf(m).includes(w)));
const tsOf = (said: ActAnswer) => (said.ok ? (said.ts ?? '') : '');
const formOf = (who: PersonInSlack, verb: string) =>
  who.await(`the form ${verb}`, ({ views }) => views.find((v) => v.callback_id === `form.${verb}`));
/** The boxes of a question, and which of them are ticked. */
function boxesOf(view: ViewSeen, field: string): { value: string; label: string; ticked: boolean }[] {
  const block = view.blocks.find(({ block_id }) => block_id === field) as unknown as {
    element: { options: { value: string; text: { text: string } }[]; initial_options?: { value: string }[] };
  };
  const { options, initial_options = [] } = block.element;
  return options.map(({ value, text }) => ({
    value,
    label: text.text,
    ticked: initial_options.some((one) => one.value === value),
  }));
}

/** Bao writes in the request channel, and it becomes a ticket that Ana has. */
async function raised(title: string): Promise<{ id: string; ts: string }> {
  const ts = tsOf(await bao.act({ do: 'send', channel: ask, text: title }));
  await ana.act({ do: 'react', channel: ask, ts, name: 'ticket' });
  const made = await card(title, 'New');
  await ana.press('Keep', made);
  await card(title, 'In progress');
  return { id: /T-\d+/.exec(wordsOf(made))![0], ts };
}
async function chooses(verb: 'link' | 'merge', id: string, query: string, other: string): Promise<ViewSeen> {
  await ana.command(desk, `${verb} ${id}`);
  const form = await formOf(ana, verb);
  const field = verb === 'link' ? 'with' : 'into';
  const option = (await ana.search(form, field, query)).find(({ text }) => text.text.includes(other))!;
  await ana.submit(form, { [field]: option });
  await ana.formsClosed();
  return form;
}

beforeAll(async () => {
  day = await openDay({ tickets: false });
  [bao, ana] = [day.person('bao'), day.person('ana')];
  [desk, ask] = [day.channel('support-desk'), day.channel('ask-support')];
});
afterAll(() => day.close());

describe('tickets that belong together', () => {
  test('are linked by searching for words, and each card shows the other', async () => {
    const [lamp, chair] = [await raised('The lamp flickers'), await raised('The chair squeaks')];
    await chooses('link', lamp.id, 'squeaks', chair.id);
    await card('The lamp flickers', `${chair.id} (In progress)`);
    await card('The chair squeaks', `${lamp.id} (In progress)`);
    await ana.command(desk, `prepare ${lamp.id}`);
    await card('The chair squeaks', `${lamp.id} (Preparing`);
    await bao.message('both of his', (m) => wordsOf(m).includes('The lamp flickers') && wordsOf(m).includes(chair.id));
  });

  test('are searched among those that a person may read', async () => {
    const [{ id }, other] = [await raised('The plant is dry'), await raised('The vase leaks')];
    const secret = await day.app.desk.open(personId(day.person('priya').id), {
      channel: 'home',
      type: 'other_technical',
      title: 'A salary nobody else may see',
      content: 'Secret',
      group: groupKey('it'),
    });
    expect(secret.kind).toBe('done');
    await ana.command(desk, `link ${id}`);
    const form = await formOf(ana, 'link');
    expect(await ana.search(form, 'with', 'salary')).toEqual([]);
    expect((await ana.search(form, 'with', '')).map(({ text }) => text.text).join()).toContain(other.id);
    await ana.act({ do: 'close', view_id: form.id });
  });
});

describe('tickets that are one', () => {
  test('what is written in the merged thread goes where it is solved, and the writer is told', async () => {
    const [printer, copier] = [await raised('The printer is stuck'), await raised('The copier is stuck')];
    await chooses('merge', copier.id, printer.id, printer.id);
    await card('The copier is stuck', 'Resolved', printer.id);
    await bao.reads(printer.id, copier.id);
    await bao.act({ do: 'send', channel: ask, text: 'It smells burnt too', thread_ts: copier.ts });
    await whisper(bao, printer.id);
    await ana.message(
      'the words among agents',
      (m) => m.channel === desk && !isRoot(m) && wordsOf(m).includes('burnt'),
    );
    const words = await day.rows<{ ticket: number }>(`select ticket from messages where text = 'It smells burnt too'`);
    expect(words.map(({ ticket }) => ticket)).toEqual([numberOf(printer.id)]);
    await bao.message(
      'his words in the other thread',
      (m) => isUnder({ ...m, ts: printer.ts }, m) && wordsOf(m).includes('burnt'),
    );
  });

  test('a merge of which nobody was told is undone', async () => {
    const { id } = await raised('The door is shut');
    const silent = await day.app.desk.open(personId(ana.id), {
      channel: 'agent',
      type: 'other_technical',
      title: 'The gate is shut',
      content: 'For Bao',
      requester: bao.id,
      to: ana.id,
      group: groupKey('support'),
      send_to_user: false,
    });
    if (silent.kind !== 'done') throw new Error(JSON.stringify(silent));
    const gate = `T-${silent.ticket.number}`;
    await chooses('merge', gate, 'door', id);
    await ana.press('Undo', await card('The gate is shut', '*Resolved*'));
    await card('The gate is shut', '*In progress*');
    expect(await day.ticket(silent.ticket.number)).toMatchObject({ state: 'in_progress', links: [] });
    expect(await day.replayed(silent.ticket.number)).toEqual(await day.ticket(silent.ticket.number));
  });
});

describe('a ticket that is several', () => {
  test('is split by the shortcut at a message of its thread, which is chosen already', async () => {
    const { id, ts } = await raised('My screen is black');
    const told = tsOf(await bao.act({ do: 'send', channel: ask, text: 'And the mouse is dead', thread_ts: ts }));
    await ana.message('it among agents', (m) => m.channel === desk && !isRoot(m) && wordsOf(m).includes('mouse'));
    await ana.act({ do: 'shortcut', callback_id: 'split_ticket', channel: ask, ts: told });
    const form = await formOf(ana, 'split');
    expect(boxesOf(form, 'messages').filter(({ ticked }) => ticked)).toMatchObject([
      { label: expect.stringContaining('And the mouse is dead') },
    ]);
    await ana.submit(form, { title: 'The mouse is dead' });
    await ana.formsClosed();
    await card('The mouse is dead', id);
  });

  test('from the agents’ thread too, and what is said there goes along as a note only', async () => {
    const { id, ts } = await raised('The beamer is dim');
    await bao.act({ do: 'send', channel: ask, text: 'And the curtain hangs', thread_ts: ts });
    const mirrored = await ana.message(
      'it among agents',
      (m) => m.channel === desk && !isRoot(m) && wordsOf(m).includes('curtain'),
    );
    const noted = tsOf(
      await ana.act({ do: 'send', channel: desk, text: 'CANARY he hung it', thread_ts: mirrored.thread_ts ?? '' }),
    );
    await day.kept('the note', `select 1 from messages where text like 'CANARY he%'`);
    for (const [at, field] of [[mirrored.ts, 'messages'] as const, [noted, 'notes'] as const]) {
      await ana.act({ do: 'shortcut', callback_id: 'split_ticket', channel: desk, ts: at });
      const form = await formOf(ana, 'split');
      expect(boxesOf(form, field).filter(({ ticked }) => ticked)).toHaveLength(1);
      expect(boxesOf(form, field === 'notes' ? 'messages' : 'notes').filter(({ ticked }) => ticked)).toEqual([]);
      await ana.act({ do: 'close', view_id: form.id });
      await ana.formsClosed();
    }
    await ana.command(desk, `split ${id}`);
    const form = await formOf(ana, 'split');
    const curtain = boxesOf(form, 'messages').find(({ label }) => label.includes('curtain'))!;
    const note = boxesOf(form, 'notes').find(({ label }) => label.includes('CANARY'))!;
    await ana.submit(form, { title: 'The curtain hangs', messages: curtain.value, notes: note.value });
    await ana.formsClosed();
    await card('The curtain hangs', id);
    expect((await bao.see()).messages.map(wordsOf).join()).not.toContain('CANARY');
  });

  test('is not split where there is none, nor by its requester', async () => {
    const ts = tsOf(await ana.act({ do: 'send', channel: day.channel('general'), text: 'Good morning' }));
    await ana.act({ do: 'shortcut', callback_id: 'split_ticket', channel: day.channel('general'), ts });
    await ana.await('why not', ({ views }) => views.find((v) => wordsOf(v).includes('no ticket to split')));
    const { ts: root } = await raised('The fan is loud');
    await bao.act({ do: 'shortcut', callback_id: 'split_ticket', channel: ask, ts: root });
    await bao.await('why not', ({ views }) => views.find((v) => wordsOf(v).includes('split')));
  });
});

describe('a message from elsewhere', () => {
  test('is added to a ticket as a note, once, with who wrote it and where', async () => {
    const { id } = await raised('The heating is off');
    const general = day.channel('general');
    const said = tsOf(await day.person('giulia').act({ do: 'send', channel: general, text: 'CANARY cold *here* too' }));
    for (const outcome of ['only agents read', 'added to']) {
      await ana.act({ do: 'shortcut', callback_id: 'add_to_ticket', channel: general, ts: said });
      const form = await formOf(ana, 'add');
      expect(wordsOf(form)).toContain('Giulia Conti wrote:');
      const [option] = await ana.search(form, 'into', 'heating');
      await ana.submit(form, { into: option!, text: 'Second floor' });
      const seen = await ana.await(outcome, ({ views }) => views.find((v) => wordsOf(v).includes(outcome)));
      await ana.act({ do: 'close', view_id: seen.id, all: true });
      await ana.formsClosed();
    }
    const notes = await day.rows<{ text: string; audience: string; surface: string }>(
      `select m.text, m.audience, e.surface from messages m join events e using (workspace, ticket, seq)
       where m.ticket = ${numberOf(id)}`,
    );
    expect(notes).toEqual([
      {
        audience: 'internal',
        surface: 'shortcut',
        text: expect.stringMatching(/^Second floor\n\nGiulia Conti wrote:\nCANARY cold \*here\* too\nhttp\S+$/),
      },
    ]);
    await ana.message('the note', (m) => m.channel === desk && !isRoot(m) && wordsOf(m).includes('CANARY cold'));
    expect(
      (await bao.see()).messages
        .filter(({ channel }) => channel !== general)
        .map(wordsOf)
        .join(),
    ).not.toContain('CANARY cold');
  });

  test('not by those who are no agents, and not where the app cannot read', async () => {
    const random = day.channel('random');
    const ts = tsOf(await bao.act({ do: 'send', channel: random, text: 'Mango again' }));
    await bao.act({ do: 'shortcut', callback_id: 'add_to_ticket', channel: random, ts });
    await bao.await('why not', ({ views }) => views.find((v) => wordsOf(v).includes('Only agents add')));
    await ana.act({ do: 'shortcut', callback_id: 'add_to_ticket', channel: random, ts });
    await ana.await('why not', ({ views }) => views.find((v) => wordsOf(v).includes('invite me first')));
  });
});

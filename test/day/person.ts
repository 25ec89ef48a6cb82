import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyBlock } from '@slack/types';
import { richText } from '../../local-slack/core/rich-text.ts';
import { textOf } from '../../src/slack/kit.ts';
import type { Act, ActAnswer, Message, Place, Sight, StateValues, ViewSeen } from '../../local-slack/wire.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Doing = Without<Act, 'as'>;
type Option = { text: { text: string }; value: string };
type Element = {
  type: string;
  action_id?: string;
  text?: { text: string };
  options?: Option[];
  option_groups?: { options?: Option[] }[];
};

const WAIT_MS = 30_000;

/** One person in local-slack, who sees what he sees and does what people do, by the words on the screen. */
export class PersonInSlack {
  readonly url: string;
  readonly id: string;
  constructor(url: string, id: string) {
    this.url = url;
    this.id = id;
  }

  async act(doing: Doing): Promise<ActAnswer> {
    const answer = await fetch(`${this.url}/_local/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: this.id, ...doing }),
    });
    const said = (await answer.json()) as ActAnswer;
    if (!said.ok) throw new Error(`${doing.do} as ${this.id}: ${said.error}`);
    return said;
  }

  async see(): Promise<Sight> {
    const answer = await fetch(`${this.url}/_local/state?as=${this.id}`);
    return (await answer.json()) as Sight;
  }

  /** Waits until something is on the screen, and gives it. */
  async await<T>(what: string, find: (sight: Sight) => T | null | undefined | false): Promise<T> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      const sight = await this.see();
      const found = find(sight);
      if (found) return found;
      if (Date.now() > until) throw new Error(`${this.id} does not see ${what}. Sees:\n${describe(sight)}`);
      await sleep(25);
    }
  }

  message(what: string, has: (message: Message) => boolean): Promise<Message> {
    return this.await(what, ({ messages }) => messages.findLast(has));
  }

  /** A message whose words, blocks included, contain all of these. */
  reads(...words: string[]): Promise<Message> {
    return this.message(`"${words.join('" and "')}"`, (message) =>
      words.every((word) => wordsOf(message).includes(word)),
    );
  }

  form(title: string): Promise<ViewSeen> {
    return this.await(`a form "${title}"`, ({ views }) =>
      views.findLast((view) => view.type === 'modal' && view.title.text.includes(title)),
    );
  }

  /** A window whose words, blocks included, contain all of these. */
  window(...words: string[]): Promise<ViewSeen> {
    return this.await(`a window with ${words.join(', ')}`, ({ views }) =>
      views.findLast((view) => view.type === 'modal' && words.every((word) => wordsOf(view).includes(word))),
    );
  }

  async closeAll(): Promise<void> {
    for (const { id } of (await this.see()).views.filter(({ type }) => type === 'modal'))
      await this.act({ do: 'close', view_id: id });
  }

  async formsClosed(): Promise<void> {
    await this.await('that all forms are closed', ({ views }) => views.length === 0);
  }

  /** Presses a button or chooses from the three dots, by its words; in a form with what is written there. */
  async press(label: string, on: Message | ViewSeen, written: Filled = {}): Promise<ActAnswer> {
    const place: Place =
      'ts' in on ? { kind: 'message', channel: on.channel, ts: on.ts } : { kind: 'view', view_id: on.id };
    const found = elementsOf(on.blocks).flatMap(({ block_id, element }) => {
      if (element.type === 'button' && shown(element.text) === label)
        return [{ block_id, action_id: element.action_id ?? '', value: {} }];
      const option =
        element.type === 'overflow' ? element.options?.find(({ text }) => shown(text) === label) : undefined;
      return option ? [{ block_id, action_id: element.action_id ?? '', value: { selected_option: option } }] : [];
    })[0];
    if (!found) throw new Error(`There is no "${label}" on: ${wordsOf(on)}`);
    const state = 'ts' in on || Object.keys(written).length === 0 ? {} : { state: filled(on, written) };
    return this.act({ do: 'click', place, ...found, ...state });
  }

  /** Answers the questions of a form by their names and sends it. */
  submit(view: ViewSeen, answers: Filled): Promise<ActAnswer> {
    return this.act({ do: 'submit', view_id: view.id, values: filled(view, answers) });
  }

  /** Chooses in a form that tells the app at once, with the other answers as they stand. */
  choose(view: ViewSeen, block_id: string, value: string, answers: Filled): Promise<ActAnswer> {
    const state = filled(view, { ...answers, [block_id]: value });
    const place: Place = { kind: 'view', view_id: view.id };
    return this.act({
      do: 'click',
      place,
      block_id,
      action_id: 'value',
      value: state[block_id]?.['value'] ?? {},
      state,
    });
  }

  /** Types into a menu that asks the app for its choices. */
  async search(view: ViewSeen, block_id: string, query: string): Promise<Option[]> {
    const place: Place = { kind: 'view', view_id: view.id };
    const said = await this.act({ do: 'options', place, block_id, action_id: 'value', query });
    return said.ok ? ((said.options ?? []) as Option[]) : [];
  }

  command(channel: string, text: string): Promise<ActAnswer> {
    return this.act({ do: 'command', channel, command: '/ticket', text });
  }
}

/** Slack marks the first message of a thread with its own number. */
export const isRoot = ({ ts, thread_ts }: Message) => thread_ts === undefined || thread_ts === ts;
export const isUnder = (root: Message, { ts, thread_ts }: Message) => thread_ts === root.ts && ts !== root.ts;

/** A list where several may be chosen. */
export type Filled = Record<string, string | Date | Option | readonly (string | Option)[]>;

/** Answers in the shape of `view.state.values`, as the elements of the form want them. */
function filled({ blocks }: ViewSeen, answers: Filled): StateValues {
  return Object.fromEntries(
    Object.entries(answers).map(([block_id, answer]) => {
      const block = blocks.find((one) => one.block_id === block_id);
      if (!block || !('element' in block)) throw new Error(`The form does not ask "${block_id}".`);
      return [block_id, { value: valueOf(block.element as Element, answer) }];
    }),
  );
}

function valueOf(element: Element, answer: Filled[string]) {
  const { type } = element;
  if (type === 'file_input') return { type, files: answer };
  if (Array.isArray(answer)) return several(element, answer as readonly (string | Option)[]);
  if (answer instanceof Date) return { type, selected_date_time: Math.ceil(answer.getTime() / 1000) };
  if (typeof answer === 'object') return { type, selected_option: answer };
  if (type === 'datepicker') return { type, selected_date: answer };
  if (type === 'users_select') return { type, selected_user: answer };
  const options = element.options ?? element.option_groups?.flatMap((group) => group.options ?? []);
  if (type === 'rich_text_input') return rich(answer);
  if (!options) return { type, value: answer === '' ? null : answer };
  if (type === 'checkboxes' && answer === '') return { type, selected_options: [] };
  const option = options.find(({ value }) => value === answer);
  if (!option) throw new Error(`"${answer}" is not among ${options.map(({ value }) => value).join(', ')}`);
  return type === 'checkboxes' ? { type, selected_options: [option] } : { type, selected_option: option };
}

/** What somebody types into an input for rich text, which makes styles of the signs for them. */
export const rich = (text: string) => ({
  type: 'rich_text_input',
  rich_text_value: text.trim() === '' ? null : richText(escaped(text), 'typed'),
});
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** The words that stand in an input when its form opens. */
export const begun = ({ initial_value: first }: { initial_value?: unknown }): string | undefined =>
  typeof first === 'object' ? textOf(first) : typeof first === 'string' ? first : undefined;
/** What stands in the inputs of a form when it opens, by their blocks. */
export const standing = ({ blocks }: ViewSeen): Record<string, unknown> =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      if (!('element' in block)) return [];
      const element = block.element as unknown as Record<string, unknown>;
      const option = element['initial_option'] as { value: string } | undefined;
      const value = begun(element) ?? option?.value ?? element['initial_date_time'];
      return value === undefined ? [] : [[block.block_id, value]];
    }),
  );

function several({ type, options = [] }: Element, answers: readonly (string | Option)[]) {
  if (type === 'file_input') return { type, files: answers };
  if (type === 'multi_users_select') return { type, selected_users: answers };
  const selected_options = answers.map((answer) =>
    typeof answer === 'string' ? options.find(({ value }) => value === answer) : answer,
  );
  if (selected_options.includes(undefined)) throw new Error(`Not all of ${JSON.stringify(answers)} can be chosen`);
  return { type, selected_options };
}

/** As the page draws it. */
const shown = (text: { text: string } | undefined) =>
  text?.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function elementsOf(blocks: readonly AnyBlock[]): { block_id: string; element: Element }[] {
  return blocks.flatMap((block) => {
    const { block_id = '', ...rest } = block;
    const elements = 'elements' in rest && Array.isArray(rest.elements) ? (rest.elements as Element[]) : [];
    const accessory = 'accessory' in rest && rest.accessory ? [rest.accessory as Element] : [];
    return [...elements, ...accessory].map((element) => ({ block_id, element }));
  });
}

/** All words of a message or a view, as text. */
export function wordsOf({ blocks, ...rest }: { blocks: readonly unknown[]; text?: string }): string {
  const words: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node === 'string') return;
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node === 'object' && node !== null) {
      if ('text' in node && typeof node.text === 'string') words.push(node.text);
      Object.values(node).forEach(visit);
    }
  };
  visit(blocks);
  return words.length > 0 ? words.join('\n') : (rest.text ?? '');
}

const describe = ({ messages, views }: Sight) =>
  [
    ...messages
      .slice(-6)
      .map((m) => `[${m.channel} ${m.ts}${m.thread_ts ? ` in ${m.thread_ts}` : ''}] ${wordsOf(m).slice(0, 300)}`),
    ...views.map((v) => `(view) ${wordsOf(v).slice(0, 500)}`),
  ].join('\n');

import type { InputBlock, KnownBlock } from '@slack/types';
import type { Written } from '../../desk/drafts.ts';
import { chosenIn } from '../../domain/fields.ts';
import { LIMITS, rewritten, startOf, textOf } from '../kit.ts';
import { isBlock, TEXT } from './blocks.ts';

type Answer = Written['answers'][string];

/** A form with these answers in it, as if they had been given there; what a question does not take any more is left out. */
export const refilled = (blocks: readonly KnownBlock[], answers: Written['answers']): KnownBlock[] =>
  blocks.map((block) => {
    const answer = block.type === 'input' ? answers[block.block_id ?? ''] : undefined;
    return block.type === 'input' && answer !== undefined ? { ...block, element: answered(block, answer) } : block;
  });

const WRITTEN: readonly string[] = ['plain_text_input', 'rich_text_input'];

/** Whether somebody has typed anything: what is chosen beforehand is nobody's words. */
export const isTypedIn = (blocks: readonly KnownBlock[], answers: Written['answers']): boolean =>
  blocks.some((block) => {
    if (block.type !== 'input' || !WRITTEN.includes(block.element.type)) return false;
    const answer = answers[isBlock(TEXT, block.block_id) ? TEXT : (block.block_id ?? '')];
    return typeof answer === 'string' && answer.trim() !== '';
  });

/** As Slack takes it. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** How an answer is put into an element of each kind; what Slack does not put back stands in none of them. */
function answered({ element }: InputBlock, answer: Answer): InputBlock['element'] {
  const [one = ''] = [answer].flat();
  const { type } = element;
  if (type === 'plain_text_input')
    return {
      ...element,
      initial_value: startOf(begun(element.initial_value, one), element.max_length ?? LIMITS.input),
    };
  if (type === 'rich_text_input')
    return rewritten(element, begun(element.initial_value && textOf(element.initial_value), one));
  if (type === 'email_text_input' || type === 'url_text_input') return { ...element, initial_value: one };
  if (type === 'number_input') return NUMBER.test(one) ? { ...element, initial_value: one } : element;
  if (type === 'radio_buttons') return chosenOne(element, one);
  if (type === 'static_select') return chosenOne(element, one);
  if (type === 'checkboxes') return chosenOnes(element, [answer].flat());
  if (type === 'multi_static_select') return chosenOnes(element, [answer].flat().flatMap(chosenIn));
  if (type === 'users_select') return { ...element, initial_user: one };
  if (type === 'multi_users_select') return { ...element, initial_users: [answer].flat() };
  if (type === 'datepicker') return DAY.test(one) ? { ...element, initial_date: one } : element;
  if (type !== 'datetimepicker') return element;
  const moment = Math.floor(Date.parse(one) / 1000);
  return Number.isNaN(moment) ? element : { ...element, initial_date_time: moment };
}

type One<O> = { options?: O[]; option_groups?: { options: O[] }[]; initial_option?: O };
function chosenOne<O extends { value?: string }, E extends One<O>>(element: E & One<O>, answer: string): E {
  const all = element.options ?? element.option_groups?.flatMap(({ options }) => options) ?? [];
  const chosen = all.find(({ value }) => value === answer);
  return chosen ? { ...element, initial_option: chosen } : element;
}

type Several<O> = { options?: O[]; initial_options?: O[] };
function chosenOnes<O extends { value?: string }, E extends Several<O>>(
  element: E & Several<O>,
  answers: readonly string[],
): E {
  const { initial_options: _, ...rest } = element;
  const chosen = element.options?.filter(({ value }) => value !== undefined && answers.includes(value)) ?? [];
  return { ...rest, ...(chosen.length > 0 && { initial_options: chosen }) } as E;
}

/** Words with which the form begins anyway come behind what was written. */
const begun = (words: string | undefined, written: string): string =>
  words === undefined || written.includes(words) ? written : `${written.trimEnd()}\n\n${words}`;

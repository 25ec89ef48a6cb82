import type { InputBlock, KnownBlock } from '@slack/types';
import type { Written } from '../../desk/drafts.ts';
import type { Answers } from '../codec.ts';
import { refilled } from '../composer/refill.ts';
import { context, inline } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';

type Kept = Written['answers'];
const idOf = ({ block_id = '' }: KnownBlock): string => block_id;
const isFiles = (block: KnownBlock): boolean => block.type === 'input' && block.element.type === 'file_input';

/** Answers as they are kept; of files their names. */
export const keepable = (answers: Answers): [string, string | string[]][] =>
  Object.entries(answers).map(([id, answer = []]) => [
    id,
    typeof answer === 'string' ? answer : answer.map((one) => (typeof one === 'string' ? one : one.name)),
  ]);

/** What stands in a form, to be given again: also that a question was left empty. Of files only where there are any. */
export function standingIn(answers: Answers, blocks: readonly KnownBlock[]): Kept {
  const files = new Set(blocks.filter(isFiles).map(idOf));
  return Object.fromEntries(keepable(answers).filter(([id, answer]) => answer.length > 0 || !files.has(id)));
}

/**
 * A form with what was answered to its questions before, where they do not stand in the window as it is: there, Slack keeps
 * what is in them. Files cannot be put back; which ones, is said.
 */
export function answeredAgain(
  blocks: readonly KnownBlock[],
  kept: Kept,
  standing: Answers,
  { drafts }: Catalog,
): KnownBlock[] {
  const lost = blocks.filter((block) => isFiles(block) && (standing[idOf(block)] ?? []).length === 0);
  const names = lost.flatMap((block) => kept[idOf(block)] ?? []).map(inline);
  const first = lost.find((block) => kept[idOf(block)] !== undefined);
  return blocks.flatMap((block) => [
    ...(block === first && names.length > 0 ? [context(drafts.chooseAgain(names))] : []),
    block.type === 'input' && !(idOf(block) in standing) ? again(block, kept[idOf(block)]) : block,
  ]);
}

function again(block: InputBlock, answer: Kept[string] | undefined): KnownBlock {
  if (answer === undefined || isFiles(block)) return block;
  const bare = Object.fromEntries(Object.entries(block.element).filter(([key]) => !key.startsWith('initial_')));
  const empty = { ...block, element: bare as unknown as InputBlock['element'] };
  return answer.length === 0 ? empty : (refilled([empty], { [idOf(block)]: answer })[0] ?? block);
}

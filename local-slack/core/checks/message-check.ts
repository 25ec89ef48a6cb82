import { refuse } from '../refusal.ts';
import type { Obj } from '../model.ts';
import { block, uniqueIds } from './blocks.ts';
import { type Ground, NO_APP } from './ground.ts';
import { tableChars } from './tables.ts';
import { type Problem, type Report, createReport, isObj } from './rule.ts';

const MOST_BLOCKS = 50;
/** Not documented; seen in live answers: about 12,000 and a buffer, entities counted as written, a header 100 more. */
const MOST_RENDERED = 13_200;
const HEADER_COSTS = 100;
const ONE_TABLE = 'only_one_table_allowed';
const MOST_MARKDOWN = 12_000;

export function messageProblems(blocks: unknown, ground: Ground = NO_APP): Problem[] {
  const report = createReport('message', ground);
  if (!Array.isArray(blocks)) report.say('/blocks', 'must provide an array');
  else {
    if (blocks.length > MOST_BLOCKS) report.say('/blocks', `no more than ${MOST_BLOCKS} items allowed`);
    for (const [n, one] of blocks.entries()) block(one, `/blocks/${n}`, report);
    const whole = blocks.filter(isObj);
    uniqueIds(whole, '/blocks', report);
    perMessage(whole, report);
  }
  return report.problems;
}

function perMessage(blocks: Obj[], report: Report): void {
  const say = (message: string): void => report.say('/blocks', message);
  const of = (...types: string[]): Obj[] => blocks.filter((one) => types.some((type) => type === one['type']));
  const tables = of('table', 'data_table');
  if (tables.length > 1) say(ONE_TABLE);
  if (tables.reduce((sum, table) => sum + tableChars(table), 0) > 10_000)
    say('table content must be less than 10001 characters');
  if (of('data_visualization').length > 2) say('no more than 2 data_visualization blocks allowed');
  const markdown = of('markdown').reduce(
    (sum, one) => sum + (typeof one['text'] === 'string' ? one['text'].length : 0),
    0,
  );
  if (markdown > MOST_MARKDOWN && report.ground.strictness.markdown_limit === 'message')
    say('markdown blocks must be less than 12001 characters in all');
}

/** Characters a reader would see, with `&`, `<` and `>` as entities. */
export function renderedLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + renderedLength(one), 0);
  if (!isObj(value)) return 0;
  const own = typeof value['text'] === 'string' ? entities(value['text']) : 0;
  const extra = value['type'] === 'header' ? HEADER_COSTS : 0;
  const inside = Object.values(value).filter((one) => typeof one === 'object');
  return own + extra + inside.reduce((sum: number, one) => sum + renderedLength(one), 0);
}

function entities(text: string): number {
  return text
    .replace(/&(?:amp|lt|gt);/g, '12345')
    .replace(/&/g, '12345')
    .replace(/[<>]/g, '1234').length;
}

export function refuseBlocks(problems: Problem[], code = 'invalid_blocks'): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ at, message }) => `${message} [json-pointer:${at}]`);
  refuse(code, { errors: lines, response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) } });
}

/** Blocks of a message, checked; `limitText` is off for response URLs, which Slack does not hold to it. */
export function checkedBlocks(blocks: unknown, ground: Ground, limitText = true): Obj[] {
  const problems = messageProblems(blocks, ground);
  // A second table is Slack's one fault of blocks that it puts down to attachments.
  const oneTable = problems.every(({ message }) => message === ONE_TABLE);
  refuseBlocks(problems, oneTable ? 'invalid_attachments' : 'invalid_blocks');
  if (limitText && renderedLength(blocks) > MOST_RENDERED) refuse('msg_blocks_too_long');
  return blocks as Obj[];
}

import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type FileRef, fileRef, shortName } from '../../domain/files.ts';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import type { Scheduled } from '../../domain/scheduled.ts';
import { type Answers, VALUE } from '../codec.ts';
import { ask } from '../forms/ask.ts';
import { FILES } from '../forms/files.ts';
import { multiSelect } from '../kit.ts';
import type { Parts } from '../parts.ts';
import type { Catalog } from '../words/catalog.ts';

const KEPT = 'kept_files';
const LONGEST = 70;

/** Files that go with an answer. */
export const filesOfAnswer = ({ answer }: Pick<Scheduled, 'answer'>): FileRef[] =>
  z.array(fileRef).safeParse(answer['files']).data ?? [];

/** Slack puts no file back into a form: those that go already stand beside it, all of them chosen. */
export function withKeptAsked(blocks: readonly KnownBlock[], one: Scheduled, { sending }: Catalog): KnownBlock[] {
  const files = filesOfAnswer(one);
  if (files.length === 0) return [...blocks];
  const choices = files.map(({ id, name }) => ({ value: id, label: shortName(name, LONGEST) }));
  const kept = multiSelect(VALUE, choices, { initial: files.map(({ id }) => id) });
  return blocks.flatMap((block) =>
    block.block_id === FILES ? [block, ask(KEPT, sending.kept, kept, { optional: true })] : [block],
  );
}

type From = { number: TicketNumber; user: PersonId; replaces: number | undefined; answers: Answers };

/** What was answered, with the files that go on going with it. */
export async function withKept<Input extends Record<string, unknown>>(
  { desk }: Pick<Parts, 'desk'>,
  { number, user, replaces, answers }: From,
  input: Input,
): Promise<Input> {
  const kept = answers[KEPT];
  if (replaces === undefined || !Array.isArray(kept) || kept.length === 0) return input;
  const looked = await desk.look(number, user);
  const one = 'kind' in looked ? null : looked.ticket.scheduled;
  if (one?.seq !== replaces) return input;
  const files = filesOfAnswer(one).filter(({ id }) => kept.some((each: unknown) => each === id));
  const more = Array.isArray(input['files']) ? (input['files'] as FileRef[]) : [];
  return { ...input, files: [...files, ...more] };
}

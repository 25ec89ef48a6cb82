import type { ViewResponseAction } from '@slack/bolt';
import { judgeFiles } from '../../domain/files.ts';
import { groupKey, type GroupKey, type TicketNumber } from '../../domain/language.ts';
import type { Submission } from '../codec.ts';
import { fileBlocks } from '../forms/fields.ts';
import { FILES, filesOf } from '../forms/files.ts';
import { languageOf, type Parts } from '../parts.ts';
import { refusedSentence } from './taking.ts';

/** In a form nothing has gone anywhere yet: what the group does not take stands under its question. */
export function refusedFiles(
  parts: Parts,
  { user, answers }: Submission,
  group: GroupKey | undefined,
): ViewResponseAction | undefined {
  const policy = parts.book().groups.find(({ key }) => key === group)?.policies.files;
  const asked = [{ block: FILES, files: filesOf(answers) }, ...fileBlocks(answers)];
  const faults = asked.flatMap(({ block, files }) => {
    const { refused } = policy ? judgeFiles(policy, files) : { refused: [] };
    return refused.length === 0 ? [] : [[block, refusedSentence(refused, languageOf(parts, user))]];
  });
  return faults.length === 0 ? undefined : { response_action: 'errors', errors: Object.fromEntries(faults) };
}

export const groupOf = async ({ desk }: Parts, number: TicketNumber): Promise<GroupKey | undefined> =>
  (await desk.reading(number))?.ticket.group;

/** To whom a new request goes. */
export function newGroup({ book }: Parts, { group, type }: Record<string, unknown>): GroupKey | undefined {
  if (typeof group === 'string') return groupKey(group);
  return book().types.find(({ key }) => key === type)?.group;
}

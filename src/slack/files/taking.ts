import { type FilePolicy, type FileRef, judgeFiles, type RefusedFile, shortName } from '../../domain/files.ts';
import type { Language, TicketNumber } from '../../domain/language.ts';
import { inline, message, section } from '../kit.ts';
import { traceOf } from '../log.ts';
import type { Parts, Said } from '../parts.ts';
import { wordsOf } from '../words/catalog.ts';
import { refOf, slackFile } from './given.ts';

const NAME = 60;

/** Which of the files that came with a message a group takes. What Slack has not told of one is asked for. */
async function takeFiles(parts: Parts, policy: FilePolicy, files: readonly FileRef[]) {
  return judgeFiles(
    policy,
    await Promise.all(files.map(async (file) => (isKnown(file) ? file : askedFor(parts, file)))),
  );
}

/** The same of the group that has this ticket. */
export async function takenBy(parts: Parts, number: TicketNumber, files: readonly FileRef[]) {
  const policy = files.length > 0 ? (await parts.desk.reading(number))?.group.policies.files : undefined;
  return policy ? takeFiles(parts, policy, files) : { taken: [], refused: [] };
}

const isKnown = ({ type, size }: FileRef): boolean => type !== undefined && size !== undefined;

async function askedFor({ read, log }: Parts, file: FileRef): Promise<FileRef> {
  try {
    const told = slackFile.safeParse((await read.files.info({ file: file.id })).file);
    return told.success ? refOf(told.data) : file;
  } catch (error) {
    log.warn({ file: file.id, ...traceOf(error) }, 'Slack does not tell what a file is');
    return file;
  }
}

/** Why files are not taken, to whoever sent them. */
export function refusedMessage(refused: readonly RefusedFile[], language: Language): Said {
  const { files } = wordsOf(language);
  const lines = refused.map(
    (file) => `📎 ${files.refused({ ...file, name: `“${inline(shortName(file.name, NAME))}”` })}`,
  );
  const text = [...lines, files.wentOn(refused.length)].join('\n');
  return message(text, [section(text)]);
}

/** The same under the question in a form. */
export function refusedSentence(refused: readonly RefusedFile[], language: Language): string {
  const { files } = wordsOf(language);
  const why = refused.map((file) => files.refused({ ...file, name: `“${shortName(file.name, NAME)}”` }));
  return [...why, files.takeOut(refused.length)].join(' ');
}

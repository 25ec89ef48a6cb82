import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { SentFile } from '../../desk/files.ts';
import type { Told } from '../../desk/told.ts';
import { filesAnswered } from '../../domain/fields.ts';
import { shortName } from '../../domain/files.ts';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import { type Choice, context, cut, inline, section } from '../kit.ts';
import { traceOf } from '../log.ts';
import { languageOf, type Parts } from '../parts.ts';
import { filesIn, linksTo } from '../views/events.ts';
import { isGone } from './copying.ts';
import { rawName } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';

const NAME = 40;
const LONGEST = 2500;
/** As many boxes as Slack shows at once. */
const MOST_OFFERED = 10;

const answers = z.record(z.string(), z.string()).catch({});
/** The files of one event: with what was said, or as an answer to a question. */
const given = (told: Told): { name: string; link: string; id?: unknown }[] => [
  ...filesIn(told),
  ...[told.input['fields'], told.input['agent_fields']].flatMap((said) =>
    Object.values(answers.parse(said)).flatMap(filesAnswered),
  ),
];

/** What masking does not reach in a ticket's files: those of ours are offered to be deleted, those of people are named. */
export type Unreached = { offered: Choice[]; says: KnownBlock[] };

export async function unreachedFiles(
  parts: Parts,
  user: PersonId,
  number: TicketNumber,
  told: readonly Told[],
): Promise<Unreached> {
  const { masking } = wordsOf(languageOf(parts, user));
  const own = await parts.store.files.of(parts.desk.workspace, number);
  const offered = own.slice(-MOST_OFFERED).map((file) => ({
    value: String(file.id),
    label: labelOf(parts, user, file, told),
    description: `${file.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  }));
  const links = told.flatMap((one) => linksTo(given(one)) || []);
  const more = own.length - offered.length;
  return {
    offered,
    says: [
      ...(more > 0 ? [context(masking.moreFiles(more))] : []),
      ...(links.length > 0 ? [section(masking.theirFiles(cut(links.join(' '), LONGEST)))] : []),
    ],
  };
}

function labelOf({ book }: Parts, user: PersonId, file: SentFile, told: readonly Told[]): string {
  const words = wordsOf(languageOf({ book }, user));
  if (file.kind !== 'copy') return words.masking.ownFile[file.kind](rawName(book(), file.person, words));
  const named = told.flatMap(given).find(({ id }) => id === file.original);
  return words.masking.copies[file.side](shortName(named?.name ?? file.original, NAME));
}

/** Of what was ticked, what really is of this ticket and ours. */
export async function toRemove({ store, desk }: Parts, number: TicketNumber, ticked: unknown): Promise<SentFile[]> {
  if (!Array.isArray(ticked) || ticked.length === 0) return [];
  const own = await store.files.of(desk.workspace, number);
  return own.filter(({ id }) => ticked.includes(id));
}

/** Deletes files of ours in Slack, those that are gone already too; what became of it, in words. */
export async function removeFiles(parts: Parts, user: PersonId, files: readonly SentFile[]): Promise<KnownBlock[]> {
  if (files.length === 0) return [];
  const { masking } = wordsOf(languageOf(parts, user));
  const failed: string[] = [];
  await Promise.all(
    files.map(async ({ file }) => {
      try {
        await parts.read.files.delete({ file });
      } catch (error) {
        if (isGone(error)) return;
        parts.log.warn({ file, ...traceOf(error) }, 'a file of ours could not be deleted');
        failed.push(file);
      }
    }),
  );
  const deleted = files.filter(({ file }) => !failed.includes(file));
  await parts.store.files.deleted(
    parts.desk.workspace,
    deleted.map(({ id }) => id),
  );
  return [
    ...(deleted.length > 0 ? [section(masking.deleted(deleted.length))] : []),
    ...(failed.length > 0 ? [section(masking.notDeleted(inline(failed.join(', ')), failed.length))] : []),
  ];
}

import type { InputBlock } from '@slack/types';
import type { FileRef } from '../../domain/files.ts';
import { type Answers, VALUE } from '../codec.ts';
import { fileInput } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';
import { ask } from './ask.ts';

/** The block in which files are asked for. */
export const FILES = 'files';

export const filesAsked = ({ forms }: Catalog): InputBlock =>
  ask(FILES, forms.files, fileInput(VALUE), { optional: true });

export const filesOf = ({ [FILES]: files }: Answers): FileRef[] =>
  Array.isArray(files) ? files.filter((file: string | FileRef): file is FileRef => typeof file !== 'string') : [];

/** Files under the name that a verb takes them by; nothing where there are none. */
export function filesIn(answers: Answers): { files?: FileRef[] } {
  const files = filesOf(answers);
  return files.length > 0 ? { files } : {};
}

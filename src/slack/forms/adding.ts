import type { ModalView } from '@slack/types';
import { type Answers, formId, metadata, VALUE } from '../codec.ts';
import type { FileRef } from '../../domain/files.ts';
import type { PersonId } from '../../domain/language.ts';
import { context, esc, modal, quote, searchSelect, section } from '../kit.ts';
import { nameOf, rawName, type Scene } from '../views/facts.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { ask, askText } from './ask.ts';

/** A message of Slack as it is added to a ticket: files by reference. */
export type Quoted = { author: PersonId | null; text: string; files: readonly FileRef[] };

type AddModel = Scene & { quoted: Quoted; at: { channel: string; ts: string } };

/** To which ticket a message is added, and what is said with it. */
export function addForm({ quoted, at, book, language }: AddModel): ModalView {
  const words = wordsOf(language);
  const { title, submit, ask: questions } = words.adding;
  const names = quoted.files.map(({ name }) => esc(name)).join(', ');
  return modal({ title, submit, close: words.forms.close, callback: formId('add'), metadata: metadata({ from: at }) }, [
    section(
      [words.adding.wrote(nameOf(book, quoted.author, words)), quoted.text && quote(quoted.text, MOST_SHOWN)]
        .filter(Boolean)
        .join('\n'),
    ),
    ...(names === '' ? [] : [context(`📎 ${names}`)]),
    ask('into', questions.into, searchSelect(VALUE, { placeholder: questions.into.placeholder })),
    askText('text', questions.text, { optional: true }),
  ]);
}

const MOST_SHOWN = 1000;
/** Of one note, with room for what is said with it. */
const LONGEST = 30_000;

export const readAdd = (answers: Answers) => ({ into: given(answers, 'into'), text: given(answers, 'text') });

/** The note: what the agent says to it, who wrote it, the words, and where they stand. */
export function noteOf(
  { author, text }: Quoted,
  link: string,
  said: string | undefined,
  { book, words }: Pick<Scene, 'book'> & { words: Catalog },
): string {
  return [
    ...(said === undefined ? [] : [said, '']),
    words.adding.wrote(rawName(book, author, words)),
    ...(text === '' ? [] : [text.slice(0, LONGEST)]),
    link,
  ].join('\n');
}

import type { InputBlock } from '@slack/types';
import { answerOfFiles, chosen, chosenIn, type Field, inLanguage } from '../../domain/fields.ts';
import type { Language, PersonId } from '../../domain/language.ts';
import { LONGEST_MATCHED } from '../../domain/patterns.ts';
import type { FileRef } from '../../domain/files.ts';
import { type Answers, VALUE } from '../codec.ts';
import {
  day,
  emailInput,
  fileInput,
  heard,
  input,
  multiSelect,
  numberInput,
  select,
  textInput,
  urlInput,
  userSelect,
} from '../kit.ts';
import { given } from './answers.ts';

/** In one answer. */
const MOST_FILES = 5;

/** The block in which a type's own question is asked. */
export const fieldBlock = (key: string) => `fields.${key}`;
/** Named so, a box that is left empty changes nothing. */
const keptBlock = (key: string) => `${fieldBlock(key)}.kept`;
/** Is it the block of such a question, and of this one? */
export const isField = (block: string): boolean => keyIn(block) !== undefined;
export const isFieldOf = (key: string, block: string): boolean => keyIn(block) === key;
const keyIn = (block: string): string | undefined => /^fields\.([^.]+)/.exec(block)?.[1];
/** What was known of one person is not kept in the form when it is for another. */
const blockFor = ({ key, remember, prefill }: Field, person: PersonId | undefined) =>
  person !== undefined && (remember || prefill) ? `${fieldBlock(key)}.${person}` : fieldBlock(key);

/** The files of one answer. */
const filesIn = (answer: Answers[string]): FileRef[] =>
  Array.isArray(answer) ? answer.filter((each: string | FileRef): each is FileRef => typeof each !== 'string') : [];

/** The files that were put into a type's own questions. */
export const filesOfFields = (answers: Answers): FileRef[] => fileBlocks(answers).flatMap(({ files }) => files);
/** The same, each with where it was put. */
export const fileBlocks = (answers: Answers): { block: string; files: FileRef[] }[] =>
  Object.keys(answers).flatMap((block) => {
    const files = keyIn(block) === undefined ? [] : filesIn(answers[block]);
    return files.length === 0 ? [] : [{ block, files }];
  });

/** The answers to a type's own questions. */
export const fieldsIn = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    Object.keys(answers).flatMap((block) => {
      const key = keyIn(block);
      if (key === undefined) return [];
      const all = answers[block];
      const several = Array.isArray(all) ? all.filter((each): each is string => typeof each === 'string') : [];
      const files = filesIn(all);
      const answer =
        files.length > 0 ? answerOfFiles(files) : several.length > 0 ? chosen(several) : given(answers, block);
      return answer === undefined ? [] : [[key, answer]];
    }),
  );

/** The same where they were answered before: what was emptied is taken away. */
export function editedFields(answers: Answers): { fields?: Record<string, string> } {
  const asked = Object.keys(answers)
    .filter((block) => !block.endsWith('.kept'))
    .flatMap((block) => keyIn(block) ?? []);
  const emptied = Object.fromEntries(asked.map((key) => [key, '']));
  const fields = { ...emptied, ...fieldsIn(answers) };
  return Object.keys(fields).length === 0 ? {} : { fields };
}

type Asking = {
  initial?: string | undefined;
  person?: PersonId;
  kept?: boolean;
  /** Tells us of the answer as it is given. */
  tells?: boolean;
};
/** One question of a type, in the kind of box that fits its answer. */
export function askField(
  asked: Field,
  language: Language,
  { initial, person, kept = false, tells = false }: Asking = {},
): InputBlock {
  const element = elementOf(asked, language, initial);
  const frame = {
    field: kept ? keptBlock(asked.key) : blockFor(asked, person),
    label: inLanguage(asked.label, language),
    hint: asked.hint && inLanguage(asked.hint, language),
    optional: asked.required !== true,
  };
  return tells && asked.ask !== 'file' ? input({ ...frame, tells }, heard(element)) : input(frame, element);
}

function elementOf(
  { ask, options = [], pattern, types }: Field,
  language: Language,
  initial?: string,
): InputBlock['element'] {
  const choices = options.map(({ key, label }) => ({ value: key, label: inLanguage(label, language) }));
  const line = (max?: number) =>
    textInput(VALUE, { initial, ...(pattern === undefined ? max !== undefined && { max } : { max: LONGEST_MATCHED }) });
  switch (ask) {
    case 'line':
      return line();
    case 'customer':
    case 'phone':
      return line(40);
    case 'text':
      return textInput(VALUE, { multiline: true, initial, ...(pattern !== undefined && { max: LONGEST_MATCHED }) });
    case 'choice':
      return choices.length === 0 ? line() : select(VALUE, choices, { initial });
    case 'several':
      return choices.length === 0 ? line() : multiSelect(VALUE, choices, { initial: chosenIn(initial ?? '') });
    case 'number':
      return numberInput(VALUE, initial);
    case 'email':
      return emailInput(VALUE, initial);
    case 'url':
      return urlInput(VALUE, initial);
    case 'date':
      return day(VALUE, initial);
    case 'file':
      return fileInput(VALUE, MOST_FILES, types);
    case 'user':
      return userSelect(VALUE, { initial });
  }
}

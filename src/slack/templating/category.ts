import type { InputBlock } from '@slack/types';
import { processingOf } from '../../desk/book.ts';
import { inLanguage } from '../../domain/fields.ts';
import { groupKey } from '../../domain/language.ts';
import type { ProcessingType } from '../../domain/processing.ts';
import { type Answers, VALUE } from '../codec.ts';
import { given } from '../forms/answers.ts';
import { ask } from '../forms/ask.ts';
import { capital, type ChoiceGroup, groupedSelect } from '../kit.ts';
import type { Scene } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';

type Model = Pick<Scene, 'book' | 'language'> & { draft: { group: string | null; processing: string } };

/** The menu of another group has another name, so that Slack takes what is in it. */
const PROCESSING = 'processing.';
const NONE = '*';
export const processingBlock = (group: string | null): string => `${PROCESSING}${group ?? NONE}`;
export const processingIn = (answers: Answers): string =>
  Object.keys(answers)
    .filter((id) => id.startsWith(PROCESSING))
    .map((id) => given(answers, id))
    .find((key) => key !== undefined && key !== NONE) ?? '';

/** What goes with the template, of what its group knows, or of what any group knows; nothing where nobody knows any. */
export function processingMenu({ book, language, draft: { group, processing } }: Model): InputBlock[] {
  const { templating: words } = wordsOf(language);
  const choice = ({ key, name }: ProcessingType) => ({ value: key, label: inLanguage(name, language) });
  const seen = new Set<string>();
  const known = book.groups.flatMap(({ key, name, policies }): ChoiceGroup[] => {
    const types = policies.processing_types.filter((type) => !seen.has(type.key));
    if ((group !== null && key !== group) || types.length === 0) return [];
    for (const type of types) seen.add(type.key);
    return [{ label: name, choices: types.map(choice) }];
  });
  const elsewhere = book.groups.flatMap(({ policies }) => policies.processing_types);
  const lost = elsewhere.some(({ key }) => key === processing) ? words.notInGroup : words.isGone;
  const said = processingOf(book, { group: groupKey(group ?? ''), processing });
  const label = `${said ? inLanguage(said.name, language) : processing} (${lost})`;
  const own =
    processing === '' || seen.has(processing)
      ? []
      : [{ label: `⚠️ ${capital(lost)}`, choices: [{ value: processing, label }] }];
  const offered = [...own, ...known];
  const { label: title, placeholder: none = '' } = words.ask.processing;
  const choices = [{ label: title, choices: [{ value: NONE, label: none }] }, ...offered];
  const menu = groupedSelect(VALUE, choices, { initial: processing === '' ? NONE : processing });
  return offered.length === 0 ? [] : [ask(processingBlock(group), words.ask.processing, menu)];
}

import type { KnownBlock } from '@slack/types';
import { isCopy, type Worded } from '../../desk/masking.ts';
import { type Personal, personalIn } from '../../domain/masking/patterns.ts';
import { cover, occurrences } from '../../domain/masking/spans.ts';
import { type Answers, VALUE } from '../codec.ts';
import { bold, type Choice, checkboxes, context, LIMITS, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { ask, askText, verbForm } from './ask.ts';
import type { Form, FormModel } from './form.ts';

/** Slack takes ten boxes at once, and two groups of them are as many as one reads. */
const FOUND = ['found', 'found_more'] as const;
const WORDS = 'words';
const REMOVES = 'removes';
const SHOWN = 700;
const MOST_SHOWN = 3;

type Hint = { words: string; kind: Personal; places: number };
/** What looks like personal data in a ticket, each once, what stands most often first. */
export function hintsIn(texts: readonly Worded[]): Hint[] {
  const hints = new Map<string, Hint>();
  for (const { text } of texts.filter((one) => !isCopy(one) && !one.path.endsWith('/link')))
    for (const { kind, start, end } of personalIn(text)) {
      const words = text.slice(start, end);
      hints.set(words, { words, kind, places: (hints.get(words)?.places ?? 0) + 1 });
    }
  return [...hints.values()]
    .filter(({ words }) => words.length <= LIMITS.optionValue)
    .toSorted((a, b) => b.places - a.places)
    .slice(0, FOUND.length * LIMITS.radio);
}

/** What is chosen: what was ticked, and what was pasted, a line each. */
export const chosenIn = (answers: Answers): string[] => [
  ...new Set(
    [
      ...FOUND.flatMap((field) => [answers[field] ?? []].flat() as string[]),
      ...(given(answers, WORDS) ?? '').split('\n').map((line) => line.trim()),
    ].filter((part) => part !== ''),
  ),
];

/** The texts in which something is masked, as they will be read: first the one from which the form was opened. */
function preview({ worded = [], chosen }: FormModel, parts: readonly string[], words: Catalog): KnownBlock[] {
  const first = ({ row, holder }: Worded) => Number(row !== chosen) * 2 + Number(!holder.startsWith('messages.'));
  const texts = worded
    .filter(({ holder }) => !holder.startsWith('events.'))
    .toSorted((a, b) => first(a) - first(b))
    .map(({ text }) => ({ text, masked: cover(text, occurrences(text, parts)).text }))
    .filter(({ text, masked }) => text !== masked);
  const shown = [...new Set(texts.map(({ masked }) => masked))].slice(0, MOST_SHOWN);
  return shown.length === 0
    ? [context(words.masking.noPreview)]
    : [section(bold(words.masking.preview)), ...shown.map((text) => section(quote(text, SHOWN)))];
}

function boxes(model: FormModel, words: Catalog): KnownBlock[] {
  const hints = hintsIn(model.worded ?? []);
  if (hints.length === 0) return [section(words.masking.none)];
  const choiceOf = ({ words: found, kind, places }: Hint): Choice => ({
    value: found,
    label: found,
    description: `${words.masking.kinds[kind]}, ${words.masking.places(places)}`,
  });
  return FOUND.flatMap((field, nth) => {
    const some = hints.slice(nth * LIMITS.radio, (nth + 1) * LIMITS.radio).map(choiceOf);
    const question = nth === 0 ? words.masking.found : { label: words.masking.found.label };
    const element = checkboxes(VALUE, some, model.masks ?? true);
    return some.length === 0 ? [] : [ask(field, question, element, { optional: true, tells: true })];
  });
}

const filesToDelete = ({ removable = [] }: FormModel, { forms }: Catalog): KnownBlock[] =>
  removable.length === 0
    ? []
    : [ask(REMOVES, forms.of.mask.ask.removes, checkboxes(VALUE, removable), { optional: true })];

/** What of a ticket is to be masked: what was found is ticked, anything else is pasted, and it is shown how it will read. */
export const mask: Form = {
  needs: 'ticket',
  draw(model) {
    const { number, language, chosen } = model;
    const words = wordsOf(language);
    const parts = model.masks ?? hintsIn(model.worded ?? []).map((hint) => hint.words);
    const question = askText(WORDS, words.forms.of.mask.ask.words, { optional: true, tells: true });
    return verbForm(
      'mask',
      number,
      words,
      [
        ...boxes(model, words),
        question,
        ...preview(model, parts, words),
        ...filesToDelete(model, words),
        ...(model.stays ?? []),
      ],
      undefined,
      chosen === undefined ? {} : { of: chosen },
    );
  },
  read: (answers) => ({ words: chosenIn(answers), removes: [answers[REMOVES] ?? []].flat().map(Number) }),
};

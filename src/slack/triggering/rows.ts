import type { Button, InputBlock, KnownBlock, StaticSelect } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import { groupKey, personId } from '../../domain/language.ts';
import { fitting, targetOf } from '../../domain/triggers/conditions.ts';
import { SENDABLE } from '../../domain/triggers/results.ts';
import { goId, VALUE } from '../codec.ts';
import { ask } from '../forms/ask.ts';
import {
  actions,
  button,
  capital,
  type Choice,
  groupedSelect,
  LIMITS,
  multiSearchSelect,
  multiSelect,
  multiUserSelect,
  searchSelect,
  select,
  textInput,
  userSelect,
} from '../kit.ts';
import type { Scene } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';
import { amongChoices, answerChoices, groupChoices, operatorLabel, targetChoices, typeChoice } from './choices.ts';
import {
  conditionRow,
  DOING,
  type DraftCondition,
  type DraftResult,
  NO_GROUP,
  resultBlock,
  resultRow,
  sortOf,
  valueBlock,
  type ValueKind,
  valueKind,
  waysOf,
} from './draft.ts';

const editing = (which: string) => goId('trigger_edit', which);
const removal = (row: string, label: string): Button =>
  button({ action: editing('remove'), value: `remove.${row}`, label: '✕', meaning: label });

/** A condition: what it is about, how it is compared and the way out in one row, its values below. */
export function conditionBlocks({ id, of, is, values }: DraftCondition, scene: Scene): KnownBlock[] {
  const words = wordsOf(scene.language).triggers.editor;
  const target = targetOf(of);
  const operators = (target ? fitting(target) : []).map((value) => ({
    value,
    label: operatorLabel(of, value, scene.language),
  }));
  const kind = valueKind(of, is, scene.book);
  return [
    ...actions(
      [
        groupedSelect(editing('of'), targetChoices(scene), { initial: of }),
        select(editing(`is_${sortOf(of)}`), operators, { initial: is }),
        removal(conditionRow(id), words.removeRow),
      ],
      conditionRow(id),
    ),
    ...(kind
      ? [
          ask(
            valueBlock(id, kind),
            words.values[kind.how === 'among' && !kind.many ? 'one' : kind.how],
            valueElement(kind, values, scene),
          ),
        ]
      : []),
  ];
}

const here = (people: Book['people'], ids: readonly string[]): string[] =>
  ids.filter((id) => people.get(personId(id))?.active === true);

function valueElement(kind: ValueKind, values: readonly string[], scene: Scene): InputBlock['element'] {
  const words = wordsOf(scene.language).triggers.editor;
  switch (kind.how) {
    case 'lines':
      return textInput(VALUE, { multiline: true, initial: values.join('\n') });
    case 'number':
      return textInput(VALUE, { initial: values.join(' '), max: 100, placeholder: words.values.number.placeholder });
    case 'tags':
      return tagMenu(values, words.values.tags.placeholder);
    case 'person':
      return multiUserSelect(VALUE, { initial: here(scene.book.people, values) });
    case 'group':
      return multiSelect(VALUE, groupChoices(scene.book), { initial: values });
    case 'type': {
      const known = values.filter((key) => scene.book.types.some((type) => type.key === key));
      return multiSearchSelect(VALUE, { initial: known.map((key) => typeChoice(key, scene)) });
    }
    case 'options':
      return multiSelect(VALUE, answerChoices(kind.of, scene), { initial: values });
    case 'among': {
      const choices = amongChoices(kind.of, scene);
      return kind.many
        ? multiSelect(VALUE, choices, { initial: values })
        : select(VALUE, choices, { initial: values[0] });
    }
  }
}

const tagMenu = (tags: readonly string[], placeholder: string | undefined) =>
  multiSearchSelect(VALUE, { initial: tags.map((tag) => ({ value: tag, label: tag })), placeholder });

export type ResultScene = Scene & {
  /** Only administrators say which URL is called. */
  mayCall: boolean;
  /** The names of the secrets that there are besides everybody's. */
  secrets: readonly string[];
};

/** A result: what is done, how, and the way out in one row, what it needs to know below. */
export function resultBlocks(result: DraftResult, scene: ResultScene): KnownBlock[] {
  const { list, editor: words } = wordsOf(scene.language).triggers;
  const doing = DOING.filter((each) => each !== 'call' || scene.mayCall || result.do === 'call').map((value) => ({
    value,
    label: capital(list.doing[value]),
  }));
  const ways = wayChoices(result.do, scene);
  const row: (StaticSelect | Button)[] = [
    select(editing('do'), doing, { initial: result.do }),
    ...(ways.length === 0 ? [] : [select(editing(`way_${result.do}`), ways, { initial: result.way })]),
    removal(resultRow(result.id), words.removeRow),
  ];
  return [...actions(row, resultRow(result.id)), ...resultQuestions(result, scene)];
}

function wayChoices(what: DraftResult['do'], { language }: Scene): Choice[] {
  const { ticket, triggers } = wordsOf(language);
  const labels: Readonly<Record<string, string>> =
    what === 'assign' ? triggers.editor.how : what === 'priority' ? ticket.priorities : triggers.editor.whom;
  return waysOf(what).map((value) => ({ value, label: labels[value] ?? value }));
}

function resultQuestions(result: DraftResult, scene: ResultScene): InputBlock[] {
  const { id, way } = result;
  const words = wordsOf(scene.language).triggers.editor;
  const block = (question: string) => resultBlock(id, question);
  switch (result.do) {
    case 'assign':
      return way === 'person'
        ? [
            ask(block('person'), words.ask.assignPerson, oneOf(result.person, scene)),
            ask(block('group'), words.ask.assignSeat, ownOrGroup(result.group, scene)),
          ]
        : [ask(block('group'), words.ask.assignGroup, ownOrGroup(result.group, scene))];
    case 'type': {
      const known = scene.book.types.find(({ key }) => key === result.type);
      const initial = known && typeChoice(known.key, scene);
      return [ask(block('type'), words.ask.type, searchSelect(VALUE, { initial }))];
    }
    case 'tag':
      return [
        ask(block('add'), words.ask.add, tagMenu(result.add, words.ask.add.placeholder), { optional: true }),
        ask(block('remove'), words.ask.remove, tagMenu(result.remove, words.ask.remove.placeholder), {
          optional: true,
        }),
      ];
    case 'notify':
      if (way === 'person') return [ask(block('person'), words.ask.person, oneOf(result.person, scene))];
      return way === 'channel'
        ? [ask(block('channel'), words.ask.channel, select(VALUE, withChannel(scene.book), { initial: result.group }))]
        : [];
    case 'call':
      return callQuestions(result, scene);
    case 'priority':
    case 'escalate':
      return [];
  }
}

const withChannel = (book: Book): Choice[] =>
  groupChoices(book).filter(({ value }) =>
    book.groups.some(({ key, agentsChannel }) => key === groupKey(value) && agentsChannel !== null),
  );

const oneOf = (person: string | undefined, { book }: Scene) =>
  userSelect(VALUE, { initial: person === undefined ? undefined : here(book.people, [person])[0] });

function ownOrGroup(group: string | undefined, { book, language }: Scene): StaticSelect {
  const own = { value: NO_GROUP, label: wordsOf(language).triggers.editor.ownGroup };
  return select(VALUE, [own, ...withChannel(book)], { initial: group ?? NO_GROUP });
}

function callQuestions({ id, url, send, secret }: DraftResult, { language, secrets }: ResultScene): InputBlock[] {
  const { ask: questions, sendable, everybodysSecret } = wordsOf(language).triggers.editor;
  const names = [...new Set([...secrets, ...(secret === undefined || secret === NO_GROUP ? [] : [secret])])];
  const block = (question: string) => resultBlock(id, question);
  const { placeholder } = questions.url;
  const fields = SENDABLE.map((value) => ({ value, label: sendable[value] }));
  return [
    ask(block('url'), questions.url, textInput(VALUE, { initial: url, placeholder, max: 500 })),
    ask(
      block('send'),
      questions.send,
      multiSelect(VALUE, fields, { initial: send, placeholder: questions.send.placeholder }),
      { optional: true },
    ),
    ...(names.length === 0
      ? []
      : [
          ask(
            block('secret'),
            questions.secret,
            select(
              VALUE,
              [
                { value: NO_GROUP, label: everybodysSecret },
                ...names
                  .slice(0, LIMITS.options - 1)
                  .map((value) => ({ value, label: `${everybodysSecret}_${value}` })),
              ],
              { initial: secret ?? NO_GROUP },
            ),
          ),
        ]),
  ];
}

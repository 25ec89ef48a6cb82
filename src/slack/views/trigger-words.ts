import type { Condition } from '../../domain/triggers/conditions.ts';
import { operatorLabel, targetLabel, valueLabel } from '../triggering/choices.ts';
import type { Result } from '../../domain/triggers/results.ts';
import { groupKey, type GroupKey, personId } from '../../domain/language.ts';
import type { TriggerFault } from '../../domain/triggers.ts';
import { capital, cut, inline } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { groupName, nameOf, type Scene } from './facts.ts';

/** What it names that is not there any more, in one sentence. */
export function wrongOf(faults: readonly TriggerFault[], { book, language }: Pick<Scene, 'book' | 'language'>): string {
  const words = wordsOf(language);
  const said = faults.map(({ why, named }) => {
    if (why === 'unknown_person') return words.triggers.editor.wrong[why](nameOf(book, personId(named), words));
    const group = why === 'no_agents_channel' ? groupName(book, groupKey(named)) : inline(named);
    return words.triggers.editor.wrong[why](group);
  });
  return capital([...new Set(said)].join('; '));
}

const VALUES = 5;
const VALUE = 60;

/** A condition as a sentence without its end: "Title contains “vpn” or “wifi”". */
function conditionSaid({ of, is, values }: Condition, scene: Pick<Scene, 'book' | 'language'>): string {
  const { editor } = wordsOf(scene.language).triggers;
  const said = values.slice(0, VALUES).map((value) => `“${cut(inline(valueLabel(of, value, scene)), VALUE)}”`);
  const more = values.length > VALUES ? [`… (${values.length})`] : [];
  return [
    inline(targetLabel(of, scene)),
    operatorLabel(of, is, scene.language),
    [...said, ...more].join(` ${editor.or} `),
  ]
    .filter(Boolean)
    .join(' ');
}

const LINES = 20;
/** All of them, one per line. */
export const conditionsSaid = (all: readonly Condition[], scene: Pick<Scene, 'book' | 'language'>): string =>
  all
    .slice(0, LINES)
    .map((one) => `• ${conditionSaid(one, scene)}`)
    .join('\n');

/** A result as a sentence without its end: "set the priority “Urgent”". Of a URL only the host is said. */
export function resultSaid(one: Result, scene: Pick<Scene, 'book' | 'language'>): string {
  const words = wordsOf(scene.language);
  const { list, editor } = words.triggers;
  const group = (key: GroupKey | undefined) => (key === undefined ? null : groupName(scene.book, key));
  const facts = (): (string | null)[] => {
    switch (one.do) {
      case 'assign':
        return [one.to ? nameOf(scene.book, one.to, words) : editor.how[one.how ?? 'queue'], group(one.group)];
      case 'priority':
        return [words.ticket.priorities[one.priority]];
      case 'type':
        return [valueLabel('type', one.type, scene)].map(inline);
      case 'tag':
        return [[...one.add.map((tag) => `+${inline(tag)}`), ...one.remove.map((tag) => `−${inline(tag)}`)].join(' ')];
      case 'notify':
        return [one.person ? nameOf(scene.book, one.person, words) : editor.whom[one.whom], group(one.group)];
      case 'call':
        return [inline(URL.parse(one.url)?.host ?? '')];
      case 'escalate':
        return [];
    }
  };
  const said = facts().filter((fact) => fact !== null && fact !== '');
  return said.length === 0 ? list.doing[one.do] : `${list.doing[one.do]} (${cut(said.join(', '), VALUE)})`;
}

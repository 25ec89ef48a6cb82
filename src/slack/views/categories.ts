import { processingOf } from '../../desk/book.ts';
import type { CategoryFigures } from '../../desk/categories.ts';
import { bold, context, header, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { groupName, processingName, type Scene } from './facts.ts';

export type CategoriesModel = Scene & { figures: readonly CategoryFigures[]; spared: number; days: number };

const MINUTE = 60_000;
const MOST_GROUPS = 20;
const MOST_LINES = 25;

/** Group by group: each category, how many tickets, which part of the group's that is, and how long half of them took. */
export function categoriesMessage({ figures, spared, days, ...scene }: CategoriesModel): Message {
  const words = wordsOf(scene.language);
  const { report } = words.processing;
  const besides = spared > 0 ? [context(report.spared(spared))] : [];
  if (figures.length === 0) return message(report.none(days), [section(report.none(days)), ...besides]);
  const groups = [...new Set(figures.map(({ group }) => group))];
  const all = figures.reduce((sum, { count }) => sum + count, 0);
  const left = groups.length - MOST_GROUPS;
  return message(report.title(days), [
    header(report.title(days)),
    section(report.solved(all)),
    ...besides,
    ...groups.slice(0, MOST_GROUPS).map((group) => {
      const its = figures.filter((one) => one.group === group);
      const sum = its.reduce((many, { count }) => many + count, 0);
      const lines = its.slice(0, MOST_LINES).map((one) => {
        const { count, median } = one;
        const name = processingName(one, scene.book, scene.language);
        const share = Math.round((100 * count) / sum);
        const gone = processingOf(scene.book, one)?.gone ? ` (${report.gone})` : '';
        const called = name === null ? `_${report.unsaid}_` : `${bold(name)}${gone}`;
        return `• ${called}: ${report.line(count, share, words.time.age(median * MINUTE))}`;
      });
      const more = its.length - lines.length;
      const rest = more > 0 ? [`• ${words.lists.more(more)}`] : [];
      return section([bold(groupName(scene.book, group)), ...lines, ...rest].join('\n'));
    }),
    ...(left > 0 ? [context(words.lists.more(left))] : []),
  ]);
}

import { searchFor } from '../../domain/query/meant.ts';
import type { Person } from '../../domain/language.ts';
import { type DefaultView, mayKeepView, type SavedView } from '../../domain/views.ts';
import { goId } from '../codec.ts';
import { actions, bold, context, cut, esc, inline, message, type Message, overflow, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { conditionsOf } from './conditions.ts';
import { groupName, type Scene } from './facts.ts';
import { goButton } from './presses.ts';

type ViewsModel = Scene & {
  viewer: Person;
  agent: boolean;
  today: string;
  views: readonly SavedView[];
  defaults: readonly DefaultView[];
  /** What was asked for and is not there, in a sentence. */
  unknown?: string;
};

const MOST = 36;

/** Every view that a person has: his own, his groups', and those that are always there. */
export function viewsMessage({ viewer, views, defaults, unknown, today, ...scene }: ViewsModel): Message {
  const catalog = wordsOf(scene.language);
  const words = catalog.views;
  const lines = defaults.map((name) => `\`${name}\` ${words.defaults[name]}`);
  return message(unknown ?? words.title, [
    section(unknown ?? bold(words.title)),
    ...views.slice(0, MOST).map((view) => {
      const { id, name, owner, said } = view;
      const whose = 'group' in owner ? ` ${words.ofGroup(groupName(scene.book, owner.group))}` : '';
      const search = searchFor(said, { me: viewer.id, today });
      const may = mayKeepView(viewer, owner);
      const [menu] = overflow(goId('view', String(id)), [
        { value: `run.${id}`, label: words.run },
        ...(may
          ? [
              { value: `change.${id}`, label: words.change },
              { value: `remove.${id}`, label: words.remove },
            ]
          : []),
      ]);
      return section(
        `${bold(inline(name))}${whose}\n${cut(conditionsOf(search, { ...scene, said }).join(' · '), 140)}`,
        menu,
      );
    }),
    ...(views.length === 0 ? [context(words.none)] : []),
    section([words.always, ...lines].join('\n')),
    ...actions([goButton('search', '', catalog.search.buttons.search)]),
  ]);
}

/** Gone, and how to have it again. `again`: what its button carries. */
export function removedMessage({ name }: SavedView, again: string | null, { language }: Scene): Message {
  const words = wordsOf(language).views;
  const text = words.removed(esc(name));
  return message(text, [
    section(text),
    ...(again === null
      ? []
      : actions([goButton('save_view', again, words.putBack), goButton('views', '', words.title)])),
  ]);
}

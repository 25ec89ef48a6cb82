import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Emoji } from '../emoji/find.ts';
import { emojiCategories, emojiOf, searchEmoji } from '../emoji/find.ts';
import { chooseTone, chosenTone, recentEmoji, rememberEmoji } from '../emoji/recent.ts';
import { Popup } from '../frame/popup.tsx';

type Props = {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  onPick: (name: string) => void;
  align?: 'start' | 'end';
};

const faces: Record<string, string> = {
  Recent: '🕘',
  Smileys: '😀',
  People: '👋',
  Nature: '🌱',
  Food: '🍎',
  Travel: '✈️',
  Activities: '⚽',
  Objects: '💡',
  Symbols: '❤️',
  Flags: '🏁',
};

type Section = { title: string; names: string[] };

function nameIn(one: Emoji, tone: string): string {
  return tone && one.toned ? `${one.name}::skin-tone-${tone}` : one.name;
}

function sections(words: string, tone: string): Section[] {
  if (words.trim()) return [{ title: 'Found', names: searchEmoji(words, 99).map((one) => nameIn(one, tone)) }];
  return [
    { title: 'Recent', names: recentEmoji() },
    ...emojiCategories.map(({ title, list }) => ({ title, names: list.map((one) => nameIn(one, tone)) })),
  ];
}

export function EmojiPicker({ anchor, onClose, onPick, align = 'end' }: Props): VNode {
  const [words, setWords] = useState('');
  const [tone, setTone] = useState(chosenTone);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => search.current?.focus(), []);
  const list = useMemo(() => sections(words, tone), [words, tone]);
  const pick = (name: string): void => {
    rememberEmoji(name);
    onPick(name);
  };
  return (
    <Popup anchor={anchor} onClose={onClose} as="emoji-picker" align={align}>
      <div role="dialog" aria-label="Emoji" class="emoji-inner">
        {!words && <Categories grid={grid} list={list} />}
        <input
          class="input"
          type="search"
          aria-label="Search all emoji"
          placeholder="Search all emoji"
          value={words}
          ref={search}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = list[0]?.names[0];
            if (event.key === 'Enter' && words && first && !event.isComposing) pick(first);
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            grid.current?.querySelector<HTMLElement>('button')?.focus();
          }}
        />
        <Grid grid={grid} list={list} onPick={pick} />
        <Tones
          tone={tone}
          onTone={(next) => {
            chooseTone(next);
            setTone(next);
          }}
        />
      </div>
    </Popup>
  );
}

function Categories({ grid, list }: { grid: RefObject<HTMLDivElement | null>; list: Section[] }): VNode {
  return (
    <div class="emoji-tabs">
      {list.map(({ title }) => (
        <button
          type="button"
          key={title}
          aria-label={title}
          title={title}
          onClick={() => grid.current?.querySelector(`[data-section="${title}"]`)?.scrollIntoView({ block: 'start' })}
        >
          {faces[title]}
        </button>
      ))}
    </div>
  );
}

type GridProps = { grid: RefObject<HTMLDivElement | null>; list: Section[]; onPick: (name: string) => void };

function Grid({ grid, list, onPick }: GridProps): VNode {
  return (
    <div class="emoji-grid" ref={grid} onKeyDown={walkGrid}>
      {list.map(({ title, names }) => (
        <section key={title} data-section={title} aria-label={title}>
          <h3>{title}</h3>
          {names.map((name) => (
            <button
              type="button"
              key={name}
              tabIndex={-1}
              aria-label={name.replaceAll('_', ' ')}
              title={`:${name}:`}
              onClick={() => onPick(name)}
            >
              {emojiOf(name)}
            </button>
          ))}
          {names.length === 0 && <p class="choice-note">No emoji of that name</p>}
        </section>
      ))}
    </div>
  );
}

function Tones({ tone, onTone }: { tone: string; onTone: (tone: string) => void }): VNode {
  return (
    <div class="emoji-tones" role="radiogroup" aria-label="Skin tone">
      {['', '2', '3', '4', '5', '6'].map((one) => (
        <button
          type="button"
          key={one}
          role="radio"
          aria-checked={one === tone}
          aria-label={one ? `Skin tone ${one}` : 'Default skin tone'}
          onClick={() => onTone(one)}
        >
          {emojiOf(one ? `hand::skin-tone-${one}` : 'hand')}
        </button>
      ))}
    </div>
  );
}

/** Arrows go from one emoji to the next, or to the row above or below. */
function walkGrid(event: KeyboardEvent): void {
  const grid = event.currentTarget as HTMLElement;
  const all = [...grid.querySelectorAll('button')];
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  const here = all[at];
  if (!here) return;
  const { offsetLeft, offsetTop } = here;
  const above = (one: HTMLElement): boolean => one.offsetTop < offsetTop && one.offsetLeft <= offsetLeft;
  const below = (one: HTMLElement): boolean => one.offsetTop > offsetTop && one.offsetLeft >= offsetLeft;
  const next: Record<string, HTMLElement | undefined> = {
    ArrowRight: all[at + 1],
    ArrowLeft: all[at - 1],
    ArrowDown: all.slice(at + 1).find(below) ?? all.at(-1),
    ArrowUp: all.slice(0, at).findLast(above),
  };
  if (!(event.key in next)) return;
  event.preventDefault();
  const target = next[event.key] ?? grid.parentElement?.querySelector<HTMLElement>('input');
  target?.focus();
}

import type { RefObject, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { searchEmoji } from '../emoji/find.ts';
import { Popup } from '../frame/popup.tsx';

type Props = {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  onPick: (name: string) => void;
  align?: 'start' | 'end';
};

export function EmojiPicker({ anchor, onClose, onPick, align = 'end' }: Props): VNode {
  const [words, setWords] = useState('');
  const found = searchEmoji(words, words ? 90 : 600);
  return (
    <Popup anchor={anchor} onClose={onClose} as="emoji-picker" align={align}>
      <input
        class="input"
        type="search"
        aria-label="Search all emoji"
        placeholder="Search all emoji"
        value={words}
        ref={(box) => box?.focus()}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found[0]) onPick(found[0].name);
        }}
      />
      <div class="emoji-grid" onKeyDown={walkGrid}>
        {found.map((one) => (
          <button
            type="button"
            key={one.name}
            aria-label={one.name.replaceAll('_', ' ')}
            title={`:${one.name}:`}
            onClick={() => onPick(one.name)}
          >
            {one.char}
          </button>
        ))}
        {found.length === 0 && <p class="choice-note">No emoji of that name</p>}
      </div>
    </Popup>
  );
}

/** Arrows go from one emoji to the next, or to the row above or below. */
function walkGrid(event: KeyboardEvent): void {
  const grid = event.currentTarget as HTMLElement;
  const all = [...grid.querySelectorAll('button')];
  const perRow = Math.max(1, Math.floor(grid.clientWidth / (all[0]?.offsetWidth || 34)));
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: perRow, ArrowUp: -perRow }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  all[all.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
}

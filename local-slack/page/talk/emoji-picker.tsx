import type { RefObject, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { searchEmoji } from '../emoji/find.ts';
import { Popup } from '../frame/popup.tsx';

type Props = { anchor: RefObject<HTMLElement | null>; onClose: () => void; onPick: (name: string) => void };

export function EmojiPicker({ anchor, onClose, onPick }: Props): VNode {
  const [words, setWords] = useState('');
  const found = searchEmoji(words, words ? 90 : 600);
  return (
    <Popup anchor={anchor} onClose={onClose} as="emoji-picker" align="end">
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
      <div class="emoji-grid">
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

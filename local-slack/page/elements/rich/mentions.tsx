import type { RichTextElement } from '@slack/types';
import { useState } from 'preact/hooks';
import { Icon } from '../../frame/icons.tsx';
import type { World } from '../../state/store.ts';
import { useWorld } from '../../state/store.ts';
import { Avatar } from '../../talk/avatar.tsx';
import type { Choice } from '../combobox.tsx';
import { mentionedBeforeCaret, replaceMention } from './commands.ts';
import { token } from './draw.ts';

type Found = Choice & { element: RichTextElement; shown: string };

const broadcasts = [
  { range: 'here', hint: 'Whoever is active in this channel' },
  { range: 'channel', hint: 'Everybody in this channel' },
] as const;

const most = 8;

type Asked = NonNullable<ReturnType<typeof mentionedBeforeCaret>>;

function begins({ words }: Asked, ...names: string[]): boolean {
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]);
  return parts.some((one) => one.toLowerCase().startsWith(words.toLowerCase()));
}

function personsFor(asked: Asked, people: World['people']): Found[] {
  return Object.values(people)
    .filter((one) => !one.deleted && begins(asked, one.name, one.real_name))
    .map((one) => ({
      key: one.id,
      label: one.real_name,
      hint: one.title,
      icon: <Avatar person={one} size={20} />,
      element: { type: 'user', user_id: one.id },
      shown: `@${one.real_name}`,
    }));
}

function everybodyFor(asked: Asked): Found[] {
  return broadcasts
    .filter((one) => begins(asked, one.range))
    .map(({ range, hint }) => ({
      key: range,
      label: `@${range}`,
      hint,
      icon: <Icon name="people" size={18} />,
      element: { type: 'broadcast', range },
      shown: `@${range}`,
    }));
}

function placesFor(asked: Asked, channels: World['channels']): Found[] {
  return Object.values(channels)
    .filter((one) => (one.kind === 'public' || one.kind === 'private') && !one.archived && begins(asked, one.name))
    .map((one) => ({
      key: one.id,
      label: one.name,
      icon: <Icon name={one.kind === 'private' ? 'lock' : 'hash'} size={16} />,
      element: { type: 'channel', channel_id: one.id },
      shown: `#${one.name}`,
    }));
}

/** Who and what `@` and `#` offer while one writes. */
export function useMentions(onChange: () => void) {
  const people = useWorld((world) => world.people);
  const channels = useWorld((world) => world.channels);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [active, setActive] = useState(0);
  const all =
    asked?.sign === '#'
      ? placesFor(asked, channels)
      : asked
        ? [...personsFor(asked, people), ...everybodyFor(asked)]
        : [];
  const found = all.slice(0, most);
  const pick = (key: string | undefined): void => {
    const one = found.find((other) => other.key === key);
    if (!one || !asked) return;
    replaceMention(asked.words.length + 1, token(one.element, one.shown));
    setAsked(null);
    onChange();
  };
  const look = (): void => {
    setAsked(mentionedBeforeCaret());
    setActive(0);
  };
  /** True when the key was for the list. */
  const key = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (found.length === 0 || (step === undefined && event.key !== 'Enter' && event.key !== 'Tab')) return false;
    event.preventDefault();
    if (step === undefined) pick(found[active]?.key);
    else setActive((active + step + found.length) % found.length);
    return true;
  };
  return { found, active, setActive, pick, look, key, close: () => setAsked(null) };
}

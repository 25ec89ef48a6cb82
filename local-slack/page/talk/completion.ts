import { searchEmoji } from '../emoji/find.ts';
import type { Channel, Command, Shortcut } from '../../wire.ts';
import { getWorld } from '../state/store.ts';

export type Suggestion = {
  key: string;
  kind: 'command' | 'shortcut' | 'person' | 'group' | 'everybody' | 'channel' | 'emoji';
  label: string;
  hint: string;
  /** What takes the place of the words before the caret; a shortcut is run instead. */
  insert: string;
  char?: string;
  name?: string; // a person's handle
  /** Written out like this, nothing is left to complete. */
  whole: string[];
};

export type Completion = { from: number; title: string; list: Suggestion[] };

function fits(query: string, ...words: string[]): boolean {
  const wanted = query.toLowerCase();
  return words.some(
    (one) =>
      one
        .toLowerCase()
        .split(/[\s/]+/)
        .some((part) => part.startsWith(wanted)) || one.toLowerCase().startsWith(wanted),
  );
}

/** What could be meant by the words just before the caret. */
export function completionAt(text: string, caret: number, channel: string): Completion | null {
  const before = text.slice(0, caret);
  const slash = /^\/(\S*)$/.exec(before);
  if (slash) return found(0, 'Commands and shortcuts', commands(slash[1] ?? ''));
  const sign = /(?:^|[\s(])([@#:])([^\s@#:]*(?: [^\s@#:]*)?)$/.exec(before);
  if (!sign) return null;
  const query = sign[2] ?? '';
  const from = caret - query.length - 1;
  if (sign[1] === '@') return found(from, 'People', people(query, channel));
  if (sign[1] === '#') return found(from, 'Channels', channels(query));
  return query.length >= 2 && !query.includes(' ') ? found(from, 'Emoji', emoji(query)) : null;
}

function found(from: number, title: string, list: Suggestion[]): Completion | null {
  return list.length > 0 ? { from, title, list } : null;
}

function commands(query: string): Suggestion[] {
  const { app } = getWorld();
  const command = (one: Command): Suggestion => ({
    key: one.command,
    kind: 'command',
    label: one.command,
    hint: one.usage_hint || one.description,
    insert: `${one.command} `,
    whole: [one.command],
  });
  const shortcut = (one: Shortcut): Suggestion => ({
    key: one.callback_id,
    kind: 'shortcut',
    label: one.name,
    hint: one.description,
    insert: '',
    whole: [],
  });
  return [
    ...app.commands.filter((one) => one.command.slice(1).startsWith(query.toLowerCase())).map(command),
    ...app.shortcuts.filter((one) => one.type === 'global' && fits(query, one.name)).map(shortcut),
  ];
}

function people(query: string, channel: string): Suggestion[] {
  const world = getWorld();
  const members = world.channels[channel]?.members ?? [];
  const list = Object.values(world.people)
    .filter((one) => !one.deleted && fits(query, one.real_name, one.name))
    .sort(
      (a, b) =>
        Number(members.includes(b.id)) - Number(members.includes(a.id)) || a.real_name.localeCompare(b.real_name),
    )
    .slice(0, 8)
    .map((one): Suggestion => {
      const hint = members.includes(one.id) ? one.title : 'Not in channel';
      const whole = [`@${one.name}`, `@${one.real_name}`];
      return {
        key: one.id,
        kind: 'person',
        label: one.real_name,
        hint,
        name: one.name,
        insert: `@${one.real_name} `,
        whole,
      };
    });
  const wide: [string, string][] = [
    ['here', 'Notify every online member in this channel'],
    ['channel', 'Notify everyone in this channel'],
    ['everyone', 'Notify everyone in your workspace'],
  ];
  const everybody = wide
    .filter(([word]) => word.startsWith(query.toLowerCase()))
    .map(([word, hint]): Suggestion => ({
      key: word,
      kind: 'everybody',
      label: `@${word}`,
      hint,
      insert: `@${word} `,
      whole: [`@${word}`],
    }));
  const groups = world.groups
    .filter((one) => fits(query, one.handle, one.name))
    .map((one): Suggestion => ({
      key: one.id,
      kind: 'group',
      label: `@${one.handle}`,
      hint: `${one.name} · ${one.users.length} ${one.users.length === 1 ? 'member' : 'members'}`,
      insert: `@${one.handle} `,
      whole: [`@${one.handle}`],
    }));
  return [...list, ...groups, ...everybody];
}

function channels(query: string): Suggestion[] {
  const { channels: all, me } = getWorld();
  const outside = (one: Channel): number => Number(!one.members.includes(me.id));
  return Object.values(all)
    .filter(
      (one) =>
        (one.kind === 'public' || one.kind === 'private') &&
        !one.archived &&
        fits(query, one.name, one.name.replaceAll('-', ' ')),
    )
    .sort((a, b) => outside(a) - outside(b) || a.name.localeCompare(b.name))
    .slice(0, 8)
    .map((one) => ({
      key: one.id,
      kind: 'channel',
      label: one.name,
      hint: one.topic,
      insert: `#${one.name} `,
      whole: [`#${one.name}`],
    }));
}

function emoji(query: string): Suggestion[] {
  return searchEmoji(query, 8).map((one) => ({
    key: one.name,
    kind: 'emoji',
    label: `:${one.name}:`,
    hint: '',
    insert: `:${one.name}: `,
    char: one.char,
    whole: [],
  }));
}

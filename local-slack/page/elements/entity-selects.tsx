import type {
  ChannelsSelect,
  ConversationsSelect,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiUsersSelect,
  UsersSelect,
} from '@slack/types';
import type { VNode } from 'preact';
import type { Channel, Person } from '../../wire.ts';
import { Icon } from '../frame/icons.tsx';
import { useWorld } from '../state/store.ts';
import { Avatar } from '../talk/avatar.tsx';
import type { Choice } from './combobox.tsx';
import { Combobox } from './combobox.tsx';
import type { FieldProps } from './field.ts';
import { useField } from './field.ts';
import { promptOf } from './prompt.ts';

type EntitySelect =
  | UsersSelect
  | MultiUsersSelect
  | ChannelsSelect
  | MultiChannelsSelect
  | ConversationsSelect
  | MultiConversationsSelect;

const fields = {
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
} as const;

function personChoice(person: Person): Choice {
  return {
    key: person.id,
    label: person.real_name,
    hint: person.title || `@${person.name}`,
    icon: <Avatar person={person} size={20} />,
  };
}

function channelChoice(channel: Channel, people: Record<string, Person>): Choice {
  const other = channel.with ? people[channel.with] : undefined;
  if (other) return { key: channel.id, label: other.real_name, icon: <Avatar person={other} size={20} /> };
  return {
    key: channel.id,
    label: channel.name,
    icon: <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} size={16} />,
  };
}

function useChoices(of: EntitySelect): Choice[] {
  const people = useWorld((world) => world.people);
  const channels = useWorld((world) => world.channels);
  const named = (a: Choice, b: Choice): number => a.label.localeCompare(b.label);
  if (of.type === 'users_select' || of.type === 'multi_users_select') {
    return Object.values(people)
      .filter((one) => !one.deleted)
      .map(personChoice)
      .sort(named);
  }
  const open = Object.values(channels).filter((one) => !one.archived);
  if (of.type === 'channels_select' || of.type === 'multi_channels_select') {
    const publicOnes = open.filter((one) => one.kind === 'public');
    return publicOnes.map((one) => channelChoice(one, people)).sort(named);
  }
  const { include, exclude_bot_users: noBots } = of.filter ?? {};
  const fits = (one: Channel): boolean =>
    (!include || include.includes(one.kind)) && !(noBots && one.with && people[one.with]?.is_bot);
  return open
    .filter(fits)
    .map((one) => channelChoice(one, people))
    .sort(named);
}

export function EntitySelectElement({ of, blockId, labelling, dispatches }: FieldProps<EntitySelect>): VNode {
  const field = useField(of, blockId, fields[of.type], dispatches);
  const choices = useChoices(of);
  const multi = of.type.startsWith('multi_');
  const ids = (Array.isArray(field.content) ? field.content : [field.content]).filter((one) => typeof one === 'string');
  return (
    <Combobox
      multi={multi}
      max={'max_selected_items' in of ? of.max_selected_items : undefined}
      placeholder={promptOf(of)}
      first={of.focus_on_load}
      busy={field.busy}
      labelling={labelling}
      groups={[{ label: '', choices }]}
      chosen={ids.map((id) => choices.find((one) => one.key === id) ?? { key: id, label: id })}
      onChoose={(keys) => field.choose(multi ? keys : (keys[0] ?? null))}
    />
  );
}

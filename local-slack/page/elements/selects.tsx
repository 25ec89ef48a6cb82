import type {
  ChannelsSelect,
  ConversationsSelect,
  ExternalSelect,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  PlainTextOption,
  StaticSelect,
  UsersSelect,
} from '@slack/types';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Channel, Person } from '../../wire.ts';
import { plain } from '../blocks/text.tsx';
import { Icon } from '../frame/icons.tsx';
import { act } from '../state/line.ts';
import { useWorld } from '../state/store.ts';
import { Avatar } from '../talk/avatar.tsx';
import type { Choice, ChoiceGroup } from './combobox.tsx';
import { Combobox } from './combobox.tsx';
import type { FieldProps } from './field.ts';
import { useField } from './field.ts';
import { useSurface } from './surface.tsx';

type OptionGroup = { label?: { text: string }; options: PlainTextOption[] };

function choiceOf(option: PlainTextOption): Choice {
  const hint = option.description ? { hint: plain(option.description.text) } : {};
  return { key: option.value ?? option.text.text, label: plain(option.text.text), ...hint };
}

function groupsOf(groups: OptionGroup[]): ChoiceGroup[] {
  return groups.map((group) => ({
    label: group.label ? plain(group.label.text) : '',
    choices: group.options.map(choiceOf),
  }));
}

type OptionSelect = StaticSelect | MultiStaticSelect | ExternalSelect | MultiExternalSelect;

/** Several are kept as a list, one as itself or null. */
function useChosen(props: FieldProps<OptionSelect>): {
  chosen: PlainTextOption[];
  choose: (list: PlainTextOption[]) => void;
} {
  const multi = props.of.type.startsWith('multi_');
  const field = useField(props.of, props.blockId, multi ? 'selected_options' : 'selected_option', props.dispatches);
  const content = field.content as PlainTextOption | PlainTextOption[] | null;
  const chosen = Array.isArray(content) ? content : content ? [content] : [];
  return { chosen, choose: (list) => field.choose(multi ? list : (list[0] ?? null)) };
}

function shared(of: OptionSelect | EntitySelect, otherwise: string) {
  const multi = of.type.startsWith('multi_');
  return {
    multi,
    max: 'max_selected_items' in of ? of.max_selected_items : undefined,
    placeholder: of.placeholder ? plain(of.placeholder.text) : otherwise,
    first: of.focus_on_load,
  };
}

function pickFrom(options: PlainTextOption[], keys: string[]): PlainTextOption[] {
  return keys.flatMap((key) => options.find((one) => choiceOf(one).key === key) ?? []);
}

export function StaticSelectElement(props: FieldProps<StaticSelect | MultiStaticSelect>): VNode {
  const { of, labelling } = props;
  const { chosen, choose } = useChosen(props);
  const groups: OptionGroup[] = of.option_groups ?? [{ options: of.options ?? [] }];
  const all = groups.flatMap((group) => group.options);
  return (
    <Combobox
      {...shared(of, of.type === 'static_select' ? 'Select an option' : 'Select options')}
      labelling={labelling}
      groups={groupsOf(groups)}
      chosen={chosen.map(choiceOf)}
      onChoose={(keys) => choose(pickFrom([...all, ...chosen], keys))}
    />
  );
}

/** Its choices are asked of the app, as the person types. */
export function ExternalSelectElement(props: FieldProps<ExternalSelect | MultiExternalSelect>): VNode {
  const { of, blockId, labelling } = props;
  const { place } = useSurface();
  const { chosen, choose } = useChosen(props);
  const [groups, setGroups] = useState<OptionGroup[]>([]);
  const [note, setNote] = useState<string | undefined>();
  const latest = useRef(0);
  const least = of.min_query_length ?? 3;
  const ask = (query: string): void => {
    latest.current += 1;
    const mine = latest.current;
    if (query.length < least) {
      setGroups([]);
      return setNote(`Type at least ${least} character${least === 1 ? '' : 's'} to search`);
    }
    setNote('Loading…');
    setTimeout(() => {
      if (mine !== latest.current) return;
      void act({ do: 'options', place, block_id: blockId, action_id: of.action_id ?? '', query }).then((answer) => {
        if (mine !== latest.current) return;
        setNote(answer.ok ? undefined : 'The choices could not be loaded');
        if (!answer.ok) return setGroups([]);
        setGroups(
          (answer.option_groups as OptionGroup[] | undefined) ?? [
            { options: (answer.options ?? []) as PlainTextOption[] },
          ],
        );
      });
    }, 200);
  };
  return (
    <Combobox
      {...shared(of, 'Search')}
      labelling={labelling}
      groups={groupsOf(groups)}
      chosen={chosen.map(choiceOf)}
      note={note}
      onQuery={ask}
      onChoose={(keys) => choose(pickFrom([...groups.flatMap((group) => group.options), ...chosen], keys))}
    />
  );
}

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
      {...shared(of, of.type.endsWith('users_select') ? 'Select a person' : 'Select a conversation')}
      labelling={labelling}
      groups={[{ label: '', choices }]}
      chosen={ids.map((id) => choices.find((one) => one.key === id) ?? { key: id, label: id })}
      onChoose={(keys) => field.choose(multi ? keys : (keys[0] ?? null))}
    />
  );
}

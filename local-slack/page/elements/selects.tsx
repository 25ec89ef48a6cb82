import type {
  ExternalSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  PlainTextOption,
  StaticSelect,
} from '@slack/types';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { plain } from '../blocks/text.tsx';
import { act } from '../state/line.ts';
import type { Choice, ChoiceGroup } from './combobox.tsx';
import { Combobox } from './combobox.tsx';
import type { FieldProps } from './field.ts';
import { useField } from './field.ts';
import { promptOf } from './prompt.ts';
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
  busy: boolean;
  choose: (list: PlainTextOption[]) => void;
} {
  const multi = props.of.type.startsWith('multi_');
  const field = useField(props.of, props.blockId, multi ? 'selected_options' : 'selected_option', props.dispatches);
  const content = field.content as PlainTextOption | PlainTextOption[] | null;
  const chosen = Array.isArray(content) ? content : content ? [content] : [];
  return { chosen, busy: field.busy, choose: (list) => field.choose(multi ? list : (list[0] ?? null)) };
}

function shared(of: OptionSelect) {
  const multi = of.type.startsWith('multi_');
  return {
    multi,
    max: 'max_selected_items' in of ? of.max_selected_items : undefined,
    placeholder: promptOf(of),
    first: of.focus_on_load,
  };
}

function pickFrom(options: PlainTextOption[], keys: string[]): PlainTextOption[] {
  return keys.flatMap((key) => options.find((one) => choiceOf(one).key === key) ?? []);
}

export function StaticSelectElement(props: FieldProps<StaticSelect | MultiStaticSelect>): VNode {
  const { of, labelling } = props;
  const { chosen, busy, choose } = useChosen(props);
  const groups: OptionGroup[] = of.option_groups ?? [{ options: of.options ?? [] }];
  const all = groups.flatMap((group) => group.options);
  return (
    <Combobox
      {...shared(of)}
      labelling={labelling}
      groups={groupsOf(groups)}
      chosen={chosen.map(choiceOf)}
      busy={busy}
      onChoose={(keys) => choose(pickFrom([...all, ...chosen], keys))}
    />
  );
}

type Asked = { groups: OptionGroup[]; note?: string; loading?: boolean };

/** Asks the app for choices once the person pauses in typing; only the answer to the newest question counts. */
function useAsked(of: ExternalSelect | MultiExternalSelect, blockId: string) {
  const { place } = useSurface();
  const [asked, setAsked] = useState<Asked>({ groups: [] });
  const latest = useRef(0);
  const least = of.min_query_length ?? 3;
  const load = async (query: string, mine: number): Promise<void> => {
    const answer = await act({ do: 'options', place, block_id: blockId, action_id: of.action_id ?? '', query });
    if (mine !== latest.current) return;
    if (!answer.ok) return setAsked({ groups: [], note: 'The choices could not be loaded' });
    const options = (answer.options ?? []) as PlainTextOption[];
    setAsked({ groups: (answer.option_groups as OptionGroup[] | undefined) ?? [{ options }] });
  };
  const ask = (query: string): void => {
    latest.current += 1;
    const mine = latest.current;
    if (query.length < least) {
      const note = `Type at least ${least} character${least === 1 ? '' : 's'} to search`;
      return setAsked({ groups: [], note });
    }
    setAsked({ groups: [], loading: true });
    setTimeout(() => mine === latest.current && void load(query, mine), query ? 200 : 0);
  };
  return { ...asked, ask };
}

export function ExternalSelectElement(props: FieldProps<ExternalSelect | MultiExternalSelect>): VNode {
  const { of, blockId, labelling } = props;
  const { chosen, busy, choose } = useChosen(props);
  const { groups, note, loading, ask } = useAsked(of, blockId);
  return (
    <Combobox
      {...shared(of)}
      labelling={labelling}
      groups={groupsOf(groups)}
      chosen={chosen.map(choiceOf)}
      busy={busy}
      note={note}
      loading={loading}
      onQuery={ask}
      onChoose={(keys) => choose(pickFrom([...groups.flatMap((group) => group.options), ...chosen], keys))}
    />
  );
}

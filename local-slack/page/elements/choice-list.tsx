import type { VNode } from 'preact';
import { Icon, Spinner } from '../frame/icons.tsx';
import type { Choice, ChoiceGroup } from './combobox.tsx';

type Props = {
  id: string;
  groups: ChoiceGroup[];
  chosen: Choice[];
  active: number;
  multi: boolean;
  full: boolean;
  note?: string | undefined;
  loading?: boolean | undefined;
  onPick: (choice: Choice) => void;
  onActive: (at: number) => void;
};

/** The list under a combobox. The focus stays in the input; `active` is the choice that Enter picks. */
export function Choices(props: Props): VNode {
  const { id, groups, chosen, multi, note, loading } = props;
  const empty = groups.every((group) => group.choices.length === 0);
  const before = groups.map((_, n) => groups.slice(0, n).reduce((sum, group) => sum + group.choices.length, 0));
  return (
    <>
      <div role="listbox" id={`${id}-list`} aria-label="Choices" aria-multiselectable={multi}>
        {groups.map((group, n) => (
          <div key={n} role={group.label ? 'group' : 'presentation'} aria-label={group.label || undefined}>
            {group.label && (
              <div class="choice-group" aria-hidden="true">
                {group.label}
              </div>
            )}
            {group.choices.map((one, m) => (
              <OneChoice
                key={one.key}
                {...props}
                of={one}
                at={(before[n] ?? 0) + m}
                selected={chosen.some((other) => other.key === one.key)}
              />
            ))}
          </div>
        ))}
      </div>
      {(note || loading || empty) && (
        <div class="choice-note" role="status">
          {loading && <Spinner />}
          {loading ? 'Loading…' : (note ?? 'No results')}
        </div>
      )}
    </>
  );
}

function OneChoice({ of, at, selected, ...list }: Props & { of: Choice; at: number; selected: boolean }): VNode {
  const active = at === list.active;
  return (
    <div
      id={`${list.id}-${at}`}
      role="option"
      class={`choice ${active ? 'active' : ''}`}
      aria-selected={selected}
      aria-disabled={list.full && !selected ? true : undefined}
      // Keeps the focus in the input.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => list.onActive(at)}
      onClick={(event) => {
        event.stopPropagation();
        list.onPick(of);
      }}
      ref={(box) => {
        if (active) box?.scrollIntoView({ block: 'nearest' });
      }}
    >
      {of.icon}
      <span class="choice-words">
        {of.label}
        {of.hint && <span class="choice-hint">{of.hint}</span>}
      </span>
      {selected && <Icon name="check" size={16} />}
    </div>
  );
}

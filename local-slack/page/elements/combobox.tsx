import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../frame/icons.tsx';
import { Popup } from '../frame/popup.tsx';
import type { Labelling } from './field.ts';
import { aria } from './field.ts';

export type Choice = { key: string; label: string; hint?: string; icon?: ComponentChildren };
export type ChoiceGroup = { label: string; choices: Choice[] };

type Props = {
  labelling: Labelling;
  groups: ChoiceGroup[];
  chosen: Choice[];
  multi: boolean;
  max?: number | undefined;
  placeholder: string;
  first?: boolean | undefined;
  note?: string | undefined; // instead of the list: "Type at least 3 characters"
  /** Asked as the person types; without it the choices are filtered here. */
  onQuery?: ((query: string) => void) | undefined;
  onChoose: (keys: string[]) => void;
};

function matching(groups: ChoiceGroup[], query: string): ChoiceGroup[] {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return groups;
  const fits = (one: Choice): boolean => `${one.label} ${one.hint ?? ''}`.toLowerCase().includes(wanted);
  return groups
    .map((group) => ({ ...group, choices: group.choices.filter(fits) }))
    .filter((group) => group.choices.length > 0);
}

function useCombo(props: Props) {
  const { chosen, multi, onQuery } = props;
  const anchor = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const groups = onQuery ? props.groups : matching(props.groups, query);
  const flat = groups.flatMap((group) => group.choices);
  const look = (words: string): void => {
    setOpen(true);
    setQuery(words);
    setActive(0);
    onQuery?.(words);
  };
  const show = (): void => {
    if (open) return;
    look('');
    const at = flat.findIndex((one) => one.key === chosen[0]?.key);
    if (!multi && at > 0) setActive(at);
  };
  const hide = (): void => {
    setOpen(false);
    setQuery('');
  };
  const pick = (choice: Choice | undefined): void => {
    if (!choice) return;
    const keys = chosen.map((one) => one.key);
    if (!multi) props.onChoose([choice.key]);
    else if (keys.includes(choice.key)) props.onChoose(keys.filter((one) => one !== choice.key));
    else if (keys.length < (props.max ?? Infinity)) props.onChoose([...keys, choice.key]);
    if (multi) setQuery('');
    else hide();
    input.current?.focus();
  };
  const dropLast = (): void => props.onChoose(chosen.slice(0, -1).map((one) => one.key));
  const move = (by: number): void => setActive((active + by + flat.length) % (flat.length || 1));
  return { anchor, input, open, query, active, setActive, groups, flat, look, show, hide, pick, dropLast, move };
}

/** A select that is searched by typing: one choice or several, in groups or not. */
export function Combobox(props: Props): VNode {
  const { labelling, chosen, multi } = props;
  const combo = useCombo(props);
  const { id } = labelling;
  return (
    <div
      class={`combo ${multi ? 'multi' : ''} ${combo.open ? 'open' : ''}`}
      ref={combo.anchor}
      onClick={() => combo.input.current?.focus()}
    >
      {multi && chosen.map((one) => <Chip key={one.key} choice={one} onRemove={() => combo.pick(one)} />)}
      <ComboInput {...props} combo={combo} />
      {!multi && <Icon name="down" size={16} />}
      {combo.open && (
        <Popup anchor={combo.anchor} onClose={combo.hide} as="choices" wide>
          <Choices
            id={id}
            groups={combo.groups}
            chosen={chosen}
            active={combo.active}
            note={props.note}
            onPick={combo.pick}
            onActive={combo.setActive}
          />
        </Popup>
      )}
    </div>
  );
}

function ComboInput({ combo, ...props }: Props & { combo: ReturnType<typeof useCombo> }): VNode {
  const { labelling, chosen, multi } = props;
  const { open, flat, active } = combo;
  const label = chosen[0]?.label ?? '';
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Backspace' && multi && !combo.query && chosen.length > 0) combo.dropLast();
    else comboKey(event, { ...combo, pick: () => combo.pick(flat[active]) });
  };
  return (
    <input
      {...aria(labelling)}
      ref={combo.input}
      role="combobox"
      aria-expanded={open}
      aria-controls={open ? `${labelling.id}-list` : undefined}
      aria-autocomplete="list"
      aria-activedescendant={open && flat[active] ? `${labelling.id}-${active}` : undefined}
      autocomplete="off"
      data-first={props.first ? true : undefined}
      value={open || multi ? combo.query : label}
      placeholder={multi && chosen.length > 0 ? '' : (!multi && label) || props.placeholder}
      onClick={combo.show}
      onInput={(event) => combo.look(event.currentTarget.value)}
      onBlur={combo.hide}
      onKeyDown={key}
    />
  );
}

type Keys = { open: boolean; show: () => void; hide: () => void; pick: () => void; move: (by: number) => void };

function comboKey(event: KeyboardEvent, keys: Keys): void {
  const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (move !== undefined) {
    event.preventDefault();
    if (keys.open) keys.move(move);
    else keys.show();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (keys.open) keys.pick();
    else keys.show();
  } else if (event.key === 'Tab') keys.hide();
}

function Chip({ choice, onRemove }: { choice: Choice; onRemove: () => void }): VNode {
  return (
    <span class="chip">
      {choice.icon}
      {choice.label}
      <button type="button" aria-label={`Remove ${choice.label}`} onClick={onRemove}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}

type ListProps = {
  id: string;
  groups: ChoiceGroup[];
  chosen: Choice[];
  active: number;
  note?: string | undefined;
  onPick: (choice: Choice) => void;
  onActive: (at: number) => void;
};

function Choices({ id, groups, chosen, active, note, onPick, onActive }: ListProps): VNode {
  let at = -1;
  const option = (one: Choice): VNode => {
    at += 1;
    const here = at;
    const selected = chosen.some((other) => other.key === one.key);
    return (
      <div
        key={one.key}
        id={`${id}-${here}`}
        role="option"
        class={`choice ${here === active ? 'active' : ''}`}
        aria-selected={selected}
        // Keeps the focus in the input.
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={() => onActive(here)}
        onClick={(event) => {
          event.stopPropagation();
          onPick(one);
        }}
        ref={(box) => {
          if (here === active) box?.scrollIntoView({ block: 'nearest' });
        }}
      >
        {one.icon}
        <span class="choice-words">
          {one.label}
          {one.hint && <span class="choice-hint">{one.hint}</span>}
        </span>
        {selected && <Icon name="check" size={16} />}
      </div>
    );
  };
  const empty = groups.every((group) => group.choices.length === 0);
  return (
    <div role="listbox" id={`${id}-list`} aria-label="Choices">
      {groups.map((group, n) => (
        <div key={n} role="group" aria-label={group.label || undefined}>
          {group.label && <div class="choice-group">{group.label}</div>}
          {group.choices.map(option)}
        </div>
      ))}
      {(note || empty) && <div class="choice-note">{note ?? 'No results'}</div>}
    </div>
  );
}

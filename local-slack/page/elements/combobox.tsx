import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon, Spinner } from '../frame/icons.tsx';
import type { IconName } from '../frame/icons.tsx';
import { Popup } from '../frame/popup.tsx';
import { Choices } from './choice-list.tsx';
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
  busy?: boolean | undefined;
  note?: string | undefined; // instead of the list: "Type at least 3 characters"
  loading?: boolean | undefined;
  sign?: IconName; // drawn before the words
  tail?: string | undefined; // drawn after them: a time zone
  /** The key of the choice at which an untouched list begins. */
  startAt?: string;
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
  const full = multi && chosen.length >= (props.max ?? Infinity);
  const look = (words: string): void => {
    setOpen(true);
    setQuery(words);
    setActive(0);
    onQuery?.(words);
  };
  const show = (): void => {
    if (open) return;
    look('');
    const start = multi ? undefined : (chosen[0]?.key ?? props.startAt);
    const at = flat.findIndex((one) => one.key === start);
    if (at > 0) setActive(at);
  };
  const hide = (): void => {
    setOpen(false);
    setQuery('');
    if (open) onQuery?.('');
  };
  const pick = (choice: Choice | undefined): void => {
    if (!choice) return;
    const keys = chosen.map((one) => one.key);
    if (!multi) {
      if (keys[0] !== choice.key) props.onChoose([choice.key]);
    } else if (keys.includes(choice.key)) props.onChoose(keys.filter((one) => one !== choice.key));
    else if (!full) props.onChoose([...keys, choice.key]);
    if (multi) {
      setQuery('');
      // In the whole list again, where it stands there.
      if (query && !onQuery) setActive(props.groups.flatMap((group) => group.choices).indexOf(choice));
    } else hide();
    input.current?.focus();
  };
  const dropLast = (): void => props.onChoose(chosen.slice(0, -1).map((one) => one.key));
  const move = (by: number): void => setActive((active + by + flat.length) % (flat.length || 1));
  return { anchor, input, open, query, active, setActive, groups, flat, full, look, show, hide, pick, dropLast, move };
}

/** A select that is searched by typing: one choice or several, in groups or not. */
export function Combobox(props: Props): VNode {
  const { labelling, chosen, multi, sign, tail } = props;
  const combo = useCombo(props);
  const note = combo.full ? `You can choose up to ${props.max}` : props.note;
  return (
    <div
      class={`combo ${multi ? 'multi' : ''} ${combo.open ? 'open' : ''} ${sign ? 'signed' : ''}`}
      ref={combo.anchor}
      onClick={() => combo.input.current?.focus()}
    >
      {sign && <Icon name={sign} size={16} />}
      {multi && chosen.map((one) => <Chip key={one.key} choice={one} onRemove={() => combo.pick(one)} />)}
      {!multi && !combo.open && chosen[0]?.icon && <span class="combo-icon">{chosen[0].icon}</span>}
      <ComboInput {...props} combo={combo} />
      {tail && <span class="combo-tail">{tail}</span>}
      {props.busy ? <Spinner /> : !multi && <Icon name="down" size={16} />}
      {combo.open && (
        <Popup anchor={combo.anchor} onClose={combo.hide} as="choices" wide>
          <Choices
            id={labelling.id}
            groups={combo.groups}
            chosen={chosen}
            active={combo.active}
            multi={multi}
            full={combo.full}
            note={note}
            loading={props.loading}
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
    else comboKey(event, { ...combo, last: flat.length - 1, pick: () => combo.pick(flat[active]) });
  };
  const held = multi && chosen.length > 0 ? `Chosen: ${chosen.map((one) => one.label).join(', ')}` : undefined;
  return (
    <input
      {...aria(labelling)}
      ref={combo.input}
      role="combobox"
      aria-expanded={open}
      aria-controls={open ? `${labelling.id}-list` : undefined}
      aria-autocomplete="list"
      aria-activedescendant={open && flat[active] ? `${labelling.id}-${active}` : undefined}
      aria-description={held}
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

type Keys = {
  open: boolean;
  active: number;
  last: number;
  show: () => void;
  hide: () => void;
  pick: () => void;
  move: (by: number) => void;
};

function comboKey(event: KeyboardEvent, keys: Keys): void {
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  if (keys.open) {
    moves['PageDown'] = Math.min(8, keys.last - keys.active);
    moves['PageUp'] = -Math.min(8, keys.active);
  }
  const move = moves[event.key];
  if (move !== undefined) {
    event.preventDefault();
    if (keys.open) keys.move(move);
    else keys.show();
  } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    if (keys.open) keys.pick();
    else keys.show();
  } else if (event.key === 'Tab') keys.hide();
}

function Chip({ choice, onRemove }: { choice: Choice; onRemove: () => void }): VNode {
  return (
    <span class="chip">
      {choice.icon}
      <span class="chip-words">{choice.label}</span>
      <button type="button" aria-label={`Remove ${choice.label}`} onClick={onRemove}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}

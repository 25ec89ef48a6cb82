import type {
  Checkboxes,
  Datepicker,
  DateTimepicker,
  EmailInput,
  ExternalSelect,
  FileInput,
  HomeView,
  InputBlock,
  KnownBlock,
  ModalView,
  NumberInput,
  PlainTextElement,
  PlainTextInput,
  RadioButtons,
  RichTextInput,
  StaticSelect,
  URLInput,
  UsersSelect,
} from '@slack/types';
import { plain } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { richOf } from './rich-text.ts';

export type Choice = { value: string; label: string; description?: string | undefined };
export type ChoiceGroup = { label: string; choices: readonly Choice[] };
/** What is asked in one block of a form. The block's id is the field's name. */
export type Asked = {
  field: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
  /** Tells us of the answer as soon as it is given. */
  tells?: boolean;
};

export const input = (
  { field, label, hint, optional = false, tells = false }: Asked,
  element: InputBlock['element'],
): InputBlock => ({
  type: 'input',
  block_id: field,
  label: plain(label, LIMITS.label),
  element,
  optional,
  ...(hint && { hint: plain(hint, LIMITS.hint) }),
  ...(tells && { dispatch_action: true }),
});

type TextAsk = {
  placeholder?: string | undefined;
  initial?: string | undefined;
  max?: number;
  multiline?: boolean;
  /** Where it tells us: as it is typed. Of one line also at Enter, which in several only begins the next one. */
  heard?: boolean;
};

/** Slack shows `initial_value` as it is: it is the one text that is not escaped. */
export const textInput = (
  action_id: string,
  { placeholder, initial, max = LIMITS.input, multiline = false, heard = false }: TextAsk = {},
): PlainTextInput => ({
  type: 'plain_text_input',
  action_id,
  multiline,
  max_length: max,
  ...placed(placeholder),
  ...(heard && {
    dispatch_action_config: {
      trigger_actions_on: multiline ? ['on_character_entered'] : ['on_enter_pressed', 'on_character_entered'],
    },
  }),
  ...(initial && { initial_value: startOf(initial, max) }),
});

/** The same element, telling of itself as it is typed. */
export const heard = (element: InputBlock['element']): InputBlock['element'] =>
  TYPED.includes(element.type) ? ({ ...element, dispatch_action_config: AS_TYPED } as typeof element) : element;
const AS_TYPED = { trigger_actions_on: ['on_character_entered' as const] };
const TYPED: readonly string[] = ['plain_text_input', 'number_input', 'email_text_input', 'url_text_input'];

/** Slack bounds what is written in it by nothing that an app could say. We hear of it as it is typed: Enter begins the next line. */
export const richInput = (
  action_id: string,
  { placeholder, initial = '' }: Pick<TextAsk, 'placeholder' | 'initial'>,
): RichTextInput =>
  rewritten({ type: 'rich_text_input', action_id, ...placed(placeholder), dispatch_action_config: AS_TYPED }, initial);

/** The same with this text to begin with. */
export function rewritten(element: RichTextInput, text: string): RichTextInput {
  const { initial_value: _, ...rest } = element;
  const initial_value = richOf(text);
  return { ...rest, ...(initial_value && { initial_value }) };
}

/** The first characters of a raw text, none of them halved. */
export const startOf = (text: string, max: number): string => text.slice(0, max).replace(/[\ud800-\udbff]$/, '');

const placed = (placeholder: string | undefined): { placeholder?: PlainTextElement } =>
  placeholder ? { placeholder: plain(placeholder, LIMITS.placeholder) } : {};

/** The choices of a menu that asks for them. */
export const options = (choices: readonly Choice[]) => choices.slice(0, LIMITS.options).map(option);

export const option = ({ value, label, description }: Choice) => ({
  text: plain(label, LIMITS.option),
  value,
  ...(description && { description: plain(description, LIMITS.optionDescription) }),
});

type SelectAsk = { initial?: string | undefined; placeholder?: string | undefined };

export function select(action_id: string, choices: readonly Choice[], ask: SelectAsk = {}): StaticSelect {
  const shown = choices.slice(0, LIMITS.options);
  return { ...selectFrame(action_id, shown, ask), options: shown.map(option) };
}

export function groupedSelect(action_id: string, groups: readonly ChoiceGroup[], ask: SelectAsk = {}): StaticSelect {
  const shown = groups
    .slice(0, LIMITS.optionGroups)
    .map(({ label, choices }) => ({ label, choices: choices.slice(0, LIMITS.options) }));
  const all = shown.flatMap(({ choices }) => choices);
  return {
    ...selectFrame(action_id, all, ask),
    option_groups: shown.map(({ label, choices }) => ({
      label: plain(label, LIMITS.option),
      options: choices.map(option),
    })),
  };
}

function selectFrame(action_id: string, choices: readonly Choice[], { initial, placeholder }: SelectAsk) {
  const chosen = choices.find(({ value }) => value === initial);
  return {
    type: 'static_select' as const,
    action_id,
    ...placed(placeholder),
    ...(chosen && { initial_option: option(chosen) }),
  };
}

export function radio(action_id: string, choices: readonly Choice[], initial?: string): RadioButtons {
  const chosen = choices.find(({ value }) => value === initial);
  return {
    type: 'radio_buttons',
    action_id,
    options: choices.slice(0, LIMITS.radio).map(option),
    ...(chosen && { initial_option: option(chosen) }),
  };
}

/** `checked`: all of them, or which. */
export function checkboxes(
  action_id: string,
  choices: readonly Choice[],
  checked: boolean | readonly string[] = false,
): Checkboxes {
  const shown = choices.slice(0, LIMITS.radio);
  const chosen = shown.filter(({ value }) => (typeof checked === 'boolean' ? checked : checked.includes(value)));
  return {
    type: 'checkboxes',
    action_id,
    options: shown.map(option),
    ...(chosen.length > 0 && { initial_options: chosen.map(option) }),
  };
}

/** A menu that asks the app for its choices as the person types. */
export const searchSelect = (
  action_id: string,
  { placeholder, initial }: { placeholder?: string | undefined; initial?: Choice | undefined } = {},
): ExternalSelect => ({
  type: 'external_select',
  action_id,
  min_query_length: 0,
  ...placed(placeholder),
  ...(initial && { initial_option: option(initial) }),
});

export const userSelect = (action_id: string, { initial, placeholder }: SelectAsk = {}): UsersSelect => ({
  type: 'users_select',
  action_id,
  ...placed(placeholder),
  ...(initial && { initial_user: initial }),
});

export const moment = (action_id: string, initial?: Date | null): DateTimepicker => ({
  type: 'datetimepicker',
  action_id,
  ...(initial && { initial_date_time: Math.floor(initial.getTime() / 1000) }),
});
export const day = (action_id: string, initial?: string): Datepicker => ({
  type: 'datepicker',
  action_id,
  ...(initial && { initial_date: initial }),
});
export const numberInput = (action_id: string, initial?: string): NumberInput => ({
  type: 'number_input',
  action_id,
  is_decimal_allowed: true,
  ...(initial && { initial_value: initial }),
});
/** At most this many at once; Slack takes ten. */
export const fileInput = (action_id: string, max_files = 5, types?: readonly string[]): FileInput => ({
  type: 'file_input',
  action_id,
  max_files,
  ...(types && { filetypes: [...types] }),
});
export const emailInput = (action_id: string, initial?: string): EmailInput => ({
  type: 'email_text_input',
  action_id,
  ...(initial && { initial_value: initial }),
});
export const urlInput = (action_id: string, initial?: string): URLInput => ({
  type: 'url_text_input',
  action_id,
  ...(initial && { initial_value: initial }),
});

export type Frame = {
  title: string;
  close: string;
  submit?: string;
  callback?: string;
  metadata?: string;
  /** Whether we are told when it is closed. */
  tells?: boolean;
};

export const modal = (
  { title, close, submit, callback, metadata, tells }: Frame,
  blocks: readonly KnownBlock[],
): ModalView => ({
  type: 'modal',
  title: plain(title, LIMITS.modalTitle),
  close: plain(close, LIMITS.modalButton),
  ...(submit && { submit: plain(submit, LIMITS.modalButton) }),
  ...(callback && { callback_id: callback }),
  ...(metadata !== undefined && { private_metadata: metadata }),
  ...(tells === true && { notify_on_close: true }),
  blocks: blocks.slice(0, LIMITS.viewBlocks),
});

export const home = (blocks: readonly KnownBlock[]): HomeView => ({
  type: 'home',
  blocks: blocks.slice(0, LIMITS.viewBlocks),
});

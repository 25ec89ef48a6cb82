/** What each stateful element reports in `state.values`, empty and initial. */
import type { Obj } from './model.ts';

type Kind = { field: string; initial: string; empty: unknown };

export const VALUE_OF: Record<string, Kind> = {
  plain_text_input: { field: 'value', initial: 'initial_value', empty: null },
  email_text_input: { field: 'value', initial: 'initial_value', empty: null },
  url_text_input: { field: 'value', initial: 'initial_value', empty: null },
  number_input: { field: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: { field: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { field: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { field: 'selected_user', initial: 'initial_user', empty: null },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation', empty: null },
  channels_select: { field: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_static_select: { field: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { field: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', empty: [] },
  multi_conversations_select: { field: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', empty: [] },
  checkboxes: { field: 'selected_options', initial: 'initial_options', empty: [] },
  radio_buttons: { field: 'selected_option', initial: 'initial_option', empty: null },
  datepicker: { field: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { field: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time', empty: null },
  file_input: { field: 'files', initial: '', empty: [] },
};

export function isStateful(element: Obj): boolean {
  return Object.hasOwn(VALUE_OF, String(element['type']));
}

export function initialValue(element: Obj): Obj & { type: string } {
  const type = String(element['type']);
  const kind = VALUE_OF[type];
  return kind ? { type, [kind.field]: element[kind.initial] ?? kind.empty } : { type };
}

/** A value as the page sends it, reduced to the fields Slack reports. */
export function valueOf(element: Obj, given: Obj | undefined): Obj & { type: string } {
  const type = String(element['type']);
  const kind = VALUE_OF[type];
  if (!kind) return { type };
  const value = given?.[kind.field];
  if (value === undefined || value === null || value === '') return { type, [kind.field]: kind.empty };
  return { type, [kind.field]: value };
}

export function isEmpty(element: Obj, value: Obj): boolean {
  const kind = VALUE_OF[String(element['type'])];
  const held = kind ? value[kind.field] : undefined;
  return held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
}

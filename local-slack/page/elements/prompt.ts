import { plain } from '../blocks/text.tsx';
import type { Element } from './values.ts';

const prompts: Partial<Record<Element['type'], string>> = {
  datepicker: 'Select a date',
  timepicker: 'Select a time',
  datetimepicker: 'Select a date and time',
  users_select: 'Select a person',
  multi_users_select: 'Select people',
  channels_select: 'Select a channel',
  multi_channels_select: 'Select channels',
  conversations_select: 'Select a conversation',
  multi_conversations_select: 'Select conversations',
  multi_static_select: 'Select options',
  multi_external_select: 'Select options',
  checkboxes: 'Choices',
  radio_buttons: 'Choices',
};

/** What an element asks for: its placeholder, and its name where it has no label of its own. */
export function promptOf(of: Element): string {
  if ('placeholder' in of && of.placeholder) return plain(of.placeholder.text);
  return prompts[of.type] ?? 'Select an option';
}

/** Which elements stand where, by block and by surface. Source: docs.slack.dev/reference/block-kit/block-elements. */
import type { Obj } from '../model.ts';
import { ELEMENTS } from './elements.ts';
import { type Report, type Rule, byType } from './rule.ts';

const selects = ['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select'];
const multis = selects.map((name) => `multi_${name}`);
const pickers = ['datepicker', 'timepicker'];
const ticks = ['checkboxes', 'radio_buttons'];

export const IN_ACCESSORY = [
  'button',
  'image',
  'overflow',
  'workflow_button',
  ...selects,
  ...multis,
  ...pickers,
  ...ticks,
];
export const IN_ACTIONS = [
  'button',
  'overflow',
  'workflow_button',
  'datetimepicker',
  'rich_text_input',
  ...selects,
  ...multis,
  ...pickers,
  ...ticks,
];
export const IN_CONTEXT = ['image', 'plain_text', 'mrkdwn'];
export const IN_CONTEXT_ACTIONS = ['feedback_buttons', 'icon_button'];
export const IN_INPUT = [
  'plain_text_input',
  'rich_text_input',
  'datetimepicker',
  'email_text_input',
  'url_text_input',
  'number_input',
  'file_input',
  ...selects,
  ...multis,
  ...pickers,
  ...ticks,
];

/** Inputs that only a modal takes. */
const MODAL_ONLY = ['email_text_input', 'url_text_input', 'number_input', 'file_input'];
/** Elements a message does not take, and those a Home tab does not. */
const NOT_ON: Record<string, string[]> = {
  rich_text_input: ['message'],
  datetimepicker: ['home'],
  workflow_button: ['modal', 'home'],
};

function misplaced(name: string, allowed: readonly string[], { surface, ground }: Report): boolean {
  if (MODAL_ONLY.includes(name) && surface !== 'modal') return true;
  if (NOT_ON[name]?.includes(surface)) return true;
  return allowed === IN_ACTIONS && multis.includes(name) && !ground.strictness.multi_select_in_actions;
}

export function element(allowed: readonly string[]): Rule {
  const rule = byType(() => ELEMENTS, allowed);
  return (value, at, report) => {
    rule(value, at, report);
    const name = (value as Obj | null)?.['type'];
    if (typeof name !== 'string') return;
    if (misplaced(name, allowed, report)) report.say(`${at}/type`, `unsupported type: ${name}`);
  };
}

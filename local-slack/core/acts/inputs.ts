/** What Slack's client itself asks of inputs before it sends a form, in its own words. */
import { isObj } from '../checks/rule.ts';
import type { Obj, Values } from '../model.ts';
import type { Slack } from '../slack.ts';
import { isEmpty } from '../values.ts';

const REQUIRED = 'Please complete this required field.';
const LONGEST_TEXT = 3000;

export function inputErrors(slack: Slack, blocks: Obj[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    const { element, type } = block;
    if (type !== 'input' || !isObj(element)) continue;
    const value = values[String(block['block_id'])]?.[String(element['action_id'])];
    if (!value) continue;
    const error = isEmpty(element, value)
      ? block['optional'] === true
        ? undefined
        : REQUIRED
      : inputError(slack, element, value);
    if (error !== undefined) errors[String(block['block_id'])] = error;
  }
  return errors;
}

function inputError(slack: Slack, element: Obj, value: Obj): string | undefined {
  const written = typeof value['value'] === 'string' ? value['value'] : '';
  switch (element['type']) {
    case 'plain_text_input':
      return lengthError(element, written);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(written) ? undefined : 'Please enter a valid URL.';
    case 'number_input':
      return numberError(element, written);
    case 'file_input':
      return fileError(slack, element, value['files']);
    default:
      return countError(element, value);
  }
}

function lengthError(element: Obj, written: string): string | undefined {
  const most = typeof element['max_length'] === 'number' ? element['max_length'] : LONGEST_TEXT;
  const least = typeof element['min_length'] === 'number' ? element['min_length'] : 0;
  if (written.length > most) return `Must be ${most} characters or fewer.`;
  return written.length < least ? `Must be at least ${least} characters.` : undefined;
}

function numberError(element: Obj, written: string): string | undefined {
  const decimal = element['is_decimal_allowed'] === true;
  if (!(decimal ? /^-?\d+(?:\.\d+)?$/ : /^-?\d+$/).test(written))
    return decimal ? 'Please enter a number.' : 'Please enter a whole number.';
  const { min_value: min, max_value: max } = element;
  if (typeof min === 'string' && Number(written) < Number(min)) return `Please enter a number that is ${min} or more.`;
  if (typeof max === 'string' && Number(written) > Number(max)) return `Please enter a number that is ${max} or less.`;
  return undefined;
}

const MOST_FILE_BYTES = 10_000_000;

function fileError(slack: Slack, element: Obj, files: unknown): string | undefined {
  if (!Array.isArray(files)) return undefined;
  const most = typeof element['max_files'] === 'number' ? element['max_files'] : 10;
  if (files.length > most) return `Please upload ${most} files or fewer.`;
  const held = files.map((one: unknown) => slack.state.files[isObj(one) ? String(one['id']) : '']);
  if (held.some((file) => !file)) return 'This file could not be uploaded.';
  return held.some((file) => (file?.size ?? 0) > MOST_FILE_BYTES) ? 'Files must be 10 MB or smaller.' : undefined;
}

function countError(element: Obj, value: Obj): string | undefined {
  const most = element['max_selected_items'];
  const chosen = Object.values(value).find(Array.isArray);
  return typeof most === 'number' && chosen && chosen.length > most ? `Please choose ${most} or fewer.` : undefined;
}

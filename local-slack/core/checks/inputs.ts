/** What a person writes into, or puts a file in. */
import type { Obj } from '../model.ts';
import { asked, type } from './menus.ts';
import { dispatchConfig, placeholder } from './objects.ts';
import { richText } from './rich-text.ts';
import { type Report, type Rule, bool, int, list, may, need, obj, pattern, str } from './rule.ts';

const written = { ...asked, placeholder, dispatch_action_config: may(dispatchConfig) };
const number = pattern(/^-?\d+(?:\.\d+)?$/, 'number');
const lines = may(int(1, 100));

function inOrder(least: string, most: string): (value: Obj, at: string, report: Report) => void {
  return (value, at, report) => {
    const [min, max] = [value[least], value[most]];
    if (min !== undefined && max !== undefined && Number(min) > Number(max))
      report.say(at, `\`${least}\` must be less than or equal to \`${most}\``);
  };
}

function lengthsAgree(value: Obj, at: string, report: Report): void {
  const { max_length: max, initial_value: initial } = value;
  inOrder('min_length', 'max_length')(value, at, report);
  if (typeof max === 'number' && typeof initial === 'string' && initial.length > max)
    report.say(`${at}/initial_value`, `must be less than ${max + 1} characters`);
}

const NUMBERS = ['initial_value', 'min_value', 'max_value'];

function numbersAgree(value: Obj, at: string, report: Report): void {
  inOrder('min_value', 'max_value')(value, at, report);
  if (value['is_decimal_allowed'] !== false) return;
  for (const name of NUMBERS) {
    const given = value[name];
    if (typeof given === 'string' && given.includes('.'))
      report.say(`${at}/${name}`, 'must be a whole number: decimals are not allowed');
  }
}

function mayRead(_value: Obj, at: string, report: Report): void {
  if (report.ground.app?.scopes.includes('files:read') === false)
    report.say(at, 'file_input needs the `files:read` scope');
}

export const INPUTS: Record<string, Rule> = {
  plain_text_input: obj(
    {
      ...type('plain_text_input'),
      ...written,
      initial_value: may(str(3000, 0)),
      multiline: may(bool),
      min_length: may(int(0, 3000)),
      max_length: may(int(1, 3000)),
    },
    lengthsAgree,
  ),
  email_text_input: obj({ ...type('email_text_input'), ...written, initial_value: may(str(3000, 0)) }),
  url_text_input: obj({ ...type('url_text_input'), ...written, initial_value: may(str(3000, 0)) }),
  number_input: obj(
    {
      ...type('number_input'),
      ...written,
      is_decimal_allowed: need(bool),
      initial_value: may(number),
      min_value: may(number),
      max_value: may(number),
    },
    numbersAgree,
  ),
  rich_text_input: obj(
    { ...type('rich_text_input'), ...written, initial_value: may(richText), min_lines: lines, max_lines: lines },
    inOrder('min_lines', 'max_lines'),
  ),
  file_input: obj({ ...type('file_input'), filetypes: may(list(str(50), 100)), max_files: may(int(1, 10)) }, mayRead),
};

import type { AnyBlock, InputBlock } from '@slack/types';
import type { StateValues } from '../../wire.ts';
import { contentOf, isEmpty } from './values.ts';

/** What Slack itself refuses before it asks the app; by block_id. */
export function faultsIn(blocks: AnyBlock[], values: StateValues): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const fault = faultIn(block as InputBlock, values);
    if (fault) faults[block.block_id ?? ''] = fault;
  }
  return faults;
}

function faultIn(block: InputBlock, values: StateValues): string | null {
  const value = values[block.block_id ?? '']?.[block.element.action_id ?? ''];
  if (isEmpty(value)) return block.optional ? null : 'Please complete this required field.';
  const { element } = block;
  const content = contentOf(value);
  if (typeof content !== 'string') return null;
  if (element.type === 'plain_text_input')
    return lengthFault(content, element.min_length ?? 0, element.max_length ?? 3000);
  if (element.type === 'number_input') return numberFault(content, element);
  const pattern = patterns[element.type];
  return pattern && !pattern.shape.test(content) ? pattern.fault : null;
}

const patterns: Partial<Record<InputBlock['element']['type'], { shape: RegExp; fault: string }>> = {
  email_text_input: { shape: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, fault: 'Please enter a valid email address.' },
  url_text_input: { shape: /^https?:\/\/[^\s/]+/i, fault: 'Please enter a valid URL.' },
};

function lengthFault(text: string, min: number, max: number): string | null {
  if (text.length < min) return `Please enter at least ${min} characters.`;
  return text.length > max ? `Please enter no more than ${max} characters.` : null;
}

function numberFault(
  text: string,
  rule: { is_decimal_allowed: boolean; min_value?: string; max_value?: string },
): string | null {
  const number = Number(text);
  if (!Number.isFinite(number)) return 'Please enter a number.';
  if (!rule.is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.';
  if (rule.min_value !== undefined && number < Number(rule.min_value))
    return `Please enter a number of at least ${rule.min_value}.`;
  if (rule.max_value !== undefined && number > Number(rule.max_value))
    return `Please enter a number of at most ${rule.max_value}.`;
  return null;
}

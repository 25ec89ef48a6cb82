import type { AnyBlock, HomeView, ModalView } from '@slack/types';
import { textOf as wordsIn } from '../../../src/slack/kit.ts';

type Obj = Record<string, unknown>;
const textOf = (of: unknown): string =>
  typeof of === 'object' && of !== null && 'text' in of ? String((of as Obj)['text']) : '';

const word = (of: unknown): string => (typeof of === 'string' ? of : '');

const DATE = /<!date\^\d+\^[^|]*\|(?:2026-11-(\d\d)) (\d\d:\d\d) UTC>/g;
/** Dates as somebody in UTC reads them on 21 November. */
const read = (text: string) =>
  text.replace(DATE, (_all, day: string, time: string) => (day === '21' ? `today ${time}` : `${day} Nov ${time}`));

function element(of: Obj): string {
  const options = (list: unknown) => ((list ?? []) as Obj[]).map((each) => textOf(each['text'])).join(' · ');
  switch (of['type']) {
    case 'button':
      return `[ ${textOf(of['text'])}${of['style'] ? ` (${word(of['style'])})` : ''} ]`;
    case 'overflow':
      return `[ ⋯ ${options(of['options'])} ]`;
    case 'radio_buttons':
    case 'checkboxes':
      return ((of['options'] ?? []) as Obj[])
        .map((each) => `(${sameChoice(each, of) ? 'x' : ' '}) ${textOf(each['text'])}`)
        .join('\n  ');
    case 'static_select': {
      const groups = (of['option_groups'] ?? []) as Obj[];
      const all = groups.map((group) => `${textOf(group['label'])}: ${options(group['options'])}`).join(' | ');
      const chosen = textOf((of['initial_option'] as Obj | undefined)?.['text']);
      return `[ ${chosen || textOf(of['placeholder'])} ▾ ] of ${all || options(of['options'])}`;
    }
    case 'users_select':
      return `[ ${word(of['initial_user']) || textOf(of['placeholder']) || 'somebody'} ▾ ]`;
    case 'rich_text_input':
      return `[ ${(of['initial_value'] ? wordsIn(of['initial_value']) : '') || textOf(of['placeholder'])} ✎ ]`;
    case 'plain_text_input':
      return `[ ${word(of['initial_value']) || textOf(of['placeholder'])}${of['multiline'] ? ' ⏎' : ''} ]`;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'datepicker': {
      const users = (of['initial_users'] ?? []) as string[];
      const chosen = [options(of['initial_options']), users.join(' · '), word(of['initial_date'])].join('');
      return `[ ${chosen || of['type']} ]`;
    }
    default:
      return `[ ${String(of['type'])} ]`;
  }
}

const sameChoice = (each: Obj, of: Obj) => each['value'] === (of['initial_option'] as Obj | undefined)?.['value'];

function block(of: Obj): string {
  switch (of['type']) {
    case 'header':
      return `# ${textOf(of['text'])}`;
    case 'section':
      return `${textOf(of['text'])}${of['accessory'] ? `   ${element(of['accessory'] as Obj)}` : ''}`;
    case 'context':
      return `~ ${(of['elements'] as Obj[]).map((each) => String(each['text'])).join(' | ')}`;
    case 'actions':
      return (of['elements'] as Obj[]).map(element).join(' ');
    case 'divider':
      return '---';
    case 'input': {
      const hint = of['hint'] ? `\n  (${textOf(of['hint'])})` : '';
      return `${textOf(of['label'])}${of['optional'] ? '' : ' *'}\n  ${element(of['element'] as Obj)}${hint}`;
    }
    default:
      return `<${String(of['type'])}>`;
  }
}

/** Blocks as plain text, as one would draw them by hand. */
export const sketch = (blocks: readonly AnyBlock[]): string =>
  read(blocks.map((each) => block(each as unknown as Obj)).join('\n'));

export const sketchView = (view: ModalView | HomeView): string =>
  view.type === 'home'
    ? sketch(view.blocks)
    : `== ${textOf(view.title)} ==\n${sketch(view.blocks)}\n{ ${textOf(view.close)} }${view.submit ? ` { ${textOf(view.submit)} }` : ''}`;

/** Sketches under their titles, for one page. */
export const chapters = (parts: readonly (readonly [string, string])[]): string =>
  `${parts.map(([title, text]) => `${'='.repeat(12)} ${title}\n${text}`).join('\n\n')}\n`;

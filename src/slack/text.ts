import type { Book } from '../desk/book.ts';
import { personId } from '../domain/language.ts';

/**
 * What a person typed in Slack, as plain text: entities unescaped once, mentions and links as they were read.
 * Slack sends text escaped (`&amp;`) with `<@U1>`, `<#C1|name>`, `<https://x|label>` in it; we store what was meant.
 */
export function plainText(text: string, book: Book, bot = ''): string {
  const named = text
    .replaceAll(`<@${bot}>`, '')
    .replace(/<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/g, (_all, id: string, label?: string) => {
      const name = book.people.get(personId(id))?.name ?? label;
      return name ? `@${name}` : '@somebody';
    })
    .replace(/<#[CG][A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<!subteam\^[A-Z0-9]+(?:\|([^>]*))?>/g, (_all, label?: string) => label ?? '@group')
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?|mailto):[^|>]+)\|([^>]+)>/g, (_all, url: string, label: string) =>
      label === url || `mailto:${label}` === url ? label : `${label} (${url})`,
    )
    .replace(/<((?:https?|mailto):[^>]+)>/g, '$1');
  return unescaped(named).trim();
}

/** The three letters that Slack sends escaped, as they were typed. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const TITLE = 150;
/** A title for a request that has none yet: its first line. */
export function titleOf(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  const points = Array.from(line.trim());
  return points.length <= TITLE ? points.join('') : `${points.slice(0, TITLE - 1).join('')}…`;
}

/** With a capital letter in front, as a label begins. */
export const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

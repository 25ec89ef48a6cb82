import { FIRST_LINES, FIRST_WORDS } from './limits.ts';
import { alike } from './marks.ts';

/** Text as Slack reads it. All that people wrote passes through here, and only here, on its way to the screen. */

/**
 * Escaped as Slack asks (docs.slack.dev/messaging/formatting-message-text), with nothing left that could notify a crowd; what is
 * masked begins no emphasis. */
export const esc = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\*{2,}/g, (run) => '∗'.repeat(run.length))
    .replace(/@(?=(?:here|channel|everyone|group)\b)/gi, '@\u200b');

const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]|[\ud802\ud803\ud83a\ud83b]/;

/**
 * What people wrote, made fit to stand on one line among our words: no line breaks, no direction marks, and
 * right-to-left words kept within themselves. Not escaped yet.
 */
export function flat(text: string): string {
  const line = text
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}

/** Every backtick and row of asterisks, and of the others those that could begin an emphasis: those inside a file's name cannot. */
const BEGINS_EMPHASIS = /`|\*(?=\*)|(?<=\*)\*|(?<![A-Za-z0-9])[*_~](?=\S)/g;

/** One line among our words, in mrkdwn: escaped, and shown as it was typed instead of formatted. */
export const inline = (text: string): string => esc(flat(text).replace(BEGINS_EMPHASIS, alike));

const INSIDE = /(?:&[a-z]{0,4}|<[^<>]*|[\ud800-\udbff])$/;

/** The longest beginning of an escaped text that fits and does not end inside an entity, a `<...>` or a character. */
export const beginning = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, Math.max(0, max)).replace(INSIDE, '');

/** At most `max` UTF-16 units of escaped text, with three dots where something is left out. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = beginning(text, max - 2);
  const open = kept.lastIndexOf('\u2068') > kept.lastIndexOf('\u2069');
  return open ? `${kept}…\u2069` : `${kept}…`;
}

/** What people wrote, as a quotation: every line marked, at most `max` long. */
export const quote = (text: string, max: number): string =>
  cut(
    esc(text)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    max,
  );

/** The first words of a long text, quoted, and whether they are all of it. */
export function opening(text: string, max: number = FIRST_WORDS): { quoted: string; whole: boolean } {
  const lines = text.trim().split('\n');
  const few = lines.slice(0, FIRST_LINES).join('\n');
  const quoted = quote(few, max);
  const whole = lines.length <= FIRST_LINES && quoted === quote(few, Infinity);
  return { quoted: whole || quoted.endsWith('…') ? quoted : `${quoted}\n> …`, whole };
}

/** Emphasis that its own content cannot end. */
export const bold = (text: string): string => `*${text.replaceAll('*', '∗')}*`;

/** Notifies the person. Only for people who must know. */
export const mention = (person: string): string => `<@${person}>`;

/** A moment in the reader's own zone; in UTC where that cannot be drawn. */
export const date = (at: Date): string => {
  const utc = at.toISOString();
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${utc.slice(0, 10)} ${utc.slice(11, 16)} UTC>`;
};

/** As a sentence or a choice begins. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

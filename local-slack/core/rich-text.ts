/** The `rich_text` block that Slack's composer sends beside a person's text. */
import type { Obj } from './model.ts';
import { unescape } from './text.ts';

type Style = { bold?: true; italic?: true; strike?: true; code?: true };

const MARK =
  /<([^<>]+)>|:([a-z0-9_+'-]+):|(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)|(?<!\w)~(?=\S)([^~\n]+?)(?<=\S)~(?!\w)|`([^`\n]+)`/g;

/** `text` is already in its stored form. */
export function richText(text: string, block_id: string): Obj {
  const elements: Obj[] = [];
  for (const [at, part] of text.split('```').entries()) {
    if (part === '') continue;
    if (at % 2 === 1)
      elements.push({
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: unescape(part).replace(/^\n|\n$/g, '') }],
      });
    else elements.push(...lines(part));
  }
  return { type: 'rich_text', block_id, elements };
}

function lines(text: string): Obj[] {
  const out: { quote: boolean; text: string }[] = [];
  for (const line of text.split('\n')) {
    const quote = /^(?:&gt;|>)/.test(line);
    const bare = quote ? line.replace(/^(?:&gt;|>) ?/, '') : line;
    const last = out.at(-1);
    if (last && last.quote === quote) last.text += `\n${bare}`;
    else out.push({ quote, text: bare });
  }
  return out
    .filter((part) => part.text !== '')
    .map((part) => ({ type: part.quote ? 'rich_text_quote' : 'rich_text_section', elements: spans(part.text, {}) }));
}

function spans(text: string, style: Style): Obj[] {
  const out: Obj[] = [];
  let from = 0;
  for (const found of text.matchAll(MARK)) {
    out.push(...words(text.slice(from, found.index), style));
    const [whole, angle, emoji, bold, italic, strike, code] = found;
    if (angle !== undefined) out.push(bracket(angle, style));
    else if (emoji !== undefined) out.push({ type: 'emoji', name: emoji });
    else if (bold !== undefined) out.push(...spans(bold, { ...style, bold: true }));
    else if (italic !== undefined) out.push(...spans(italic, { ...style, italic: true }));
    else if (strike !== undefined) out.push(...spans(strike, { ...style, strike: true }));
    else if (code !== undefined) out.push(...words(code, { ...style, code: true }));
    from = found.index + whole.length;
  }
  return [...out, ...words(text.slice(from), style)];
}

function words(text: string, style: Style): Obj[] {
  return text === '' ? [] : [{ type: 'text', text: unescape(text), ...styled(style) }];
}

function styled(style: Style): Obj {
  return Object.keys(style).length > 0 ? { style } : {};
}

function bracket(inside: string, style: Style): Obj {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1), ...styled(style) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1), ...styled(style) };
  if (target.startsWith('!subteam^'))
    return { type: 'usergroup', usergroup_id: target.slice('!subteam^'.length), ...styled(style) };
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1), ...styled(style) };
  return {
    type: 'link',
    url: unescape(target),
    ...(label === undefined ? {} : { text: unescape(label) }),
    ...styled(style),
  };
}

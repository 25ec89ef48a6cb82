import type { Manner } from './inline.ts';
import { parseInline } from './inline.ts';
import type { Paragraph } from './nodes.ts';
import { unescape } from './nodes.ts';

/** Slack's mrkdwn, as stored (escaped), into paragraphs. */
export function parseMrkdwn(source: string, manner: Manner = { autolink: true }): Paragraph[] {
  const parts = source.split('```');
  // An unclosed fence is ordinary text.
  if (parts.length % 2 === 0) parts.push(parts.splice(-2).join('```'));
  return parts.flatMap((part, n): Paragraph[] => {
    if (n % 2 === 1) return [{ is: 'pre', text: unescape(part.replace(/^\n|\n$/g, '')) }];
    const text = part.replace(n > 0 ? /^\n/ : /^$/, '').replace(n < parts.length - 1 ? /\n$/ : /$^/, '');
    return text ? quotes(text, manner) : [];
  });
}

const quoteSign = /^(?:&gt;|>) ?/;

function quotes(source: string, manner: Manner): Paragraph[] {
  const found: Paragraph[] = [];
  let lines: string[] = [];
  let quoted = false;
  const flush = (): void => {
    if (lines.length === 0) return;
    const inside = parseInline(lines.join('\n'), manner);
    found.push(quoted ? { is: 'quote', inside: [{ is: 'lines', inside }] } : { is: 'lines', inside });
    lines = [];
  };
  for (const line of source.split('\n')) {
    const isQuote = quoteSign.test(line) && !/^(?:&gt;|>){3}/.test(line);
    if (/^(?:&gt;|>){3}/.test(line)) {
      flush();
      const rest = source.slice(source.indexOf(line)).replace(/^(?:&gt;|>){3} ?/, '');
      found.push({ is: 'quote', inside: [{ is: 'lines', inside: parseInline(rest, manner) }] });
      return found;
    }
    if (isQuote !== quoted) flush();
    quoted = isQuote;
    lines.push(isQuote ? line.replace(quoteSign, '') : line);
  }
  flush();
  return found;
}

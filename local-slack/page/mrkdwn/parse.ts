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
const restSign = /^(?:&gt;|>){3} ?/;

function quotes(source: string, manner: Manner): Paragraph[] {
  const found: Paragraph[] = [];
  const all = source.split('\n');
  let lines: string[] = [];
  let quoted = false;
  const flush = (): void => {
    if (lines.length === 0) return;
    const inside = parseInline(lines.join('\n'), manner);
    found.push(quoted ? { is: 'quote', inside: [{ is: 'lines', inside }] } : { is: 'lines', inside });
    lines = [];
  };
  for (const [n, line] of all.entries()) {
    const rest = restSign.test(line);
    const isQuote = rest || quoteSign.test(line);
    if (isQuote !== quoted || rest) flush();
    quoted = isQuote;
    if (rest) {
      lines = [line.replace(restSign, ''), ...all.slice(n + 1)];
      break;
    }
    lines.push(isQuote ? line.replace(quoteSign, '') : line);
  }
  flush();
  return found;
}

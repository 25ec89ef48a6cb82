/** What formatted text is made of, whatever it was written in: Slack's mrkdwn, Markdown or rich text. */
export type Inline =
  | { is: 'text'; text: string }
  | { is: 'bold' | 'italic' | 'strike' | 'span'; inside: Inline[] }
  | { is: 'code'; text: string }
  | { is: 'link'; url: string; inside: Inline[] }
  | { is: 'person'; id: string; label: string }
  | { is: 'channel'; id: string; label: string }
  | { is: 'group'; id: string; label: string }
  | { is: 'everybody'; range: string }
  | { is: 'date'; unix: number; format: string; url: string; fallback: string; begins: boolean }
  | { is: 'emoji'; name: string };

export type Paragraph =
  | { is: 'lines'; inside: Inline[] }
  | { is: 'pre'; text: string }
  | { is: 'quote'; inside: Paragraph[] }
  | { is: 'heading'; level: number; inside: Inline[] }
  | { is: 'list'; ordered: boolean; start: number; items: ListItem[] }
  | { is: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
  | { is: 'rule' };

/** `done`: it is a task, and whether it has been ticked off. `under`: the lists inside of it. */
export type ListItem = { inside: Inline[]; under: Paragraph[]; done?: boolean };
export type Align = 'left' | 'center' | 'right';

/** Only these may become a link; anything else stays text. */
export function safeUrl(url: string): string | null {
  const bare = url.trim();
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(bare) ? bare : null;
}

/** Slack escapes exactly these three. */
export function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

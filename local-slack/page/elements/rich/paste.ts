import type { RichTextBlock } from '@slack/types';
import { safeUrl } from '../../mrkdwn/nodes.ts';
import { readRich } from './read.ts';

const kept = new Set(['UL', 'OL', 'BLOCKQUOTE', 'PRE']);
const silent = 'script, style, head, title, template, img, svg, iframe, object';
const headings = /^H[1-6]$/;
const blocks = `ul, ol, blockquote, pre, div, p, h1, h2, h3, h4, h5, h6, section, article, main, header, footer, table, tbody, tr, dl, dt, dd, figure, hr`;

/** What was copied elsewhere, in Slack's shape: its styles, lists, quotes, code and links; nothing else of it. */
export function richOf(html: string): RichTextBlock | null {
  // Nothing in a template runs or loads.
  const template = document.createElement('template');
  template.innerHTML = html;
  const body = template.content;
  for (const node of body.querySelectorAll(silent)) node.remove();
  for (const node of body.querySelectorAll<HTMLElement>('[data-piece]')) delete node.dataset['piece'];
  for (const link of body.querySelectorAll('a')) {
    const address = safeUrl(link.getAttribute('href') ?? '');
    if (address) link.setAttribute('href', address);
    else link.replaceWith(...link.childNodes);
  }
  fold(body);
  body.normalize();
  const flat = document.createElement('div');
  flat.append(...linesOf(body));
  return readRich(flat);
}

/** White space says nothing in HTML, but within code. */
function fold(node: Node): void {
  if (node instanceof Text) node.data = node.data.replace(/[ \t\r\n]+/g, ' ');
  else if (node.nodeName !== 'PRE') for (const one of node.childNodes) fold(one);
}

/** Boxes within boxes as lines under one another. */
function linesOf(box: ParentNode & Node): HTMLElement[] {
  const found: HTMLElement[] = [];
  let open: HTMLElement | null = null;
  for (const node of Array.from(box.childNodes)) {
    if (node instanceof HTMLElement && node.matches(blocks)) {
      open = null;
      if (kept.has(node.tagName)) found.push(node);
      else if (node.querySelector(blocks) && node.tagName !== 'TR') found.push(...linesOf(node));
      else found.push(lineOf(node));
    } else if (node instanceof HTMLElement && node.querySelector(blocks)) {
      open = null;
      found.push(...linesOf(node));
    } else if (open || node.textContent?.trim()) {
      if (!open) {
        open = document.createElement('div');
        found.push(open);
      }
      open.append(node);
    }
  }
  return found;
}

/** Headings are written bold: Slack has no others. */
function lineOf(node: HTMLElement): HTMLElement {
  const line = document.createElement('div');
  const words = headings.test(node.tagName) ? line.appendChild(document.createElement('b')) : line;
  if (node.tagName === 'TR') words.textContent = [...node.children].map((one) => one.textContent?.trim()).join('\t');
  else words.append(...node.childNodes);
  return line;
}

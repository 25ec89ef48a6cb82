import type { RichTextBlock, RichTextElement, RichTextList } from '@slack/types';
import { emojiOf } from '../../emoji/find.ts';
import { safeUrl } from '../../mrkdwn/nodes.ts';

/** How the people and channels of a workspace are called. */
export type Names = { person: (id: string) => string; channel: (id: string) => string };

/** Slack's rich text as nodes to edit; `readRich` reads them back. */
export function drawRich(block: RichTextBlock | null, names: Names): Node[] {
  const parts = block?.elements ?? [];
  return parts.reduce<Node[]>((drawn, part, at) => {
    if (part.type === 'rich_text_list') return withList(drawn, part, names);
    if (part.type === 'rich_text_quote')
      return [
        ...drawn,
        make(
          'blockquote',
          part.elements.map((one) => pieceOf(one, names)),
        ),
      ];
    if (part.type === 'rich_text_preformatted')
      return [
        ...drawn,
        make(
          'pre',
          part.elements.map((one) =>
            document.createTextNode(('text' in one && one.text) || ('url' in one ? one.url : '')),
          ),
        ),
      ];
    const lines = linesOf(part.elements, names);
    // The line break at the end of words that something follows is no empty line.
    const ended = at < parts.length - 1 && lines.length > 1 && lines.at(-1)?.textContent === '';
    return [...drawn, ...(ended ? lines.slice(0, -1) : lines)];
  }, []);
}

function make(tag: string, inside: Node[]): HTMLElement {
  const node = document.createElement(tag);
  node.append(...inside);
  return node;
}

/** A line of its own for each line of a section. */
function linesOf(elements: RichTextElement[], names: Names): Node[] {
  const lines: Node[][] = [[]];
  for (const one of elements) {
    const words = one.type === 'text' ? one.text.split('\n') : [null];
    for (const [n, text] of words.entries()) {
      if (n > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push(pieceOf(one.type === 'text' ? { ...one, text: text ?? '' } : one, names));
    }
  }
  return lines.map((line) => make('div', line.length > 0 ? line : [document.createElement('br')]));
}

/** A deeper list goes into the last item of the one before it. */
function withList(drawn: Node[], part: RichTextList, names: Names): Node[] {
  const items = part.elements.map((item) =>
    make(
      'li',
      item.elements.map((one) => pieceOf(one, names)),
    ),
  );
  const tag = part.style === 'ordered' ? 'ol' : 'ul';
  const root = drawn.at(-1);
  let at: Element | undefined;
  const isList = (node: Node | null | undefined): node is Element =>
    node instanceof Element && /^[OU]L$/.test(node.tagName);
  if (isList(root)) {
    at = root;
    for (let depth = 0; depth < (part.indent ?? 0); depth += 1) {
      const item: Element | null = at.lastElementChild;
      const inner: Element = isList(item?.lastElementChild) ? item.lastElementChild : make(tag, []);
      (item ?? at).append(inner);
      at = inner;
    }
  }
  if (!at || at.tagName.toLowerCase() !== tag) return [...drawn, make(tag, items)];
  at.append(...items);
  return drawn;
}

const tags = [
  ['code', 'code'],
  ['strike', 's'],
  ['underline', 'u'],
  ['italic', 'i'],
  ['bold', 'b'],
] as const;

function pieceOf(of: RichTextElement, names: Names): Node {
  const style = of.style as Record<string, boolean | undefined> | undefined;
  return tags.reduce<Node>((node, [name, tag]) => (style?.[name] ? make(tag, [node]) : node), plainPiece(of, names));
}

function plainPiece(of: RichTextElement, names: Names): Node {
  switch (of.type) {
    case 'text':
      return document.createTextNode(of.text);
    case 'link': {
      const link = make('a', [document.createTextNode(of.text || of.url)]);
      link.setAttribute('href', safeUrl(of.url) ?? '');
      return link;
    }
    case 'user':
      return token(of, `@${names.person(of.user_id)}`);
    case 'channel':
      return token(of, `#${names.channel(of.channel_id)}`);
    case 'broadcast':
      return token(of, `@${of.range}`);
    case 'emoji':
      return token(of, emojiOf(of.name) ?? `:${of.name}:`);
    case 'usergroup':
      return token(of, `@${of.usergroup_id}`);
    case 'team':
      return token(of, `@${of.team_id}`);
    case 'date':
      return token(of, of.fallback ?? new Date(of.timestamp * 1000).toISOString().slice(0, 10));
    case 'color':
      return token(of, of.value);
  }
}

/** What is written as one and taken away as one. */
export function token({ style: _style, ...of }: RichTextElement, shown: string): HTMLElement {
  const node = make('span', [document.createTextNode(shown)]);
  node.dataset['piece'] = JSON.stringify(of);
  node.contentEditable = 'false';
  node.className = of.type === 'emoji' ? 'emoji' : 'mention';
  return node;
}

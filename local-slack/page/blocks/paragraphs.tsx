import type { VNode } from 'preact';
import type { Align, Inline, ListItem, Paragraph } from '../mrkdwn/nodes.ts';
import { Inlines } from './inline.tsx';

export function Paragraphs({ of }: { of: Paragraph[] }): VNode {
  return (
    <>
      {of.map((one, n) => (
        <OneParagraph key={n} of={one} />
      ))}
    </>
  );
}

function OneParagraph({ of }: { of: Paragraph }): VNode {
  switch (of.is) {
    case 'lines':
      return (
        <div class={`lines${isJumbo(of.inside) ? ' jumbo' : ''}`}>
          <Inlines of={of.inside} />
        </div>
      );
    case 'pre':
      return <pre class="pre">{of.text}</pre>;
    case 'quote':
      return (
        <blockquote class="quote">
          <Paragraphs of={of.inside} />
        </blockquote>
      );
    case 'heading':
      return (
        <div class={`md-heading md-h${of.level}`} role="heading" aria-level={Math.min(6, of.level + 2)}>
          <Inlines of={of.inside} />
        </div>
      );
    case 'list':
      return <MarkdownList of={of} level={0} />;
    case 'table':
      return <MarkdownTable of={of} />;
    case 'rule':
      return <hr class="block-divider" />;
  }
}

type ListOf = Extract<Paragraph, { is: 'list' }>;

function MarkdownList({ of, level }: { of: ListOf; level: number }): VNode {
  const shape = `list level-${level % 3}`;
  const items = of.items.map((item, n) => <MarkdownItem key={n} of={item} level={level} />);
  return of.ordered ? (
    <ol class={shape} start={of.start}>
      {items}
    </ol>
  ) : (
    <ul class={shape}>{items}</ul>
  );
}

function MarkdownItem({ of, level }: { of: ListItem; level: number }): VNode {
  return (
    <li class={of.done === undefined ? undefined : 'task-item'}>
      {of.done !== undefined && (
        <span class={`tick ${of.done ? 'on' : ''}`} role="img" aria-label={of.done ? 'done' : 'to do'} />
      )}
      <Inlines of={of.inside} />
      {of.under.map((list, n) => list.is === 'list' && <MarkdownList key={n} of={list} level={level + 1} />)}
    </li>
  );
}

function MarkdownTable({ of }: { of: Extract<Paragraph, { is: 'table' }> }): VNode {
  const style = (n: number): { textAlign: Align } => ({ textAlign: of.align[n] ?? 'left' });
  return (
    <div class="table-scroll" role="region" aria-label="Table" tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            {of.head.map((cell, n) => (
              <th key={n} style={style(n)}>
                <Inlines of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map((cells, n) => (
            <tr key={n}>
              {of.head.map((_, column) => (
                <td key={column} style={style(column)}>
                  <Inlines of={cells[column] ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Up to a handful of emoji and nothing else are drawn large. */
function isJumbo(nodes: Inline[]): boolean {
  const emoji = nodes.filter((one) => one.is === 'emoji').length;
  const rest = nodes.every((one) => one.is === 'emoji' || (one.is === 'text' && one.text.trim() === ''));
  return emoji > 0 && emoji <= 23 && rest;
}

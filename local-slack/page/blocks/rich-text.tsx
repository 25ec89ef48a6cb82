import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList } from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { ChannelMention, Emoji, GroupMention, Link, PersonMention, SlackDate } from './inline.tsx';

export function RichText({ of }: { of: RichTextBlock }): VNode {
  return (
    <div class="rich-text">
      {of.elements.map((element, n) => (
        <Part key={n} of={element} />
      ))}
    </div>
  );
}

function Part({ of }: { of: RichTextBlockElement }): VNode {
  switch (of.type) {
    case 'rich_text_section':
      return (
        <div class={`lines ${isJumbo(of.elements) ? 'jumbo' : ''}`}>
          <Run of={of.elements} />
        </div>
      );
    case 'rich_text_list':
      return <List of={of} />;
    case 'rich_text_quote':
      return (
        <blockquote class={`quote ${bordered(of)}`}>
          <Run of={of.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre class={`pre ${bordered(of)}`}>
          <Run of={of.elements} />
        </pre>
      );
  }
}

/** A border is the line of a quote: what stands in a quote and is more than words. */
function bordered(of: { border?: 0 | 1 }): string {
  return of.border ? 'bordered' : '';
}

function isJumbo(elements: RichTextElement[]): boolean {
  const emoji = elements.filter((one) => one.type === 'emoji').length;
  return emoji > 0 && elements.every((one) => one.type === 'emoji' || (one.type === 'text' && one.text.trim() === ''));
}

function List({ of }: { of: RichTextList }): VNode {
  const indent = of.indent ?? 0;
  const Tag = of.style === 'ordered' ? 'ol' : 'ul';
  const offset = (of as { offset?: number }).offset ?? 0;
  return (
    <Tag
      class={`list level-${indent % 3} ${bordered(of)}`}
      style={{ marginLeft: `${indent * 24}px` }}
      start={offset + 1}
    >
      {of.elements.map((item, n) => (
        <li key={n}>
          <Run of={item.elements} />
        </li>
      ))}
    </Tag>
  );
}

function Run({ of }: { of: RichTextElement[] }): VNode {
  return (
    <>
      {of.map((one, n) => (
        <Styled key={n} of={one} begins={n === 0} />
      ))}
    </>
  );
}

type PieceProps = { of: RichTextElement; begins: boolean };

function Styled({ of, begins }: PieceProps): VNode {
  const style = of.style as Record<string, boolean | undefined> | undefined;
  let shown: ComponentChildren = <Piece of={of} begins={begins} />;
  if (style?.['code']) shown = <code class="code">{shown}</code>;
  if (style?.['strike']) shown = <s>{shown}</s>;
  if (style?.['underline']) shown = <u>{shown}</u>;
  if (style?.['italic']) shown = <i>{shown}</i>;
  if (style?.['bold']) shown = <b>{shown}</b>;
  return <>{shown}</>;
}

function Piece({ of, begins }: PieceProps): VNode {
  switch (of.type) {
    case 'text':
      return <span class="words">{of.text}</span>;
    case 'link':
      return (
        <Link url={of.url} label={of.text || of.url}>
          {of.text || of.url}
        </Link>
      );
    case 'user':
      return <PersonMention id={of.user_id} />;
    case 'channel':
      return <ChannelMention id={of.channel_id} />;
    case 'usergroup':
      return <GroupMention id={of.usergroup_id} />;
    case 'broadcast':
      return <span class="mention self">@{of.range}</span>;
    case 'emoji':
      return <Emoji name={of.name} unicode={of.unicode} />;
    case 'date':
      return (
        <SlackDate
          of={{ unix: of.timestamp, format: of.format, url: of.url ?? '', fallback: of.fallback ?? '', begins }}
        />
      );
    case 'team':
      return <span class="mention">@{of.team_id}</span>;
    case 'color':
      return (
        <span class="words">
          <span class="swatch" style={{ background: /^#[0-9a-f]{3,8}$/i.test(of.value) ? of.value : 'none' }} />{' '}
          {of.value}
        </span>
      );
  }
}

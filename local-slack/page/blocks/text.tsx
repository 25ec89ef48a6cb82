import type { MrkdwnElement, PlainTextElement, TextObject } from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { emojiOf } from '../emoji/find.ts';
import type { Reader } from '../mrkdwn/date.ts';
import { slackDate } from '../mrkdwn/date.ts';
import type { Inline, Paragraph } from '../mrkdwn/nodes.ts';
import { safeUrl, unescape } from '../mrkdwn/nodes.ts';
import { parseMrkdwn } from '../mrkdwn/parse.ts';
import { useStore, useWorld } from '../state/store.ts';

/** The reader's zone, manner and present moment. */
export function useReader(): Reader {
  const tz = useWorld((world) => world.me.tz);
  const locale = useWorld((world) => world.me.locale);
  const lag = useWorld((world) => world.lag);
  return { tz, locale, now: Date.now() + lag };
}

export function Text({ of }: { of: TextObject | string }): VNode {
  if (typeof of === 'string') return <Mrkdwn text={of} />;
  return of.type === 'mrkdwn' ? <Mrkdwn text={of.text} verbatim={of.verbatim ?? false} /> : <PlainText of={of} />;
}

/** Plain text: emoji names become emoji, nothing else is formatted. */
export function PlainText({ of }: { of: PlainTextElement | MrkdwnElement }): VNode {
  const emoji = of.type === 'plain_text' ? of.emoji !== false : true;
  return <>{plain(of.text, emoji)}</>;
}

/** The words of a plain text object, for labels that cannot hold elements. */
export function plain(text: string, emoji = true): string {
  const bare = unescape(text);
  return emoji
    ? bare.replace(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g, (whole, name: string) => emojiOf(name) ?? whole)
    : bare;
}

export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }): VNode {
  const paragraphs = useMemo(() => parseMrkdwn(text, { autolink: !verbatim }), [text, verbatim]);
  return <Paragraphs of={paragraphs} />;
}

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
      return <MarkdownList of={of} />;
    case 'table':
      return <MarkdownTable of={of} />;
    case 'rule':
      return <hr class="block-divider" />;
  }
}

function MarkdownList({ of }: { of: Extract<Paragraph, { is: 'list' }> }): VNode {
  const items = of.items.map((item, n) => (
    <li key={n} style={{ marginLeft: `${item.depth * 24}px` }} class={item.done === undefined ? '' : 'task'}>
      {item.done !== undefined && (
        <span role="img" aria-label={item.done ? 'done' : 'to do'}>
          {item.done ? '☑' : '☐'}{' '}
        </span>
      )}
      <Inlines of={item.inside} />
    </li>
  ));
  return of.ordered ? (
    <ol class="list" start={of.start}>
      {items}
    </ol>
  ) : (
    <ul class="list">{items}</ul>
  );
}

function MarkdownTable({ of }: { of: Extract<Paragraph, { is: 'table' }> }): VNode {
  const row = (cells: Inline[][], Tag: 'th' | 'td'): VNode[] =>
    cells.map((cell, n) => (
      <Tag key={n}>
        <Inlines of={cell} />
      </Tag>
    ));
  return (
    <div class="table-scroll">
      <table class="table">
        <thead>
          <tr>{row(of.head, 'th')}</tr>
        </thead>
        <tbody>
          {of.rows.map((cells, n) => (
            <tr key={n}>{row(cells, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Up to a handful of emoji and nothing else are drawn large. */
function isJumbo(nodes: Inline[]): boolean {
  const emoji = nodes.filter((one) => one.is === 'emoji').length;
  return (
    emoji > 0 &&
    emoji <= 23 &&
    nodes.every((one) => one.is === 'emoji' || (one.is === 'text' && one.text.trim() === ''))
  );
}

function Inlines({ of }: { of: Inline[] }): VNode {
  return (
    <>
      {of.map((one, n) => (
        <OneInline key={n} of={one} />
      ))}
    </>
  );
}

function OneInline({ of }: { of: Inline }): VNode {
  switch (of.is) {
    case 'text':
      return <Lines text={of.text} />;
    case 'bold':
      return (
        <b>
          <Inlines of={of.inside} />
        </b>
      );
    case 'italic':
      return (
        <i>
          <Inlines of={of.inside} />
        </i>
      );
    case 'strike':
      return (
        <s>
          <Inlines of={of.inside} />
        </s>
      );
    case 'code':
      return <code class="code">{of.text}</code>;
    case 'link':
      return (
        <Link url={of.url}>
          <Inlines of={of.inside} />
        </Link>
      );
    case 'person':
      return <PersonMention id={of.id} label={of.label} />;
    case 'channel':
      return <ChannelMention id={of.id} label={of.label} />;
    case 'group':
      return <span class="mention">@{of.label.replace(/^@/, '') || of.id}</span>;
    case 'everybody':
      return <span class="mention self">@{of.range}</span>;
    case 'date':
      return <SlackDate of={of} />;
    case 'emoji':
      return <Emoji name={of.name} />;
  }
}

function Lines({ text }: { text: string }): VNode {
  const lines = text.split('\n');
  return (
    <>
      {lines.map((line, n) => (
        <>
          {n > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}

export function Link({ url, children }: { url: string; children: ComponentChildren }): VNode {
  const safe = safeUrl(url);
  if (!safe) return <span>{children}</span>;
  return (
    <a class="link" href={safe} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

export function Emoji({ name, unicode }: { name: string; unicode?: string | undefined }): VNode {
  const char = emojiOf(name) ?? fromCodes(unicode);
  if (!char) return <>:{name}:</>;
  return (
    <span class="emoji" role="img" aria-label={`${name.replaceAll('_', ' ')} emoji`} title={`:${name}:`}>
      {char}
    </span>
  );
}

function fromCodes(unicode: string | undefined): string | undefined {
  const codes = unicode?.split('-').map((one) => Number.parseInt(one, 16));
  return codes?.every((one) => one > 0 && one <= 0x10_ff_ff) ? String.fromCodePoint(...codes) : undefined;
}

export function PersonMention({ id, label = '' }: { id: string; label?: string }): VNode {
  const name = useWorld((world) => world.people[id]?.real_name);
  const me = useWorld((world) => world.me.id === id);
  return <span class={`mention${me ? ' self' : ''}`}>@{name ?? (label || id)}</span>;
}

export function ChannelMention({ id, label = '' }: { id: string; label?: string }): VNode {
  const channel = useStore((state) => state.world?.channels[id]);
  if (!channel && !label) return <span class="mention">#private-channel</span>;
  return (
    <a class="mention" href={`/archives/${id}`}>
      #{channel?.name ?? label}
    </a>
  );
}

export function SlackDate({ of }: { of: Omit<Extract<Inline, { is: 'date' }>, 'is'> }): VNode {
  const reader = useReader();
  if (!Number.isFinite(of.unix)) return <>{of.fallback}</>;
  const shown = slackDate(of.unix, of.format, reader, of.begins);
  const time = (
    <time dateTime={new Date(of.unix * 1000).toISOString()} title={slackDate(of.unix, '{date_long} {time}', reader)}>
      {shown}
    </time>
  );
  return of.url ? <Link url={of.url}>{time}</Link> : time;
}

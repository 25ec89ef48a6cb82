import type { ComponentChildren, VNode } from 'preact';
import { Fragment } from 'preact';
import { emojiOf } from '../emoji/find.ts';
import { slackDate } from '../mrkdwn/date.ts';
import type { Inline } from '../mrkdwn/nodes.ts';
import { safeUrl } from '../mrkdwn/nodes.ts';
import { openProfile } from '../state/route.ts';
import { useStore, useWorld } from '../state/store.ts';
import { useReader } from './reader.ts';

export function Inlines({ of }: { of: Inline[] }): VNode {
  return (
    <>
      {of.map((one, n) => (
        <OneInline key={n} of={one} />
      ))}
    </>
  );
}

const tags = { bold: 'b', italic: 'i', strike: 's', span: 'span' } as const;

function OneInline({ of }: { of: Inline }): VNode {
  switch (of.is) {
    case 'text':
      return <Lines text={of.text} />;
    case 'bold':
    case 'italic':
    case 'strike':
    case 'span': {
      const Tag = tags[of.is];
      return (
        <Tag>
          <Inlines of={of.inside} />
        </Tag>
      );
    }
    case 'code':
      return <code class="code">{of.text}</code>;
    case 'link':
      return (
        <Link url={of.url} label={wordsOf(of.inside)}>
          <Inlines of={of.inside} />
        </Link>
      );
    case 'person':
      return <PersonMention id={of.id} label={of.label} />;
    case 'channel':
      return <ChannelMention id={of.id} label={of.label} />;
    case 'group':
      return <GroupMention id={of.id} label={of.label} />;
    case 'everybody':
      return <span class="mention self">@{of.range}</span>;
    case 'date':
      return <SlackDate of={of} />;
    case 'emoji':
      return <Emoji name={of.name} />;
  }
}

function wordsOf(nodes: Inline[]): string {
  return nodes.map((one) => ('text' in one ? one.text : 'inside' in one ? wordsOf(one.inside) : '')).join('');
}

function Lines({ text }: { text: string }): VNode {
  return (
    <>
      {text.split('\n').map((line, n) => (
        <Fragment key={n}>
          {n > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  );
}

type LinkProps = { url: string; label?: string | undefined; children: ComponentChildren };

/** Its true address is told on hover wherever its words are others. */
export function Link({ url, label, children }: LinkProps): VNode {
  const safe = safeUrl(url);
  if (!safe) return <span>{children}</span>;
  const address = URL.canParse(safe) ? new URL(safe).href : safe;
  const told = label === url ? undefined : address.replace(/^mailto:/, '');
  return (
    <a class="link" href={safe} target="_blank" rel="noopener noreferrer" title={told}>
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
  return (
    <button type="button" class={`mention${me ? ' self' : ''}`} onClick={() => openProfile(id)}>
      @{name ?? (label || id)}
    </button>
  );
}

export function GroupMention({ id, label = '' }: { id: string; label?: string }): VNode {
  const group = useStore((state) => state.world?.groups.find((one) => one.id === id));
  const mine = useStore((state) => state.world !== null && (group?.users.includes(state.world.me.id) ?? false));
  const name = group?.handle ?? (label.replace(/^@/, '') || id);
  return (
    <span class={`mention${mine ? ' self' : ''}`} title={group?.name}>
      @{name}
    </span>
  );
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
  // What no calendar reaches is told in the words that the app gave for it.
  if (!(Math.abs(of.unix) <= 8_640_000_000_000)) return <>{of.fallback}</>;
  const shown = slackDate(of.unix, of.format, reader, of.begins);
  const time = (
    <time dateTime={new Date(of.unix * 1000).toISOString()} title={slackDate(of.unix, '{date_long} {time}', reader)}>
      {shown}
    </time>
  );
  return of.url ? <Link url={of.url}>{time}</Link> : time;
}

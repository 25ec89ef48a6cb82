import type { MrkdwnElement, PlainTextElement, TextObject } from '@slack/types';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { emojiOf } from '../emoji/find.ts';
import { unescape } from '../mrkdwn/nodes.ts';
import { parseMrkdwn } from '../mrkdwn/parse.ts';
import { Paragraphs } from './paragraphs.tsx';

export { useReader } from './reader.ts';

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
    ? bare.replace(/:([a-z0-9_+'-]{1,60}(?:::skin-tone-[2-6])?):/g, (whole, name: string) => emojiOf(name) ?? whole)
    : bare;
}

export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }): VNode {
  const paragraphs = useMemo(() => parseMrkdwn(text, { autolink: !verbatim }), [text, verbatim]);
  return <Paragraphs of={paragraphs} />;
}

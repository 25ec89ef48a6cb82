import type { AlertBlock, ContainerBlock, ContextActionsBlock } from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { ElementView } from '../elements/element.tsx';
import { Icon } from '../frame/icons.tsx';
import { useIds } from './ids.ts';
import { Picture } from './media.tsx';
import { RichText } from './rich-text.tsx';
import { PlainText, Text } from './text.tsx';

type Level = NonNullable<AlertBlock['level']>;

/** What is drawn, and what is said to those who do not see it. */
const levels: Record<Level, { sign: string; word: string }> = {
  default: {
    sign: 'M10 3a4.500 4.500 0 0 0-4.500 4.500c0 4-1.500 5-1.500 6h12c0-1-1.500-2-1.500-6A4.500 4.500 0 0 0 10 3ZM8.300 16a1.800 1.800 0 0 0 3.400 0',
    word: 'Note',
  },
  info: { sign: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 9.500v4M10 6.600v.1', word: 'Information' },
  warning: { sign: 'M10 3 18 16.500H2zM10 8v4M10 14.200v.1', word: 'Warning' },
  error: {
    sign: 'M6.900 2.500h6.200l4.400 4.400v6.200l-4.400 4.400H6.900l-4.400-4.400V6.900zM10 6.500v4.300M10 13.500v.1',
    word: 'Error',
  },
  success: { sign: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM6.800 10.200l2.300 2.300 4.200-4.800', word: 'Success' },
};

export function Alert({ of }: { of: AlertBlock }): VNode {
  const level = of.level ?? 'default';
  return (
    <div class={`alert ${level}`} role="note" aria-label={levels[level].word}>
      <svg class="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d={levels[level].sign} />
      </svg>
      <div class="alert-words">
        <Text of={of.text} />
      </div>
    </div>
  );
}

export function Container({ of, children }: { of: ContainerBlock; children: ComponentChildren }): VNode {
  const shape = `container ${of.width ?? 'standard'} ${of.has_header_divider ? 'divided' : ''}`;
  const head = (
    <>
      {of.icon && <Picture of={of.icon} size={36} />}
      <div class="card-names">
        <div class="card-title">
          {of.rich_text_title ? <RichText of={of.rich_text_title} /> : of.title && <PlainText of={of.title} />}
        </div>
        {of.subtitle && (
          <div class="card-about">
            <Text of={of.subtitle} />
          </div>
        )}
      </div>
    </>
  );
  if (!of.is_collapsible) {
    return (
      <div class={shape}>
        <div class="card-head">{head}</div>
        <div class="container-inside">{children}</div>
      </div>
    );
  }
  return (
    <details class={shape} open={!of.default_collapsed}>
      <summary class="card-head">
        {head}
        <Icon name="down" size={18} />
      </summary>
      <div class="container-inside">{children}</div>
    </details>
  );
}

export function ContextActions({ of }: { of: ContextActionsBlock }): VNode {
  const { blockId, base } = useIds(of.block_id);
  return (
    <div class="context-actions">
      {of.elements.map((one, n) => (
        <ElementView
          key={one.action_id ?? n}
          of={one}
          blockId={blockId}
          labelling={{ id: `${base}-el-${n}` }}
          dispatches
        />
      ))}
    </div>
  );
}

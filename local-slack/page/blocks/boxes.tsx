import type { AlertBlock, ContainerBlock, ContextActionsBlock } from '@slack/types';
import type { ComponentChildren, VNode } from 'preact';
import { ElementView } from '../elements/element.tsx';
import type { IconName } from '../frame/icons.tsx';
import { Icon } from '../frame/icons.tsx';
import { useIds } from './ids.ts';
import { Picture } from './media.tsx';
import { RichText } from './rich-text.tsx';
import { PlainText, Text } from './text.tsx';

type Level = NonNullable<AlertBlock['level']>;

const levels: Record<Level, { icon: IconName; word: string }> = {
  default: { icon: 'bell', word: 'Note' },
  info: { icon: 'eye', word: 'Information' },
  warning: { icon: 'warning', word: 'Warning' },
  error: { icon: 'warning', word: 'Error' },
  success: { icon: 'check', word: 'Success' },
};

export function Alert({ of }: { of: AlertBlock }): VNode {
  const level = of.level ?? 'default';
  return (
    <div class={`alert ${level}`} role="note" aria-label={levels[level].word}>
      <Icon name={levels[level].icon} />
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

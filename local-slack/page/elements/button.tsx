import type { Button, Overflow, WorkflowButton } from '@slack/types';
import type { VNode } from 'preact';
import { plain, PlainText } from '../blocks/text.tsx';
import { Icon, Spinner } from '../frame/icons.tsx';
import { MenuButton } from '../frame/menu.tsx';
import { safeUrl } from '../mrkdwn/nodes.ts';
import { useSurface } from './surface.tsx';

type ButtonProps = { of: Button | WorkflowButton; blockId: string; id?: string };

export function ButtonElement({ of, blockId, id }: ButtonProps): VNode {
  const surface = useSurface();
  const busy = surface.busy.has(`${blockId} ${of.action_id ?? ''}`);
  const url = of.type === 'button' && of.url ? safeUrl(of.url) : null;
  const shared = {
    id,
    class: `btn ${of.style ?? ''} ${busy ? 'busy' : ''}`,
    'aria-label': of.accessibility_label ? plain(of.accessibility_label) : undefined,
    'aria-busy': busy,
    title: plain(of.text.text).length > 24 ? plain(of.text.text) : undefined,
    onClick: () => {
      if (!busy) void surface.click(blockId, of);
    },
  };
  const inner = (
    <>
      {of.type === 'workflow_button' && <Icon name="bolt" size={14} />}
      <span class="btn-words">
        <PlainText of={of.text} />
      </span>
      {busy && <Spinner />}
    </>
  );
  if (!url) {
    return (
      <button type="button" {...shared}>
        {inner}
      </button>
    );
  }
  return (
    <a {...shared} title={url} href={url} target="_blank" rel="noopener noreferrer">
      {inner}
    </a>
  );
}

type OverflowProps = { of: Overflow; blockId: string; atEnd: boolean };

export function OverflowElement({ of, blockId, atEnd }: OverflowProps): VNode {
  const surface = useSurface();
  const busy = surface.busy.has(`${blockId} ${of.action_id ?? ''}`);
  const items = () =>
    of.options.map((option) => {
      const url = option.url ? safeUrl(option.url) : null;
      return {
        label: <PlainText of={option.text} />,
        ...(option.description ? { hint: <PlainText of={option.description} /> } : {}),
        ...(url ? { url } : {}),
        onPick: () => void surface.click(blockId, of, { selected_option: option }),
      };
    });
  const as = `btn overflow ${busy ? 'busy' : ''}`;
  return (
    <MenuButton label="More options" as={as} items={items} align={atEnd ? 'end' : 'start'}>
      {busy ? <Spinner /> : <Icon name="dots" />}
    </MenuButton>
  );
}

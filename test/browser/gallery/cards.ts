import type { KnownBlock } from '@slack/types';
import type { Pictures } from './messages.ts';
import { button, mrkdwn, plain, rich, section, text, words } from './words.ts';

export function cards({ wide, square }: Pictures): KnownBlock[] {
  const card = (n: number, more: object = {}) => ({
    type: 'card',
    block_id: `card-${n}`,
    icon: { type: 'image', image_url: square, alt_text: 'icon' },
    title: mrkdwn(`Card *number ${n}*`),
    subtitle: mrkdwn('Northwind · IT'),
    body: mrkdwn('What this card is about, in a sentence or two that wrap.'),
    actions: [button(`open-${n}`, 'Open', { style: 'primary' }), button(`skip-${n}`, 'Skip')],
    ...more,
  });
  return [
    card(0, { hero_image: { type: 'image', image_url: wide, alt_text: 'sky' } }),
    { type: 'carousel', elements: [1, 2, 3, 4, 5].map((n) => card(n)) },
    {
      type: 'container',
      title: plain('A container'),
      subtitle: mrkdwn('with *children*'),
      has_header_divider: true,
      child_blocks: [
        section('Inside the container'),
        { type: 'actions', block_id: 'inner', elements: [button('inner-button', 'Inside')] },
      ],
    },
    {
      type: 'container',
      title: plain('Folded'),
      is_collapsible: true,
      default_collapsed: true,
      width: 'narrow',
      child_blocks: [section('Here I was')],
    },
    task('t1', 'Read the ticket', 'complete', {
      output: rich(words(text('It is about the VPN.'))),
      sources: [{ type: 'url', url: 'https://example.com/vpn', text: 'VPN guide' }],
    }),
    {
      type: 'plan',
      title: 'Fixing the VPN',
      tasks: [
        task('p1', 'Look at the log', 'complete'),
        task('p2', 'Restart the gateway', 'in_progress', { details: rich(words(text('Waiting for the lock…'))) }),
        task('p3', 'Tell everybody', 'pending'),
        task('p4', 'Find the old router', 'error', { output: rich(words(text('Nobody knows where it is.'))) }),
      ],
    },
    {
      type: 'context_actions',
      block_id: 'thumbs',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'feedback',
          positive_button: { text: plain('Good answer'), value: 'good', accessibility_label: 'Mark as good' },
          negative_button: { text: plain('Bad answer'), value: 'bad', accessibility_label: 'Mark as bad' },
        },
        { type: 'icon_button', action_id: 'trash', icon: 'trash', text: plain('Delete answer'), value: 'gone' },
      ],
    },
  ] as unknown as KnownBlock[];
}

function task(task_id: string, title: string, status: string, more: object = {}): object {
  return { type: 'task_card', task_id, title, status, ...more };
}

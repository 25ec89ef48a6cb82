import type { KnownBlock } from '@slack/types';
import type { Ids } from './words.ts';
import { button, colours, mrkdwn, option, plain, section } from './words.ts';

const unix = 1_795_264_620;

const confirm = {
  title: plain('Close the ticket?'),
  text: mrkdwn('This *cannot* be undone.'),
  confirm: plain('Close it'),
  deny: plain('Keep it'),
  style: 'danger',
};

export const buttons: KnownBlock[] = [
  {
    type: 'actions',
    block_id: 'buttons',
    elements: [
      button('plain', 'Plain'),
      button('primary', 'Primary', { style: 'primary' }),
      button('danger', 'Danger', { style: 'danger' }),
      button('sure', 'Ask first', { style: 'danger', confirm }),
      button('link', 'A link', { url: 'https://example.com/' }),
      button('slow', 'Slow'),
      button('long', 'A button whose words are rather longer than fit'),
      {
        type: 'overflow',
        action_id: 'more',
        options: [
          option('edit', ':pencil2: Edit'),
          option('copy', 'Copy', 'to the clipboard'),
          option('drop', 'Delete'),
        ],
      },
      {
        type: 'workflow_button',
        action_id: 'workflow',
        text: plain('Run workflow'),
        workflow: { trigger: { url: 'https://slack.com/shortcuts/Ft0/1' } },
      },
    ],
  },
  {
    type: 'actions',
    block_id: 'modals',
    elements: [
      button('open-inputs', 'Open inputs'),
      button('open-choices', 'Open choices'),
      button('open-stack', 'Open stack'),
    ],
  },
] as KnownBlock[];

export function pickers(ids: Ids): KnownBlock[] {
  const beside = (block_id: string, words: string, accessory: object): KnownBlock =>
    section(words, { block_id, accessory: { action_id: block_id, ...accessory } });
  return [
    {
      type: 'actions',
      block_id: 'pick',
      elements: [
        { type: 'static_select', action_id: 'static', placeholder: plain('A colour'), options: colours },
        { type: 'users_select', action_id: 'user', initial_user: ids.users['ana'] },
        { type: 'channels_select', action_id: 'channel' },
        { type: 'conversations_select', action_id: 'conversation', default_to_current_conversation: true },
        { type: 'external_select', action_id: 'external', placeholder: plain('A ticket'), min_query_length: 2 },
        { type: 'datepicker', action_id: 'date', initial_date: '2026-11-21' },
        { type: 'timepicker', action_id: 'time', timezone: 'Europe/Berlin' },
        { type: 'datetimepicker', action_id: 'datetime', initial_date_time: unix },
        { type: 'radio_buttons', action_id: 'radio', options: colours },
        { type: 'checkboxes', action_id: 'check', options: colours },
      ],
    } as KnownBlock,
    beside('multi', 'Several', { type: 'multi_static_select', placeholder: plain('Colours'), options: colours }),
    beside('multi-users', 'People', {
      type: 'multi_users_select',
      initial_users: [ids.users['ana'], ids.users['bao']],
    }),
    beside('over', 'A menu', { type: 'overflow', options: [option('a', 'One'), option('b', 'Two')] }),
    beside('tick', 'Ticks', {
      type: 'checkboxes',
      options: [option('done', 'Done'), option('paid', 'Paid', 'in full')],
    }),
  ];
}

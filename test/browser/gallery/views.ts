import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Ids } from './words.ts';
import { colours, mrkdwn, option, plain, rich, section, text, words } from './words.ts';

const input = (block_id: string, label: string, element: object, more: object = {}): KnownBlock =>
  ({ type: 'input', block_id, label: plain(label), element: { action_id: 'a', ...element }, ...more }) as KnownBlock;

const groups = [
  { label: plain('Urgent'), options: [option('high', 'High'), option('top', 'Highest')] },
  { label: plain('Not urgent'), options: [option('low', 'Low'), option('none', 'Whenever')] },
];
const letters = [option('a', 'A'), option('b', 'B'), option('c', 'C', 'The third')];

/** Fields that one writes in. */
export function inputsModal(): ModalView {
  return {
    type: 'modal',
    callback_id: 'inputs',
    title: plain('Every input'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [
      { type: 'alert', text: mrkdwn('The desk is *closed* tomorrow.'), level: 'info' },
      { type: 'alert', text: plain('Careful with this one.'), level: 'warning' },
      { type: 'alert', text: plain('Something went wrong.'), level: 'error' },
      { type: 'alert', text: plain('All is well.'), level: 'success' },
      { type: 'alert', text: plain('By the way.') },
      input('b_text', 'Title', {
        type: 'plain_text_input',
        max_length: 40,
        focus_on_load: true,
        placeholder: plain('In a few words'),
      }),
      input(
        'b_text_empty',
        'Remarks',
        { type: 'plain_text_input', multiline: true, min_length: 5 },
        { optional: true, hint: plain('Five characters at least, if any.') },
      ),
      input('b_rich', 'Description', {
        type: 'rich_text_input',
        placeholder: plain('What happened?'),
        initial_value: rich(words(text('Hello '), text('bold', { bold: true }))),
      }),
      input('b_email', 'E-mail', { type: 'email_text_input', placeholder: plain('you@example.com') }),
      input('b_url', 'Address', { type: 'url_text_input' }),
      input('b_num', 'How many', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '100' }),
      input('b_file', 'Log', { type: 'file_input', filetypes: ['txt', 'log'], max_files: 2 }, { optional: true }),
      input(
        'b_live',
        'Live search',
        {
          type: 'plain_text_input',
          dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] },
        },
        { optional: true, dispatch_action: true },
      ),
    ] as KnownBlock[],
  };
}

/** Fields that one chooses in. */
export function choicesModal(ids: Ids): ModalView {
  return {
    type: 'modal',
    callback_id: 'choices',
    title: plain('Every choice'),
    submit: plain('Send'),
    blocks: [
      input('b_static', 'Priority', { type: 'static_select', option_groups: groups, placeholder: plain('Choose one') }),
      input('b_static_empty', 'Another', { type: 'static_select', options: colours }, { optional: true }),
      input('b_ext', 'Ticket', { type: 'external_select', min_query_length: 2, placeholder: plain('Type its number') }),
      input('b_users', 'Person', { type: 'users_select' }),
      input('b_conv', 'Conversation', {
        type: 'conversations_select',
        default_to_current_conversation: true,
        filter: { include: ['public', 'private'] },
      }),
      input('b_chan', 'Channel', { type: 'channels_select' }),
      input('b_mstatic', 'Letters', { type: 'multi_static_select', options: letters, max_selected_items: 2 }),
      input('b_mext', 'Tickets', { type: 'multi_external_select', min_query_length: 0 }, { optional: true }),
      input('b_musers', 'People', { type: 'multi_users_select' }),
      input('b_mconv', 'Conversations', {
        type: 'multi_conversations_select',
        initial_conversations: [ids.channels['general']],
      }),
      input('b_mchan', 'Channels', { type: 'multi_channels_select' }, { optional: true }),
      input('b_check', 'Agree', {
        type: 'checkboxes',
        options: [option('yes', 'Yes'), option('mail', 'And write to me', 'once a week')],
      }),
      input('b_radio', 'Number', {
        type: 'radio_buttons',
        options: [option('1', 'One'), option('2', 'Two', 'One more')],
      }),
      input('b_date', 'Day', { type: 'datepicker' }),
      input('b_time', 'Time', { type: 'timepicker', timezone: 'Europe/Berlin' }),
      input('b_dt', 'Moment', { type: 'datetimepicker' }, { hint: plain('In your own time zone.') }),
    ],
  };
}

/** A view on a view, as deep as Slack allows. */
export function stackedModal(depth: number): ModalView {
  return {
    type: 'modal',
    callback_id: `stack-${depth}`,
    title: plain(`Step ${depth}`),
    submit: plain('Next'),
    blocks: [
      section(`This is step ${depth} of three.`),
      input(`name-${depth}`, `Name ${depth}`, { type: 'plain_text_input' }, { optional: true }),
      ...(depth < 3
        ? [
            {
              type: 'actions',
              block_id: `go-${depth}`,
              elements: [{ type: 'button', action_id: 'push', text: plain('Go deeper'), value: String(depth + 1) }],
            } as KnownBlock,
          ]
        : []),
      ...Array.from({ length: 14 }, (_, n) => section(`Line ${n + 1} of a form that is longer than the window.`)),
    ],
  };
}

export function home(blocks: KnownBlock[]): HomeView {
  return { type: 'home', blocks };
}

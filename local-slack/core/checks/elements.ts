/** Block elements: buttons, menus, pickers and inputs. */
import type { Obj } from '../model.ts';
import {
  ID,
  anyText,
  confirm,
  date,
  dispatchConfig,
  filter,
  option,
  optionGroup,
  placeholder,
  plain,
  sameOption,
  slackFile,
  time,
  url,
} from './objects.ts';
import {
  type Field,
  type Report,
  type Rule,
  all,
  anything,
  bool,
  either,
  int,
  list,
  may,
  need,
  obj,
  oneOf,
  pattern,
  str,
} from './rule.ts';
import { richText } from './rich-text.ts';

const type = (name: string): Record<string, Field> => ({ type: need(oneOf(name)), action_id: may(ID) });
const asked: Record<string, Field> = { confirm: may(confirm), focus_on_load: may(bool) };
const shown: Record<string, Field> = { ...asked, placeholder };
const most: Record<string, Field> = { max_selected_items: may(int(1)) };

function choices(value: Obj): unknown[] {
  const groups = Array.isArray(value['option_groups']) ? value['option_groups'] : [];
  const grouped = groups.flatMap((group: Obj) => (Array.isArray(group?.['options']) ? group['options'] : []));
  return [...(Array.isArray(value['options']) ? value['options'] : []), ...grouped];
}

function initialIsOffered(value: Obj, at: string, report: Report): void {
  const initial = value['initial_option'];
  if (initial && !choices(value).some((one) => sameOption(one, initial))) {
    report.say(`${at}/initial_option`, 'must match one of the options');
  }
}

function initialsAreOffered(value: Obj, at: string, report: Report): void {
  const initial = Array.isArray(value['initial_options']) ? value['initial_options'] : [];
  for (const [n, one] of initial.entries()) {
    if (!choices(value).some((other) => sameOption(one, other)))
      report.say(`${at}/initial_options/${n}`, 'must match one of the options');
  }
  const limit = value['max_selected_items'];
  if (typeof limit === 'number' && initial.length > limit)
    report.say(`${at}/initial_options`, `no more than ${limit} items allowed`);
}

const offered: Record<string, Field> = {
  options: may(list(option(), 100)),
  option_groups: may(list(optionGroup, 100)),
};
const oneOffer = either('options', 'option_groups');

function lengthsAgree(value: Obj, at: string, report: Report): void {
  const { min_length: min, max_length: max, initial_value: initial } = value;
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    report.say(at, '`min_length` must be less than or equal to `max_length`');
  if (typeof max === 'number' && typeof initial === 'string' && initial.length > max)
    report.say(`${at}/initial_value`, `must be less than ${max + 1} characters`);
}

const number = pattern(/^-?\d+(?:\.\d+)?$/, 'number');
const written = { ...asked, placeholder, dispatch_action_config: may(dispatchConfig) };

export const ELEMENTS: Record<string, Rule> = {
  button: obj({
    ...type('button'),
    text: need(plain(75)),
    value: may(str(2000)),
    url: may(url()),
    style: may(oneOf('primary', 'danger')),
    confirm: may(confirm),
    accessibility_label: may(str(75)),
  }),
  overflow: obj({ ...type('overflow'), options: need(list(option({ url: true }), 5)), confirm: may(confirm) }),
  static_select: obj(
    { ...type('static_select'), ...shown, ...offered, initial_option: may(option()) },
    all(oneOffer, initialIsOffered),
  ),
  multi_static_select: obj(
    { ...type('multi_static_select'), ...shown, ...most, ...offered, initial_options: may(list(option(), 100)) },
    all(oneOffer, initialsAreOffered),
  ),
  external_select: obj({
    ...type('external_select'),
    ...shown,
    initial_option: may(option()),
    min_query_length: may(int(0)),
  }),
  multi_external_select: obj({
    ...type('multi_external_select'),
    ...shown,
    ...most,
    initial_options: may(list(option(), 100)),
    min_query_length: may(int(0)),
  }),
  users_select: obj({ ...type('users_select'), ...shown, initial_user: may(ID) }),
  multi_users_select: obj({ ...type('multi_users_select'), ...shown, ...most, initial_users: may(list(ID, 100)) }),
  conversations_select: obj({
    ...type('conversations_select'),
    ...shown,
    initial_conversation: may(ID),
    default_to_current_conversation: may(bool),
    response_url_enabled: may(bool),
    filter: may(filter),
  }),
  multi_conversations_select: obj({
    ...type('multi_conversations_select'),
    ...shown,
    ...most,
    initial_conversations: may(list(ID, 100)),
    default_to_current_conversation: may(bool),
    filter: may(filter),
  }),
  channels_select: obj({
    ...type('channels_select'),
    ...shown,
    initial_channel: may(ID),
    response_url_enabled: may(bool),
  }),
  multi_channels_select: obj({
    ...type('multi_channels_select'),
    ...shown,
    ...most,
    initial_channels: may(list(ID, 100)),
  }),
  checkboxes: obj(
    {
      ...type('checkboxes'),
      ...asked,
      options: need(list(option({ mrkdwn: true }), 10)),
      initial_options: may(list(option({ mrkdwn: true }), 10)),
    },
    initialsAreOffered,
  ),
  radio_buttons: obj(
    {
      ...type('radio_buttons'),
      ...asked,
      options: need(list(option({ mrkdwn: true }), 10)),
      initial_option: may(option({ mrkdwn: true })),
    },
    initialIsOffered,
  ),
  datepicker: obj({ ...type('datepicker'), ...shown, initial_date: may(date) }),
  timepicker: obj({ ...type('timepicker'), ...shown, initial_time: may(time), timezone: may(str(255)) }),
  datetimepicker: obj({
    ...type('datetimepicker'),
    ...asked,
    initial_date_time: may(int(1_000_000_000, 9_999_999_999)),
  }),
  plain_text_input: obj(
    {
      ...type('plain_text_input'),
      ...written,
      initial_value: may(str(3000, 0)),
      multiline: may(bool),
      min_length: may(int(0, 3000)),
      max_length: may(int(1, 3000)),
    },
    lengthsAgree,
  ),
  email_text_input: obj({ ...type('email_text_input'), ...written, initial_value: may(str(3000, 0)) }),
  url_text_input: obj({ ...type('url_text_input'), ...written, initial_value: may(str(3000, 0)) }),
  number_input: obj({
    ...type('number_input'),
    ...written,
    is_decimal_allowed: need(bool),
    initial_value: may(number),
    min_value: may(number),
    max_value: may(number),
  }),
  rich_text_input: obj({
    ...type('rich_text_input'),
    ...written,
    initial_value: may(richText),
    min_lines: may(int(1)),
    max_lines: may(int(1)),
  }),
  file_input: obj({ ...type('file_input'), filetypes: may(list(str(50), 100)), max_files: may(int(1, 10)) }),
  workflow_button: obj({
    ...type('workflow_button'),
    text: need(plain(75)),
    workflow: need(anything),
    style: may(oneOf('primary', 'danger')),
    accessibility_label: may(str(75)),
  }),
  feedback_buttons: obj({
    ...type('feedback_buttons'),
    positive_button: need(feedback()),
    negative_button: need(feedback()),
  }),
  icon_button: obj({
    ...type('icon_button'),
    icon: need(oneOf('trash')),
    text: need(plain(75)),
    value: may(str(2000)),
    confirm: may(confirm),
    accessibility_label: may(str(75)),
    visible_to_user_ids: may(list(ID, 10)),
  }),
  image: obj(
    { type: need(oneOf('image')), image_url: may(url()), slack_file: may(slackFile), alt_text: need(str(2000)) },
    either('image_url', 'slack_file'),
  ),
  plain_text: anyText(),
  mrkdwn: anyText(),
};

function feedback(): Rule {
  return obj({ text: need(plain(75)), value: need(str(2000)), accessibility_label: may(str(75)) });
}

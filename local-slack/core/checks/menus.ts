/** What a person chooses from: menus, ticks and pickers. */
import type { Obj } from '../model.ts';
import { ID, confirm, date, filter, option, optionGroup, placeholder, sameOption, time, timezone } from './objects.ts';
import { type Field, type Report, type Rule, all, bool, either, int, list, may, need, obj, oneOf } from './rule.ts';

export const type = (name: string): Record<string, Field> => ({ type: need(oneOf(name)), action_id: may(ID) });
export const asked: Record<string, Field> = { confirm: may(confirm), focus_on_load: may(bool) };

const shown: Record<string, Field> = { ...asked, placeholder };
const most: Record<string, Field> = { max_selected_items: may(int(1)) };
const current: Record<string, Field> = { default_to_current_conversation: may(bool), filter: may(filter) };
const ids = may(list(ID, 100));
const ticks = { mrkdwn: true };

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
}

/** No more is chosen at first than a person may choose. */
function initialsFit(value: Obj, at: string, report: Report): void {
  const limit = value['max_selected_items'];
  if (typeof limit !== 'number') return;
  for (const [name, initial] of Object.entries(value)) {
    if (name.startsWith('initial_') && Array.isArray(initial) && initial.length > limit)
      report.say(`${at}/${name}`, `no more than ${limit} items allowed`);
  }
}

const offered: Record<string, Field> = {
  options: may(list(option(), 100)),
  option_groups: may(list(optionGroup, 100)),
};
const oneOffer = either('options', 'option_groups');

export const MENUS: Record<string, Rule> = {
  overflow: obj({ ...type('overflow'), options: need(list(option({ url: true }), 5)), confirm: may(confirm) }),
  static_select: obj(
    { ...type('static_select'), ...shown, ...offered, initial_option: may(option()) },
    all(oneOffer, initialIsOffered),
  ),
  multi_static_select: obj(
    { ...type('multi_static_select'), ...shown, ...most, ...offered, initial_options: may(list(option(), 100)) },
    all(oneOffer, initialsAreOffered, initialsFit),
  ),
  external_select: obj({
    ...type('external_select'),
    ...shown,
    initial_option: may(option()),
    min_query_length: may(int(0)),
  }),
  multi_external_select: obj(
    {
      ...type('multi_external_select'),
      ...shown,
      ...most,
      initial_options: may(list(option(), 100)),
      min_query_length: may(int(0)),
    },
    initialsFit,
  ),
  users_select: obj({ ...type('users_select'), ...shown, initial_user: may(ID) }),
  multi_users_select: obj({ ...type('multi_users_select'), ...shown, ...most, initial_users: ids }, initialsFit),
  conversations_select: obj({
    ...type('conversations_select'),
    ...shown,
    ...current,
    initial_conversation: may(ID),
    response_url_enabled: may(bool),
  }),
  multi_conversations_select: obj(
    { ...type('multi_conversations_select'), ...shown, ...current, ...most, initial_conversations: ids },
    initialsFit,
  ),
  channels_select: obj({
    ...type('channels_select'),
    ...shown,
    initial_channel: may(ID),
    response_url_enabled: may(bool),
  }),
  multi_channels_select: obj(
    { ...type('multi_channels_select'), ...shown, ...most, initial_channels: ids },
    initialsFit,
  ),
  checkboxes: obj(
    {
      ...type('checkboxes'),
      ...asked,
      options: need(list(option(ticks), 10)),
      initial_options: may(list(option(ticks), 10)),
    },
    initialsAreOffered,
  ),
  radio_buttons: obj(
    {
      ...type('radio_buttons'),
      ...asked,
      options: need(list(option(ticks), 10)),
      initial_option: may(option(ticks)),
    },
    initialIsOffered,
  ),
  datepicker: obj({ ...type('datepicker'), ...shown, initial_date: may(date) }),
  timepicker: obj({ ...type('timepicker'), ...shown, initial_time: may(time), timezone: may(timezone) }),
  datetimepicker: obj({
    ...type('datetimepicker'),
    ...asked,
    initial_date_time: may(int(1_000_000_000, 9_999_999_999)),
  }),
};

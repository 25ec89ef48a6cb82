/** People and their groups, as methods and events show them. */
import type { Obj, State, User } from './model.ts';
import type { Slack } from './slack.ts';

/** Without `users:read.email` the address is left out, as Slack does. */
export function userJson(slack: Slack, user: User, options: { email: boolean; locale: boolean }): Obj {
  const { team } = slack.state;
  const icon = `${slack.base}/icon.png`;
  return {
    id: user.id,
    team_id: team.id,
    name: user.name,
    deleted: user.deleted,
    color: user.color.replace('#', ''),
    real_name: user.real_name,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: offsetOf(user.tz, slack.clock.now()),
    profile: profileJson(slack, user, options.email, icon),
    is_admin: user.is_admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_restricted,
    is_bot: user.is_bot,
    is_app_user: false,
    updated: user.updated,
    is_email_confirmed: !user.is_bot,
    who_can_share_contact_card: 'EVERYONE',
    ...(options.locale ? { locale: user.locale } : {}),
  };
}

export function profileJson(slack: Slack, user: User, email: boolean, icon = `${slack.base}/icon.png`): Obj {
  const [first = '', ...rest] = user.real_name.split(' ');
  const fields =
    user.manager === undefined ? {} : { [MANAGER_FIELD]: { value: user.manager, alt: '', label: 'Manager' } };
  return {
    title: user.title,
    phone: user.phone ?? '',
    skype: '',
    real_name: user.real_name,
    real_name_normalized: user.real_name,
    display_name: user.name,
    display_name_normalized: user.name,
    first_name: first,
    last_name: rest.join(' '),
    fields,
    status_text: user.status ?? '',
    status_text_canonical: '',
    status_emoji: '',
    status_emoji_display_info: [],
    status_expiration: 0,
    huddle_state: 'default_unset',
    huddle_state_expiration_ts: 0,
    avatar_hash: user.id.toLowerCase(),
    image_24: icon,
    image_32: icon,
    image_48: icon,
    image_72: icon,
    image_192: icon,
    image_512: icon,
    team: slack.state.team.id,
    ...(email && !user.is_bot ? { email: user.email } : {}),
    ...(user.is_bot ? { bot_id: slack.state.app.bot_id, api_app_id: slack.state.app.id } : {}),
  };
}

const MANAGER_FIELD = 'Xf0MANAGER1';

/** Seconds east of UTC, as `tz_offset` counts them. */
function offsetOf(tz: string, now: number): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' }).format(now);
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!found) return 0;
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60;
  return found[1] === '-' ? -seconds : seconds;
}

/** A user group, without those who belong to it. */
export function groupJson(slack: Slack, { id, handle, name, description }: State['groups'][number]): Obj {
  return {
    id,
    team_id: slack.state.team.id,
    is_usergroup: true,
    is_subteam: true,
    name,
    description,
    handle,
    is_external: false,
    date_create: 0,
    date_update: 0,
    date_delete: 0,
    auto_type: null,
    auto_provision: false,
    created_by: 'USLACKBOT',
    updated_by: 'USLACKBOT',
    deleted_by: null,
    prefs: { channels: [], groups: [] },
  };
}

/** The two tabs of the app: its Home, and the messages with it. */
import type { ActAnswer } from '../../wire.ts';
import { openDm, reopenDm } from '../direct.ts';
import { tellApp } from '../events.ts';
import { userOf } from '../find.ts';
import type { Channel, User } from '../model.ts';
import { viewJson } from '../payload.ts';
import { refuse } from '../refusal.ts';
import type { Slack } from '../slack.ts';

export function openDirect(slack: Slack, user: User, act: { with: string }): ActAnswer {
  const other = userOf(slack, act.with);
  const channel = openDm(slack, user.id, other.id);
  reopenDm(slack, channel, user.id);
  if (other.id === slack.state.app.bot) tellHomeOpened(slack, user, channel, 'messages');
  return { ok: true, channel: channel.id };
}

export function openHome(slack: Slack, user: User, { tab = 'home' }: { tab?: 'home' | 'messages' }): ActAnswer {
  if (tab === 'messages') return openDirect(slack, user, { with: slack.state.app.bot });
  if (!slack.manifest.features.app_home.home_tab_enabled) refuse('not_enabled');
  const channel = openDm(slack, slack.state.app.bot, user.id);
  tellHomeOpened(slack, user, channel, 'home');
  return { ok: true, channel: channel.id };
}

function tellHomeOpened(slack: Slack, user: User, channel: Channel, tab: 'home' | 'messages'): void {
  const view = tab === 'home' ? slack.state.views[slack.state.homes[user.id] ?? ''] : undefined;
  const event = {
    type: 'app_home_opened',
    user: user.id,
    channel: channel.id,
    tab,
    ...(view ? { view: viewJson(slack, view) } : {}),
  };
  tellApp(slack, { subscription: 'app_home_opened' }, event);
}

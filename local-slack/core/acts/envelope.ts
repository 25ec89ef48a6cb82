/** What every interaction carries. */
import type { ActAnswer } from '../../wire.ts';
import type { Channel, Obj, User } from '../model.ts';
import { isInteractive } from '../offers.ts';
import type { Ack, Slack } from '../slack.ts';

export function common(slack: Slack, user: User): Obj {
  const { team, app } = slack.state;
  return {
    token: 'local-verification-token',
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: app.id,
    enterprise: null,
    is_enterprise_install: false,
  };
}

const HIDDEN_NAME = { im: 'directmessage', private: 'privategroup', mpim: 'mpdm', public: '' };

/** The bot sees the name of a place only if it stands in it. */
export function channelRef(slack: Slack, channel: Channel): { id: string; name: string } {
  const known =
    channel.kind === 'public' || (channel.kind === 'private' && channel.members.includes(slack.state.app.bot));
  return { id: channel.id, name: known ? channel.name : HIDDEN_NAME[channel.kind] };
}

export type Why = Extract<Ack, { ok: false }>['why'];

/** The words Slack shows when the app did not answer. */
export const FAILED: Record<Why, string> = {
  timeout: 'operation_timeout',
  dispatch_failed: 'dispatch_failed',
  http_error: 'http_service_error',
  too_many_redirects: 'http_service_error',
  ssl_error: 'http_service_error',
};

export const TROUBLE = 'We had some trouble connecting. Try again?';

/** Hands an interaction to the app; one that has interactivity switched off never hears of it. */
export async function interact(
  slack: Slack,
  user: User,
  { payload, takes_payload = false, link }: { payload: Obj & { type: string }; takes_payload?: boolean; link?: string },
): Promise<Ack> {
  if (!isInteractive(slack)) return { ok: false, why: 'dispatch_failed' };
  const linked = link === undefined ? {} : { link };
  return slack.deliver({ type: 'interactive', name: payload.type, takes_payload, payload, as: user.id, ...linked });
}

/** An answer and the trigger it belongs to; the journal links its rows by it. */
export type Outcome = ActAnswer & { link?: string };

export function said(text: string | undefined, link?: string): Outcome {
  return { ok: true, ...(text === undefined ? {} : { said: text }), ...(link === undefined ? {} : { link }) };
}

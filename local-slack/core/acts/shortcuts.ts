import { channelFor } from '../find.ts';
import { clickable } from '../messages.ts';
import type { User } from '../model.ts';
import { shortcutsOf } from '../offers.ts';
import { messageJson } from '../payload.ts';
import { refuse } from '../refusal.ts';
import { makeResponseUrl } from '../respond.ts';
import { showNotice } from '../sight.ts';
import type { Slack } from '../slack.ts';
import { channelRef, common, interact, type Outcome, said } from './envelope.ts';

/** A global shortcut, or one from a message's menu. */
export async function shortcut(
  slack: Slack,
  user: User,
  act: { callback_id: string; channel?: string; ts?: string },
): Promise<Outcome> {
  const type = act.ts === undefined ? 'global' : 'message';
  const known = shortcutsOf(slack).find((one) => one.callback_id === act.callback_id && one.type === type);
  if (!known) return refuse('no_such_shortcut');
  const trigger_id = slack.triggers.make(user.id);
  const payload = {
    ...common(slack, user),
    type: type === 'global' ? 'shortcut' : 'message_action',
    action_ts: slack.mint.ts(),
    callback_id: act.callback_id,
    trigger_id,
    ...(act.channel === undefined || act.ts === undefined ? {} : fromMessage(slack, user, act.channel, act.ts)),
  };
  const ack = await interact(slack, user, { payload, link: trigger_id });
  if (ack.ok) return said(undefined, trigger_id);
  const text = `${slack.manifest.display_information.name} is not responding: the shortcut "${known.name}" did not work. Try again?`;
  showNotice(slack, user.id, text, act.channel);
  return said(text, trigger_id);
}

function fromMessage(slack: Slack, user: User, channelId: string, ts: string): object {
  const channel = channelFor(slack, user.id, channelId);
  const message = clickable(slack, user.id, channelId, ts);
  return {
    channel: channelRef(slack, channel),
    message_ts: ts,
    message: messageJson(slack, message),
    response_url: makeResponseUrl(slack, 'app', {
      channel: channelId,
      user: user.id,
      original: { ts, only_for: message.only_for },
    }),
  };
}

import { channelFor } from '../find.ts';
import type { Obj, User } from '../model.ts';
import { commandsOf } from '../offers.ts';
import { Refusal, refuse } from '../refusal.ts';
import { answer, makeResponseUrl } from '../respond.ts';
import { showNotice } from '../sight.ts';
import type { Slack } from '../slack.ts';
import { spoken, typed } from '../text.ts';
import { FAILED, channelRef, type Outcome, said } from './envelope.ts';

/** A slash command, as Slack sends it; an answer that Slack itself gives comes back as `said`. */
export async function command(
  slack: Slack,
  user: User,
  act: { channel: string; command: string; text: string; mentions?: string[] },
): Promise<Outcome> {
  const channel = channelFor(slack, user.id, act.channel);
  if (!channel.members.includes(user.id)) refuse('not_in_channel');
  const known = commandsOf(slack).find((one) => one.command === act.command);
  const trigger_id = slack.triggers.make(user.id);
  const tell = (text: string): Outcome => {
    showNotice(slack, user.id, text, channel.id);
    return said(text, trigger_id);
  };
  if (!known)
    return tell(
      `${act.command} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.`,
    );
  const { team, app } = slack.state;
  const place = channelRef(slack, channel);
  const payload: Obj = {
    token: 'local-verification-token',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: place.id,
    channel_name: place.name,
    user_id: user.id,
    user_name: user.name,
    command: act.command,
    text: known.should_escape
      ? typed(slack, act.text.trim(), { named: true, chosen: act.mentions })
      : spoken(slack, act.text.trim(), act.mentions),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: makeResponseUrl(slack, 'commands', { channel: channel.id, user: user.id }),
    trigger_id,
  };
  const ack = await slack.deliver({
    type: 'slash_commands',
    name: act.command,
    takes_payload: true,
    payload,
    as: user.id,
    link: trigger_id,
  });
  if (!ack.ok) return tell(`${act.command} failed with the error "${FAILED[ack.why]}"`);
  const body = typeof ack.payload === 'string' ? { text: ack.payload } : ack.payload;
  if (Object.keys(body).length === 0 || body['text'] === '') return said(undefined, trigger_id);
  try {
    answer(slack, { channel: channel.id, user: user.id }, body);
    return said(undefined, trigger_id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return tell(`${act.command} failed with the error "${error.code}"`);
  }
}

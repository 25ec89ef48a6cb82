/** Direct messages: opened, found again, put aside. */
import { z } from 'zod';
import { closeDm, groupDmOf, openDm, openGroupDm, reopenDm } from '../../core/direct.ts';
import { botId, dmWith, needScope, userOf } from '../../core/find.ts';
import type { Channel, Obj } from '../../core/model.ts';
import { channelJson, lastReadJson } from '../../core/channel-shape.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { MANAGE_ANY, managed } from './channels.ts';
import { type Method, flag, list, method, text, word } from './method.ts';

function direct(channel: Channel): void {
  if (channel.kind !== 'im' && channel.kind !== 'mpim') refuse('method_not_supported_for_channel_type');
}

/** The people asked for, without the bot itself and each once. */
function wanted(slack: Slack, users: string[]): string[] {
  const others = [...new Set(users)].filter((id) => id !== botId(slack));
  for (const id of others) if (userOf(slack, id).deleted) refuse('user_disabled');
  return others;
}

function found(slack: Slack, others: string[]): { existing: Channel | undefined; open: () => Channel } {
  const [one, second] = others;
  if (one === undefined) return refuse('invalid_user_combination');
  if (second === undefined) {
    needScope(slack, 'im:write');
    return { existing: dmWith(slack, botId(slack), one), open: () => openDm(slack, botId(slack), one) };
  }
  needScope(slack, 'mpim:write');
  const members = [botId(slack), ...others];
  return { existing: groupDmOf(slack, members), open: () => openGroupDm(slack, botId(slack), others) };
}

function answer(slack: Slack, channel: Channel, whole: boolean, wasOpen: boolean): Obj {
  const shape = whole ? { ...channelJson(slack, channel), ...lastReadJson(slack, channel) } : { id: channel.id };
  return { ...(wasOpen ? { no_op: true, already_open: true } : {}), channel: shape };
}

const open = method({
  scopes: MANAGE_ANY.filter((one) => one !== 'channels:write'),
  tier: 3,
  args: z.object({
    channel: text.optional(),
    users: list.optional(),
    return_im: flag.optional(),
    prevent_creation: flag.optional(),
  }),
  run: ({ slack }, { channel: id, users, return_im, prevent_creation }) => {
    if (id !== undefined && id !== '') {
      const channel = managed(slack, id);
      direct(channel);
      return answer(slack, channel, return_im === true, !reopenDm(slack, channel, botId(slack)));
    }
    if (!users) return refuse('users_list_not_supplied');
    if (users.length === 0) return refuse('not_enough_users');
    const { existing, open: make } = found(slack, wanted(slack, users));
    if (!existing && prevent_creation === true) refuse('channel_not_found');
    const channel = existing ?? make();
    const reopened = reopenDm(slack, channel, botId(slack));
    return answer(slack, channel, return_im === true, existing !== undefined && !reopened);
  },
});

const close = method({
  scopes: MANAGE_ANY,
  tier: 2,
  args: z.object({ channel: word }),
  run: ({ slack }, args) => {
    const channel = managed(slack, args.channel);
    direct(channel);
    return closeDm(slack, channel, botId(slack)) ? {} : { no_op: true, already_closed: true };
  },
});

export const directMethods: Record<string, Method> = { 'conversations.open': open, 'conversations.close': close };

import { z } from 'zod';
import { botId, userOf } from '../../core/find.ts';
import { groupJson, profileJson, userJson } from '../../core/profile.ts';
import { refuse } from '../../core/refusal.ts';
import { type Call, type Method, flag, ignored, method, paging, text, word } from './method.ts';
import { page } from './paging.ts';

function shown(call: Call, include_locale: boolean | undefined): { email: boolean; locale: boolean } {
  return { email: call.scopes.includes('users:read.email'), locale: include_locale === true };
}

export const userMethods: Record<string, Method> = {
  'users.info': method({
    scopes: ['users:read'],
    tier: 4,
    json: false,
    args: z.object({ user: word, include_locale: flag.optional() }),
    run: (call, args) => ({
      user: userJson(call.slack, userOf(call.slack, args.user), shown(call, args.include_locale)),
    }),
  }),
  'users.list': method({
    scopes: ['users:read'],
    tier: 2,
    json: false,
    args: z.object({ ...paging, include_locale: flag.optional() }),
    run: (call, args) => {
      const { slack } = call;
      const { rows, next_cursor } = page(Object.values(slack.state.users), args, { usual: 1000 });
      const cache_ts = Math.floor(slack.clock.now() / 1000);
      const members = rows.map((user) => userJson(slack, user, shown(call, args.include_locale)));
      return { members, cache_ts, response_metadata: { next_cursor } };
    },
  }),
  'users.lookupByEmail': method({
    scopes: ['users:read.email'],
    tier: 3,
    json: false,
    args: z.object({ email: word }),
    run: (call, { email }) => {
      const wanted = email.toLowerCase();
      const user = Object.values(call.slack.state.users).find(
        (one) => !one.deleted && !one.is_bot && one.email.toLowerCase() === wanted,
      );
      return user ? { user: userJson(call.slack, user, { email: true, locale: false }) } : refuse('users_not_found');
    },
  }),
  'users.profile.get': method({
    scopes: ['users.profile:read'],
    tier: 4,
    json: false,
    args: z.object({ user: text.optional(), include_labels: ignored }),
    run: ({ slack, scopes }, { user }) => ({
      profile: profileJson(slack, userOf(slack, user ?? botId(slack)), scopes.includes('users:read.email')),
    }),
  }),
  'users.getPresence': method({
    scopes: ['users:read'],
    tier: 3,
    json: false,
    args: z.object({ user: text.optional() }),
    run: ({ slack }, { user }) => {
      const { id } = userOf(slack, user ?? botId(slack));
      return { presence: id === botId(slack) || slack.bus.present().includes(id) ? 'active' : 'away' };
    },
  }),
  'usergroups.list': method({
    scopes: ['usergroups:read'],
    tier: 2,
    json: false,
    args: z.object({ include_count: flag.optional(), include_disabled: ignored, include_users: flag.optional() }),
    run: ({ slack }, args) => ({
      usergroups: slack.state.groups.map((group) => ({
        ...groupJson(slack, group),
        ...(args.include_users === true ? { users: group.users } : {}),
        ...(args.include_count === true ? { user_count: group.users.length } : {}),
      })),
    }),
  }),
  'usergroups.users.list': method({
    scopes: ['usergroups:read'],
    tier: 2,
    json: false,
    args: z.object({ usergroup: word, include_disabled: ignored }),
    run: ({ slack }, { usergroup }) => {
      const group = slack.state.groups.find((one) => one.id === usergroup);
      return group ? { users: group.users } : refuse('no_such_subteam');
    },
  }),
};

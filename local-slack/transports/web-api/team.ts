import { z } from 'zod';
import { botProfile } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import { type Method, method, text } from './method.ts';

export const teamMethods: Record<string, Method> = {
  'team.info': method({
    scopes: ['team:read'],
    tier: 3,
    args: z.object({ team: text.optional(), domain: text.optional() }),
    run: ({ slack }, { team: wanted }) => {
      const { team } = slack.state;
      if (wanted !== undefined && wanted !== team.id) refuse('team_not_found');
      const sizes = [34, 44, 68, 88, 102, 132].map((size) => [`image_${size}`, `${slack.base}/icon.png`]);
      const icon = { image_default: true, ...Object.fromEntries(sizes) };
      return {
        team: {
          id: team.id,
          name: team.name,
          domain: team.domain,
          url: `${slack.base}/`,
          email_domain: 'northwind.example',
          icon,
        },
      };
    },
  }),
  'bots.info': method({
    scopes: ['users:read'],
    tier: 3,
    json: false,
    args: z.object({ bot: text.optional() }),
    run: ({ slack }, { bot }) => {
      if (bot !== undefined && bot !== slack.state.app.bot_id) refuse('bot_not_found');
      return { bot: botProfile(slack) };
    },
  }),
};

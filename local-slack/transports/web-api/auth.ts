import { z } from 'zod';
import { refuse } from '../../core/refusal.ts';
import type { SocketMode } from '../socket-mode.ts';
import { type Method, ignored, method, text } from './method.ts';

export function authMethods(sockets: SocketMode): Record<string, Method> {
  return {
    'api.test': method({
      token: 'none',
      tier: 4,
      args: z.object({ error: text.optional(), foo: ignored }),
      run: (_call, { error, foo }) => {
        const args = { ...(error === undefined ? {} : { error }), ...(foo === undefined ? {} : { foo }) };
        return error === undefined ? { args } : refuse(error, { args });
      },
    }),
    'auth.test': method({
      token: 'any',
      tier: 'special',
      args: z.object({}),
      run: ({ slack }) => {
        const { team, app, users } = slack.state;
        const bot = users[app.bot];
        return {
          url: `${slack.base}/`,
          team: team.name,
          user: bot?.name,
          team_id: team.id,
          user_id: app.bot,
          bot_id: app.bot_id,
          is_enterprise_install: false,
        };
      },
    }),
    'apps.connections.open': method({
      token: 'app',
      tier: 3,
      args: z.object({}),
      run: ({ slack }) => {
        if (!slack.manifest.settings.socket_mode_enabled) refuse('forbidden_team');
        return { url: sockets.ticket() };
      },
    }),
  };
}

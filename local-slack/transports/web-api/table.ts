import type { SocketMode } from '../socket-mode.ts';
import { authMethods } from './auth.ts';
import { chatMethods } from './chat.ts';
import type { Method } from './method.ts';
import { teamMethods } from './team.ts';
import { viewMethods } from './views.ts';

/** Every Web API method that exists here; anything else is `unknown_method`. */
export function webApi(sockets: SocketMode): Record<string, Method> {
  return {
    ...authMethods(sockets),
    ...teamMethods,
    ...chatMethods,
    ...viewMethods,
  };
}

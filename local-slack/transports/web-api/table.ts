import type { SocketMode } from '../socket-mode.ts';
import { authMethods } from './auth.ts';
import { blockMethods } from './blocks.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import { bookmarkMethods, pinMethods, reactionMethods } from './marks.ts';
import type { Method } from './method.ts';
import { teamMethods } from './team.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** Every Web API method that exists here; anything else is `unknown_method`. */
export function webApi(sockets: SocketMode): Record<string, Method> {
  return {
    ...authMethods(sockets),
    ...blockMethods,
    ...bookmarkMethods,
    ...chatMethods,
    ...conversationMethods,
    ...fileMethods,
    ...historyMethods,
    ...pinMethods,
    ...reactionMethods,
    ...teamMethods,
    ...userMethods,
    ...viewMethods,
  };
}

import type { SocketMode } from '../socket-mode.ts';
import { agentMethods } from './agents.ts';
import { appMethods } from './apps.ts';
import { authMethods } from './auth.ts';
import { blockMethods } from './blocks.ts';
import { bookmarkMethods } from './bookmarks.ts';
import { channelMethods } from './channels.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { directMethods } from './direct.ts';
import { entityMethods } from './entities.ts';
import { fileMethods } from './files.ts';
import { functionMethods } from './functions.ts';
import { historyMethods } from './history.ts';
import { pinMethods, reactionMethods } from './marks.ts';
import type { Method } from './method.ts';
import { scheduledMethods } from './scheduled.ts';
import { streamMethods } from './streams.ts';
import { teamMethods } from './team.ts';
import { unfurlMethods } from './unfurl.ts';
import { uploadMethods } from './uploads.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** Every Web API method that is known here; anything else is `unknown_method`. `docs/local-slack-coverage.md` is printed from it. */
export function webApi(sockets: SocketMode): Record<string, Method> {
  return {
    ...agentMethods,
    ...appMethods,
    ...authMethods(sockets),
    ...blockMethods,
    ...bookmarkMethods,
    ...channelMethods,
    ...chatMethods,
    ...conversationMethods,
    ...directMethods,
    ...entityMethods,
    ...fileMethods,
    ...functionMethods,
    ...historyMethods,
    ...pinMethods,
    ...reactionMethods,
    ...scheduledMethods,
    ...streamMethods,
    ...teamMethods,
    ...unfurlMethods,
    ...uploadMethods,
    ...userMethods,
    ...viewMethods,
  };
}

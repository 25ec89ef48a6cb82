/** Rules that are tried where the behaviour is: the file, and the test in it. */
export const ELSEWHERE: Record<string, [file: string, test: string]> = {
  'view.stack_depth': ['views', 'three views deep, no deeper'],
  'response_url.uses': ['clicks', 'a response URL works five times and half an hour'],
  'response_url.ttl': ['clicks', 'a response URL works five times and half an hour'],
  'trigger_id.ttl': ['views', 'a trigger opens one view within three seconds'],
  'trigger_id.uses': ['views', 'a trigger opens one view within three seconds'],
  'ack.deadline': ['sockets', 'without an ack in three seconds is given up'],
  'event.retries': ['redelivery', 'an event nobody takes comes back at once, after one minute and after five'],
  'event.rate': ['redelivery', 'too many events in an hour: app_rate_limited'],
  'event.failure_disable': ['redelivery', 'an app that takes none of very many events hears no more'],
  'socket.connections': ['sockets', 'opens once per ticket; the eleventh is sent away'],
  'socket.client_gap': ['surprises', '4. with one socket a refresh means deafness'],
  'signature.window': ['delivery-faults', 'a clock that is wrong: only a signature can be too old'],
  'chat.post_rate': ['web-api', 'posts to one channel burst a little, then wait a second'],
  'files.flow': ['messages', 'three steps, shared afterwards, and read with the token only'],
};

/** Why a workspace cannot hold an app to a rule. */
export const EXEMPT: Record<string, string> = {
  'message.text.recommended': 'a recommendation: Slack takes ten times as much',
  'history.nonmarketplace': 'only for apps sold outside the Marketplace; the app of one workspace keeps its tier',
  'chat.post_rate_ws': 'Slack gives no number for a whole workspace',
  'files.per_file': 'a gigabyte is not uploaded to a workspace in memory, which takes much less',
  'ack.function_executed': 'a timer of Bolt’s own; local-slack waits as long as for any event',
  'request.body_limit': 'a limit of Bolt’s receiver, not of what Slack sends',
};

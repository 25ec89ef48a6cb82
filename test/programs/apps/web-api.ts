/** A script without Bolt: pages through people and channels, posts, edits, threads, schedules and tidies up. */
import { type UsersListResponse, WebAPIPlatformError, WebClient } from '@slack/web-api';

const web = new WebClient(process.env['SLACK_BOT_TOKEN']);

const people: (string | undefined)[] = [];
for await (const page of web.paginate('users.list', { limit: 2 })) {
  const { members = [] } = page as UsersListResponse;
  people.push(...members.filter((one) => one.is_bot !== true).map((one) => one.name));
}

const { channels = [] } = await web.conversations.list({ types: 'public_channel', exclude_archived: true });
const general = channels.find((one) => one.is_general)?.id ?? '';

const posted = await web.chat.postMessage({ channel: general, text: `${people.length} people: ${people.join(', ')}` });
const ts = posted.ts ?? '';
await web.chat.postMessage({ channel: general, thread_ts: ts, text: 'More inside', reply_broadcast: true });
await web.chat.update({ channel: general, ts, text: `${people.length} people` });
await web.reactions.add({ channel: general, timestamp: ts, name: 'white_check_mark' });
const { permalink } = await web.chat.getPermalink({ channel: general, message_ts: ts });
const { messages = [] } = await web.conversations.replies({ channel: general, ts });

const scheduled = await web.chat.scheduleMessage({
  channel: general,
  text: 'Later',
  post_at: Math.floor(Date.now() / 1000) + 3600,
});
await web.chat.deleteScheduledMessage({ channel: general, scheduled_message_id: scheduled.scheduled_message_id ?? '' });

const refused = await web.users.info({ user: 'U00NOBODY' }).catch((error: unknown) => error);

console.log(
  JSON.stringify({
    people,
    permalink,
    replies: messages.length,
    refused: refused instanceof WebAPIPlatformError ? refused.data.error : String(refused),
  }),
);

/** Where what local-slack sends departs from Slack's samples, and why. */

/** Fields of samples that local-slack does not send: older than today's shape, or only where something is so. */
export const LEGACY: { keys: RegExp; why: string }[] = [
  { keys: /^\/(?:enterprise_id|authed_users)$/, why: 'older: `authorizations` and `context_enterprise_id` now' },
  {
    keys: /\/files\/0\/(?:thumb_|original_|permalink_public|edit_link|preview|lines)/,
    why: 'no pictures are made of files',
  },
  {
    keys: /\/(?:user_team|source_team|user_profile|assistant_thread|assistant_app_thread)$/,
    why: 'only of other workspaces and of the assistant',
  },
  { keys: /\/(?:thread_ts|parent_user_id)$/, why: 'only in a thread' },
  { keys: /\/edited$/, why: 'only of a message that was edited' },
  { keys: /\/(?:inputs|event_payload)\//, why: 'the words of one app' },
  {
    keys: /\/profile\/(?:fields\/|image_original|image_1024|is_custom_image|pronouns)/,
    why: 'what one workspace asks of its people',
  },
  { keys: /\/(?:user_count|added_users_count|removed_users_count)$/, why: 'older: a number now, as in @slack/types' },
  { keys: /\/elements\/0\/elements\/0\/(?:text|user_id)$/, why: 'the first piece of that message is another' },
  { keys: /\/(?:text\/emoji|actions\/0\/style)$/, why: 'the words of one app' },
  { keys: /\/previous_message\/subtype$/, why: 'only where the message had one' },
  { keys: /^(?:\/event)?\/(?:icons|blocks|text|display_as_bot)$/, why: 'only where the app sent one' },
  { keys: /^\/message\/attachments$/, why: 'only where the app sent one' },
  { keys: /^\/view\/(?:blocks\/0\/|title\/emoji|state\/values\/)/, why: 'the words of one app' },
  { keys: /\/enterprise_(?:id|name)$/, why: 'no Enterprise organization' },
  { keys: /^\/(?:post_at|scheduled_messages\/0\/id)$/, why: 'older: now a number and an id, as in @slack/web-api' },
  { keys: /^\/response_metadata$/, why: 'only where there is a next page' },
  { keys: /^\/messages\/0\/(?:reply_count|subscribed|last_read|unread_count)$/, why: 'only of a message with replies' },
  {
    keys: /^\/channel\/(?:properties|is_read_only|priority|num_members|locale)$/,
    why: 'only of channels that have such',
  },
  { keys: /\/has_2fa$/, why: 'only an administrator is told' },
  { keys: /^\/profile\/start_date$/, why: 'what one workspace asks of its people' },
  {
    keys: /^\/file\/(?:thumb_|original_|image_|deanimate|pjpeg|permalink_public|shares\/|alt_txt)/,
    why: 'no pictures are made of files',
  },
  { keys: /^\/authorizations\/0\/is_bot$/, why: 'a string in that example alone; a boolean in every event' },
  { keys: /^\/(?:items\/0\/)?message\/(?:subtype|username)$/, why: 'only of a message under another name' },
];

/** Samples that are compared nowhere here. */
export const APART: { files: RegExp; why: string }[] = [
  { files: /^views\//, why: 'the judges of blocks take them' },
  { files: /^manifests\//, why: 'a manifest is read, not sent' },
  { files: /^reference\//, why: 'a catalogue' },
  { files: /^authored\/interaction_ack_bodies/, why: 'what an app answers' },
  { files: /^authored\/http_error_and/, why: 'answers of calls, each tried with its error' },
  { files: /^authored\/view_state_values/, why: 'no payload of its own: a part of submissions' },
  { files: /^authored\/link_shared\.composer/, why: 'links are not told while they are in the composer' },
  { files: /^authored\/work_object\.view_submission/, why: 'the details of a Work Object are not drawn' },
  { files: /^interactivity\/interactive_message/, why: 'legacy attachments have no actions here' },
  { files: /url_verification|app_rate_limited/, why: 'no event: a body of its own, tried with its transport' },
  {
    files: /team_access_|shared_channel_invite_/,
    why: 'one workspace without an Enterprise organization or a second workspace',
  },
  { files: /app_mention\.bot_message/, why: 'no second app that could mention this one' },
  { files: /(?:channel|group)_joined/, why: 'only for the real time API' },
  { files: /\/file_change\.json$/, why: 'files do not change' },
  { files: /channel_convert_to_public|channel_posting_permissions/, why: 'no person can do it here' },
  { files: /assistant\.thread_/, why: 'no assistant pane' },
  {
    files: /^api_examples\/(?:oauth\.|migration\.|dialog\.|conversations\.inviteShared|assistant\.search)/,
    why: 'it is always refused here',
  },
];

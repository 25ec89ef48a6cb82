/** What Slack accepts, in characters or items. Source: docs.slack.dev/reference/block-kit and reference/views, unless said otherwise. */
export const LIMITS = {
  /** Recommended for messages, and refused beyond by chat.update (`msg_too_long`). */
  text: 4000,
  messageBlocks: 50,
  viewBlocks: 100,
  /** Not documented: about 13,200 counted characters were seen to be refused (slackapi/bolt-js#2509); a budget below it. */
  messageTotal: 10_000,
  /** A view is refused beyond 250 kB of JSON; three bytes a character leave room for the frame. */
  viewTotal: 60_000,
  section: 3000,
  contextText: 2000,
  contextElements: 10,
  header: 150,
  button: 75,
  buttonValue: 2000,
  actions: 25,
  overflow: 5,
  option: 75,
  optionDescription: 75,
  optionValue: 75,
  optionGroups: 100,
  options: 100,
  radio: 10,
  placeholder: 150,
  label: 2000,
  hint: 2000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalTitle: 24,
  modalButton: 24,
  /** Also the longest answer that a text input takes. */
  input: 3000,
} as const;

/** How much of a long text stands on a card, before "Show all". */
export const FIRST_WORDS = 600;
export const FIRST_LINES = 10;

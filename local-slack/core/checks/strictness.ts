/** Where Slack's documentation, its types and what others saw disagree: one setting each, see docs/decisions/0005. */
export type Strictness = {
  /** Longest `value` of an option. */
  option_value: number;
  /** Whether 12,000 characters of markdown are meant for a whole message or for each block. */
  markdown_limit: 'message' | 'block';
  card_actions: number;
  /** Whether the words of a card may be plain text. */
  card_plain_text: boolean;
  /** Rows of a data table, its header among them. */
  data_table_rows: number;
  table_on_home: boolean;
  multi_select_in_actions: boolean;
  /** Bytes of a message's metadata, as JSON. */
  metadata_bytes: number;
  /** Arguments that a method does not have. */
  unknown_arguments: 'refuse' | 'ignore';
  /** The HTTP status of a used or expired response URL. */
  dead_response_url: 404 | 200;
};

export const STRICT: Strictness = {
  option_value: 75,
  markdown_limit: 'message',
  card_actions: 2,
  card_plain_text: false,
  data_table_rows: 101,
  table_on_home: false,
  multi_select_in_actions: false,
  metadata_bytes: 4000,
  unknown_arguments: 'refuse',
  dead_response_url: 404,
};

export const LENIENT: Strictness = {
  option_value: 150,
  markdown_limit: 'block',
  card_actions: 3,
  card_plain_text: true,
  data_table_rows: 201,
  table_on_home: true,
  multi_select_in_actions: true,
  metadata_bytes: 8000,
  unknown_arguments: 'ignore',
  dead_response_url: 200,
};

/** Rules of Slack's that `@slack/types` does not carry: only there may local-slack refuse what the second judge lets pass. */
import type { Opinion } from './schema.ts';

type Class = { why: string; at: RegExp; says: RegExp };

export const BEYOND: Class[] = [
  { why: 'what stands on which surface and in which block', at: /\/type$/, says: /^unsupported type: / },
  {
    why: 'how much a whole message may hold',
    at: /^(?:\/attachments\/\d+)?\/blocks$/,
    says: /^(?:no more than|only_one_table_allowed|table content|markdown blocks)/,
  },
  { why: 'ids, names and values that are empty', at: /./, says: /^must be more than \d+ characters$/ },
  { why: 'lists that are empty', at: /./, says: /^no fewer than \d+ items allowed$/ },
  {
    why: 'how long an address is, and that it is one',
    at: /\/(?:\w*_)?url$/,
    says: /^(?:must be less than 3001 characters|must be a valid URL)$/,
  },
  {
    why: 'groups of options that the types write out again, without their comments',
    at: /\/option_groups\/\d+\/(?:label\/text|options)$/,
    says: /^(?:must be less than 76 characters|no more than 100 items allowed)$/,
  },
  {
    why: 'tables and charts',
    at: /\/blocks\/\d+(?:\/rows(?:\/\d+(?:\/\d+\/text)?)?|\/chart\/.*)?$/,
    says: /^(?:must be less than (?:10001|21) characters|no more than \d+ items allowed|labels must match the categories|must provide a number)$/,
  },
  { why: 'buttons of a card', at: /\/actions$/, says: /^no more than 2 items allowed$/ },
  {
    why: 'whom an icon is shown to, and which icon',
    at: /\/(?:visible_to_user_ids|icon)$/,
    says: /^(?:no more than 10 items allowed|must be a valid enum value)$/,
  },
  { why: 'words under a video', at: /\/description\/text$/, says: /^must be less than 200 characters$/ },
  {
    why: 'feedback',
    at: /\/(?:positive|negative)_button\/(?:text\/text|value)$/,
    says: /^must be less than (?:76|2001) characters$/,
  },
  { why: 'the id that an app gives a view', at: /\/external_id$/, says: /^must be less than 256 characters$/ },
  {
    why: 'how much may be typed',
    at: /\/(?:min_length|max_length|initial_value)$/,
    says: /^must be (?:less than|greater than)/,
  },
  { why: 'the words of an alert', at: /\/text\/text$/, says: /^must be less than 201 characters$/ },
  { why: 'links only in overflow menus', at: /\/options\/\d+$/, says: /^invalid additional property: url$/ },
  { why: 'a menu of its own has options', at: /./, says: /^missing required field: (?:options|value)$/ },
  { why: 'more chosen at first than may be chosen', at: /\/initial_\w+$/, says: /^no more than \d+ items allowed$/ },
  { why: 'days and timezones that there are', at: /\/(?:initial_date|timezone)$/, says: /^must be a valid/ },
  { why: 'a filter that filters', at: /\/filter$/, says: /^must provide at least one filter field$/ },
  { why: 'least and most in their order', at: /./, says: /must be less than or equal to `max_\w+`$/ },
  { why: 'whole numbers', at: /\/\w+_value$/, says: /decimals are not allowed$/ },
  { why: 'tasks of a plan, which the types leave open', at: /\/tasks\/\d+/, says: /./ },
  { why: 'a file cannot be dispatched', at: /./, says: /^`dispatch_action` is not allowed with file_input$/ },
  { why: 'a response URL comes from an input', at: /./, says: /^`response_url_enabled` is only allowed/ },
  {
    why: 'scopes and domains of the manifest',
    at: /./,
    says: /^(?:video|file_input) needs the|must be of a domain in the unfurl domains$/,
  },
];

export const isBeyond = ({ at, message }: Opinion): boolean =>
  BEYOND.some((one) => one.at.test(at) && one.says.test(message));

/** Text as Slack stores it: `&`, `<` and `>` escaped, mentions and links in angle brackets. */
import type { Slack } from './slack.ts';

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** `@ana`, `#general`, `@here` and bare links, as a person types them. The handle may carry dots and dashes. */
const TYPED =
  /(?<![\w/])@([\p{L}\p{N}._-]*[\p{L}\p{N}])|(?<![\w/&])#([\p{L}\p{N}_-]+)|\bhttps?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"\]]/gu;
/** A mention of a person or a channel chosen from the composer's list. */
const CHOSEN = /<([@#])([UWCG][A-Z0-9]+)>/g;
const WIDE = new Set(['here', 'channel', 'everyone']);

/** `chosen`: the ids taken from the list, where the page tells them; what else looks so was typed by hand. */
type Writing = { named?: boolean; chosen?: string[] | undefined };

/** What a person typed, stored: mentions of people and channels that exist become live, all else is escaped. */
export function typed(slack: Pick<Slack, 'state'>, text: string, { named = false, chosen }: Writing = {}): string {
  let out = '';
  let from = 0;
  for (const found of text.matchAll(CHOSEN)) {
    const [whole, sign, id = ''] = found;
    const name = sign === '@' ? slack.state.users[id]?.name : slack.state.channels[id]?.name;
    if (name === undefined || chosen?.includes(id) === false) continue;
    out +=
      plain(slack, text.slice(from, found.index), named) + (named || sign === '#' ? `<${sign}${id}|${name}>` : whole);
    from = found.index + whole.length;
  }
  return out + plain(slack, text.slice(from), named);
}

/** The same without anything live: a mention that was chosen stands there as its name. */
export function spoken(slack: Pick<Slack, 'state'>, text: string, chosen?: string[]): string {
  return text.replace(CHOSEN, (whole, sign: string, id: string) => {
    const name = sign === '@' ? slack.state.users[id]?.name : slack.state.channels[id]?.name;
    return name === undefined || chosen?.includes(id) === false ? whole : `${sign}${name}`;
  });
}

function plain(slack: Pick<Slack, 'state'>, text: string, named: boolean): string {
  let out = '';
  let from = 0;
  for (const found of text.matchAll(TYPED)) {
    out += escape(text.slice(from, found.index)) + live(slack, found[0], named);
    from = found.index + found[0].length;
  }
  return out + escape(text.slice(from));
}

function live(slack: Pick<Slack, 'state'>, word: string, named: boolean): string {
  if (word.startsWith('@')) {
    const name = word.slice(1).toLowerCase();
    if (WIDE.has(name)) return `<!${name}>`;
    const user = Object.values(slack.state.users).find((one) => one.name === name);
    if (user) return named ? `<@${user.id}|${user.name}>` : `<@${user.id}>`;
    const group = slack.state.groups.find((one) => one.handle === name);
    return group ? `<!subteam^${group.id}>` : escape(word);
  }
  if (word.startsWith('#')) {
    const channel = Object.values(slack.state.channels).find(
      (one) => one.name === word.slice(1).toLowerCase() && one.kind !== 'im',
    );
    return channel ? `<#${channel.id}|${channel.name}>` : escape(word);
  }
  return `<${escape(word)}>`;
}

/** Text that an app sends: stray `&`, `<` and `>` are escaped, everything Slack knows stays. */
export function normalised(text: string): string {
  const token = /<(?:[@#!][^<>]+|(?:https?:\/\/|mailto:|tel:)[^<>]+)>|&(?:amp|lt|gt);/g;
  let out = '';
  let from = 0;
  for (const found of text.matchAll(token)) {
    out += outside(text, from, found.index) + found[0];
    from = found.index + found[0].length;
  }
  return out + outside(text, from, text.length);
}

/** A `>` that opens a line is a quotation and stays. */
function outside(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/[&<>]/g, (mark: string, at: number) => {
    const opens = mark === '>' && /(?:^|\n)>*$/.test(text.slice(0, from + at));
    return opens ? mark : escape(mark);
  });
}

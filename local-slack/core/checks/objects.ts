/** Composition objects: texts, options, confirmations. */
import type { Obj } from '../model.ts';
import { type Field, type Rule, bool, bySetting, byType, list, may, need, obj, oneOf, pattern, str } from './rule.ts';

export const ID = str(255);
/** What every block has. */
export const typed = (name: string): Record<string, Field> => ({ type: need(oneOf(name)), block_id: may(ID) });
export const url =
  (max = 3000): Rule =>
  (value, at, report) => {
    str(max)(value, at, report);
    if (typeof value === 'string' && value !== '' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value))
      report.say(at, 'must be a valid URL');
  };

const kind: Record<string, (max: number) => Rule> = {
  plain_text: (max) => obj({ type: need(oneOf('plain_text')), text: need(str(max)), emoji: may(bool) }),
  mrkdwn: (max) => obj({ type: need(oneOf('mrkdwn')), text: need(str(max)), verbatim: may(bool) }),
};

function textOf(max: number, ...kinds: string[]): Rule {
  const table = Object.fromEntries(kinds.flatMap((name) => (kind[name] ? [[name, kind[name](max)]] : [])));
  return byType(() => table);
}

export const plain = (max = 3000): Rule => textOf(max, 'plain_text');
export const mrkdwn = (max = 3000): Rule => textOf(max, 'mrkdwn');
export const anyText = (max = 3000): Rule => textOf(max, 'plain_text', 'mrkdwn');

/** `mrkdwn` options only in radio buttons and checkboxes, `url` only in overflow menus. */
export function option(how: { mrkdwn?: boolean; url?: boolean } = {}): Rule {
  const words = how.mrkdwn ? anyText(75) : plain(75);
  const link = how.url ? { url: may(url()) } : {};
  return obj({
    text: need(words),
    value: need(bySetting((s) => str(s.option_value))),
    description: may(words),
    ...link,
  });
}

export const optionGroup = obj({ label: need(plain(75)), options: need(list(option(), 100)) });

export const confirm = obj({
  title: need(plain(100)),
  text: need(anyText(300)),
  confirm: may(plain(30)),
  deny: may(plain(30)),
  style: may(oneOf('primary', 'danger')),
});

export const placeholder = may(plain(150));

export const dispatchConfig = obj({
  trigger_actions_on: may(list(oneOf('on_enter_pressed', 'on_character_entered'), 2)),
});

export const filter = obj(
  {
    include: may(list(oneOf('im', 'mpim', 'private', 'public'), 4)),
    exclude_external_shared_channels: may(bool),
    exclude_bot_users: may(bool),
  },
  (value, at, report) => {
    if (Object.keys(value).length === 0) report.say(at, 'must provide at least one filter field');
  },
);

export const date = pattern(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'date');
export const time = pattern(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'time');

/** A name of the IANA's: what `Intl` takes. */
export const timezone: Rule = (value, at, report) => {
  try {
    Intl.DateTimeFormat('en', { timeZone: String(value) });
  } catch {
    report.say(at, 'must be a valid IANA timezone');
  }
};

export const slackFile = obj({ id: may(ID), url: may(url()) }, (value, at, report) => {
  if ((value['id'] === undefined) === (value['url'] === undefined))
    report.say(at, 'must provide exactly one of `id` or `url`');
});

/** Options are the same when text and value are. */
export function sameOption(one: unknown, other: unknown): boolean {
  return optionKey(one) === optionKey(other);
}

function optionKey(value: unknown): string {
  const { text, value: key } = (value ?? {}) as { text?: Obj; value?: unknown };
  return JSON.stringify([text?.['text'], key]);
}

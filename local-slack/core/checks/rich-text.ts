import { type Field, type Rule, bool, byType, int, list, may, need, obj, oneOf, str } from './rule.ts';
import { ID, url } from './objects.ts';

const style = may(
  obj({
    bold: may(bool),
    italic: may(bool),
    strike: may(bool),
    code: may(bool),
    underline: may(bool),
    highlight: may(bool),
    client_highlight: may(bool),
    unlink: may(bool),
  }),
);
const piece = (name: string, fields: Record<string, Field>): Rule => obj({ type: need(oneOf(name)), style, ...fields });

const PIECES: Record<string, Rule> = {
  text: piece('text', { text: need(str(40_000)) }),
  link: piece('link', { url: need(url()), text: may(str(40_000, 0)), unsafe: may(bool) }),
  emoji: piece('emoji', { name: need(ID), unicode: may(ID), skin_tone: may(int(1, 6)), url: may(url()) }),
  user: piece('user', { user_id: need(ID) }),
  usergroup: piece('usergroup', { usergroup_id: need(ID) }),
  team: piece('team', { team_id: need(ID) }),
  channel: piece('channel', { channel_id: need(ID) }),
  broadcast: piece('broadcast', { range: need(oneOf('here', 'channel', 'everyone')) }),
  color: piece('color', { value: need(ID) }),
  date: piece('date', { timestamp: need(int(0)), format: need(ID), url: may(url()), fallback: may(str(3000)) }),
};

const pieces = list(
  byType(() => PIECES),
  1000,
  0,
);
const border = may(int(0, 1));

const PARTS: Record<string, Rule> = {
  rich_text_section: obj({ type: need(oneOf('rich_text_section')), elements: need(pieces) }),
  rich_text_quote: obj({ type: need(oneOf('rich_text_quote')), elements: need(pieces), border }),
  rich_text_preformatted: obj({
    type: need(oneOf('rich_text_preformatted')),
    elements: need(
      list(
        byType(() => PIECES, ['text', 'link']),
        1000,
        0,
      ),
    ),
    border,
    language: may(ID),
  }),
  rich_text_list: obj({
    type: need(oneOf('rich_text_list')),
    style: need(oneOf('bullet', 'ordered')),
    elements: need(
      list(
        byType(() => PARTS, ['rich_text_section']),
        1000,
        0,
      ),
    ),
    indent: may(int(0, 8)),
    offset: may(int(0)),
    border,
  }),
};

export const richText: Rule = obj({
  type: need(oneOf('rich_text')),
  block_id: may(ID),
  elements: need(
    list(
      byType(() => PARTS),
      1000,
      0,
    ),
  ),
});

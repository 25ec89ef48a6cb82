import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  ExternalSelect,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { LIMITS } from './limits.ts';
import { beginning, cut, esc } from './text.ts';

/** A message: blocks, and the words for notifications and for those who do not see blocks. */
export type Message = { text: string; blocks: KnownBlock[] };
/** What a button or an overflow may stand for: where it goes, what it carries, what it is called; `meaning`: where that is a sign. */
export type Press = {
  action: string;
  value: string;
  label: string;
  style?: 'primary' | 'danger';
  meaning?: string;
  sure?: Sure;
};
/** Asked once more before a press counts. */
type Sure = { title: string; text: string; confirm: string; deny: string };

export const message = (text: string, blocks: readonly KnownBlock[]): Message => ({
  text: cut(text, LIMITS.text),
  blocks: blocks.slice(0, LIMITS.messageBlocks),
});

/** Words that Slack does not format. Escaped here, so it takes them as they were written. */
export const plain = (text: string, max: number): PlainTextElement => {
  const whole = esc(text).trim();
  return { type: 'plain_text', text: whole === '' ? '–' : cut(whole, max), emoji: true };
};

const mrkdwn = (text: string, max: number): MrkdwnElement => ({
  type: 'mrkdwn',
  text: text === '' ? '–' : cut(text, max),
});

export const section = (text: string, accessory?: Button | Overflow): SectionBlock => ({
  type: 'section',
  text: mrkdwn(text, LIMITS.section),
  ...(accessory && { accessory }),
});

/** One grey line. Facts that are not known are left out. */
export const context = (...facts: readonly (string | null | undefined | false)[]): ContextBlock => ({
  type: 'context',
  elements: [mrkdwn(facts.filter(Boolean).join(' · '), LIMITS.contextText)],
});

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, LIMITS.header) });
export const divider: DividerBlock = { type: 'divider' };

export const button = ({ action, value, label, style, meaning, sure }: Press): Button => ({
  type: 'button',
  action_id: action,
  text: plain(label, LIMITS.button),
  ...(value !== '' && { value }),
  ...(style && { style }),
  ...(meaning && { accessibility_label: meaning.slice(0, LIMITS.button) }),
  ...(sure && {
    confirm: {
      title: plain(sure.title, LIMITS.confirmTitle),
      text: plain(sure.text, LIMITS.confirmText),
      confirm: plain(sure.confirm, LIMITS.confirmButton),
      deny: plain(sure.deny, LIMITS.confirmButton),
      ...(style && { style }),
    },
  }),
});

/** The three dots: at most five choices, each an option value of its own. */
export const overflow = (action: string, choices: readonly { value: string; label: string }[]): Overflow[] =>
  choices.length === 0
    ? []
    : [
        {
          type: 'overflow',
          action_id: action,
          options: choices
            .slice(0, LIMITS.overflow)
            .map(({ value, label }) => ({ text: plain(label, LIMITS.option), value })),
        },
      ];

/** A row of buttons; no row when there is none. `id`: it stays the same row when it is drawn again under a finger. */
export const actions = (
  elements: readonly (Button | Overflow | StaticSelect | ExternalSelect)[],
  id?: string,
): ActionsBlock[] =>
  elements.length === 0
    ? []
    : [{ type: 'actions', elements: elements.slice(0, LIMITS.actions), ...(id !== undefined && { block_id: id }) }];

/** Long words as as many sections as they need, at most `max` characters in all. */
export function sections(text: string, max: number): SectionBlock[] {
  const blocks: SectionBlock[] = [];
  let rest = cut(text, max);
  while (rest !== '') {
    const piece = beginning(rest, LIMITS.section);
    if (piece === '') break;
    blocks.push(section(piece));
    rest = rest.slice(piece.length).trimStart();
  }
  return blocks;
}

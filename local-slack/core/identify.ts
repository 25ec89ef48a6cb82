import { blocksOf, elementsOf } from './checks/blocks.ts';
import { isObj } from './checks/rule.ts';
import type { Obj } from './model.ts';
import type { Slack } from './slack.ts';

/** Elements that carry an `action_id`. */
const SILENT = new Set(['image', 'plain_text', 'mrkdwn']);

/** Slack gives an id to every block and element that came without one. */
export function identified(slack: Slack, blocks: Obj[]): Obj[] {
  return blocks.map((block) => {
    const copy = structuredClone(block);
    if (typeof copy['block_id'] !== 'string' || copy['block_id'] === '') copy['block_id'] = slack.mint.hex(5);
    for (const element of elementsOf(copy)) {
      if (!SILENT.has(String(element['type'])) && typeof element['action_id'] !== 'string')
        element['action_id'] = slack.mint.hex(5);
    }
    return copy;
  });
}

/** Attachments as Slack keeps them: numbered, with words for those who cannot see them, and ids on their blocks. */
export function attached(slack: Slack, attachments: Obj[]): Obj[] {
  return attachments.map((one, n) => ({
    ...one,
    ...(Array.isArray(one['blocks']) ? { blocks: identified(slack, one['blocks'].filter(isObj)) } : {}),
    id: n + 1,
    fallback: one['fallback'] ?? one['text'] ?? '[no preview available]',
  }));
}

export function withIds<T extends Obj>(slack: Slack, view: T): T {
  const blocks = blocksOf(view);
  const present = Object.fromEntries(Object.entries(view).filter(([, value]) => value !== null));
  return { ...(present as T), blocks: identified(slack, blocks) };
}

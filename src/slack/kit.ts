/** Block Kit in few words. Knows Slack's shapes and limits and nothing of tickets. */
export * from './kit/blocks.ts';
export * from './kit/inputs.ts';
export * from './kit/limits.ts';
export * from './kit/multi.ts';
export * from './kit/rich-text.ts';
export * from './kit/text.ts';

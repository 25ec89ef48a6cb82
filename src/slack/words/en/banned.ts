import type { BannedWords } from '../banned.ts';

export const banned: BannedWords = {
  warned: (words) => `⚠️ On the list of words that requesters do not get: ${words}. Change them, or send it once more.`,
  anyway: 'Send anyway',
  typed: (words) =>
    `⚠️ On the list of words that requesters do not get: ${words}. It stands there already: only you can edit or delete what you typed.`,
  order: {
    warn: (words) => `⚠️ On the list of words that requesters do not get: ${words}. Send it anyway, or type it anew.`,
    block: (words) => `🚫 These words are not sent to requesters: ${words}. Please type it anew without them.`,
  },
  many: (words) => `⚠️ On the list of words that requesters do not get: ${words}. Go back to change them.`,
};

import type { DraftWords } from '../drafts.ts';

export const drafts: DraftWords = {
  yours: (at) => `✏️ Your draft · ${at}`,
  discard: 'Discard',
  kept: '✏️ It is kept as your draft.',
  files: 'Its files have to be chosen again.',
  chooseAgain: (names) =>
    `📎 Slack does not put files back. Please choose ${names.length === 1 ? 'this one' : 'these'} again if still wanted: ${names.join(', ')}`,
  tooLate:
    '⏳ Slack did not open the window, for it took too long. Nothing was changed and nothing is lost. Please try once more.',
  closed:
    '⏳ The window was closed before it could be drawn. Nothing was sent, and what you had written is kept. Please open it once more.',
};

import type { DraftWords } from '../drafts.ts';

export const drafts: DraftWords = {
  yours: (at) => `✏️ Your draft · ${at}`,
  discard: 'Discard',
  kept: '✏️ It is kept as your draft.',
  files: 'Its files have to be chosen again.',
  tooLate:
    '⏳ Slack did not open the window, for it took too long. Nothing was changed and nothing is lost. Please try once more.',
  closed:
    '⏳ The window was closed before it could be drawn. Nothing was sent, and what you had written is kept. Please open it once more.',
};

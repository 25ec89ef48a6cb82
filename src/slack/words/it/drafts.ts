import type { DraftWords } from '../drafts.ts';

export const drafts: DraftWords = {
  yours: (at) => `✏️ La tua bozza · ${at}`,
  discard: 'Elimina',
  kept: '✏️ Resta come tua bozza.',
  files: 'I suoi file vanno scelti di nuovo.',
  chooseAgain: (names) =>
    `📎 Slack non rimette i file. Se ${names.length === 1 ? 'serve ancora, scegli di nuovo questo' : 'servono ancora, scegli di nuovo questi'}: ${names.join(', ')}`,
  tooLate:
    '⏳ Slack non ha aperto la finestra: è passato troppo tempo. Non è cambiato nulla e non si è perso nulla. Riprova ancora una volta.',
  closed:
    '⏳ La finestra è stata chiusa prima di potersi aggiornare. Non è partito nulla e ciò che avevi scritto è conservato. Aprila ancora una volta.',
};

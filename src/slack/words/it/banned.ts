import type { BannedWords } from '../banned.ts';

export const banned: BannedWords = {
  warned: (words) =>
    `⚠️ Nell’elenco delle parole che non si mandano ai richiedenti: ${words}. Cambiale, oppure invia un’altra volta.`,
  anyway: 'Invia comunque',
  typed: (words) =>
    `⚠️ Nell’elenco delle parole che non si mandano ai richiedenti: ${words}. Il messaggio è già lì: solo tu puoi modificarlo o eliminarlo.`,
  order: {
    warn: (words) =>
      `⚠️ Nell’elenco delle parole che non si mandano ai richiedenti: ${words}. Invia comunque, oppure riscrivi.`,
    block: (words) => `🚫 Queste parole non si mandano ai richiedenti: ${words}. Riscrivi senza.`,
  },
  many: (words) =>
    `⚠️ Nell’elenco delle parole che non si mandano ai richiedenti: ${words}. Torna indietro per cambiarle.`,
};

import type { DistributionWords } from '../distribution.ts';

export const distribution: DistributionWords = {
  away: (until) =>
    `Sei assente fino al ${until}: non ti viene affidata nessuna richiesta e nessuno ti coinvolge per una decisione. \`/ticket back\` lo toglie prima.`,
  back: 'Bentornato. Ti vengono di nuovo affidate richieste.',
  usage: 'Scrivi il primo giorno in cui torni, per esempio `/ticket away until 2026-12-01`.',
  past: 'Quel giorno è già passato. Scrivine uno più avanti, per esempio `/ticket away until 2030-12-01`, oppure `/ticket back`.',
};

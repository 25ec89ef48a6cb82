import type { DistributionWords, GivingWords } from '../distribution.ts';

export const distribution: DistributionWords = {
  away: (until) =>
    `Sei assente fino al ${until}: non ti viene affidata nessuna richiesta e nessuno ti coinvolge per una decisione. \`/ticket back\` lo toglie prima.`,
  back: 'Bentornato. Ti vengono di nuovo affidate richieste.',
  usage: 'Scrivi il primo giorno in cui torni, per esempio `/ticket away until 2026-12-01`.',
  past: 'Quel giorno è già passato. Scrivine uno più avanti, per esempio `/ticket away until 2030-12-01`, oppure `/ticket back`.',
};

export const giving: GivingWords = {
  thread: {
    auto_assign: (e) =>
      `Affidata a ${e.to}, a cui toccava${e.due ? `. Se nessuno comincia entro ${e.due}, passa a chi segue` : ''}`,
    reoffer: (e) =>
      e.to
        ? `Nessuno aveva cominciato in tempo: affidata a ${e.to}, a cui tocca ora`
        : 'Nessuno aveva cominciato in tempo e nessun altro è libero: resta dov’è, e i responsabili sono avvisati',
  },
  ping: {
    auto_assign: (e) =>
      `${e.id} è tua, toccava a te: ${e.title}${e.due ? `. Comincia entro ${e.due}, o passa a chi segue` : ''}`,
    reoffer: (e) =>
      e.mine && e.to
        ? `${e.id} ora è tua, perché nessuno aveva cominciato in tempo: ${e.title}${e.due ? `. Comincia entro ${e.due}, o passa oltre` : ''}`
        : e.to
          ? `${e.id} è passata a ${e.to}, perché nessuno aveva cominciato in tempo: ${e.title}`
          : e.mine
            ? `${e.id} resta a te: nessun altro è libero, e i responsabili sanno che nessuno ha cominciato. ${e.title}`
            : `Nessuno ha cominciato ${e.id} in tempo, e nessun altro è libero. Vedi tu chi può: ${e.title}`,
  },
};

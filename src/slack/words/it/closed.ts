import type { ClosedWords } from '../closed.ts';

export const closed: ClosedWords = {
  missing: (channel, groups, why) =>
    `Non posso scrivere in ${channel}, il canale degli operatori di ${groups}: ${why}.`,
  why: {
    archived: 'è stato archiviato',
    gone: 'è stato eliminato, oppure è privato e ne sono stato rimosso',
    not_member: 'ne sono stato rimosso',
    forbidden: 'Slack non mi lascia più scrivere lì',
  },
  tickets: (count) =>
    count === 0
      ? 'Nessun ticket aperto è coinvolto per ora, ma i nuovi resterebbero senza scheda. Nessuno va perso: i nuovi attendono nella coda della home di questa app.'
      : `${count === 1 ? 'Un ticket aperto è' : `${count} ticket aperti sono`} senza una scheda su cui lavorare. Nessuno va perso: si trovano nella home di questa app e i richiedenti leggono ancora le risposte.`,
  todo: {
    archived: (channel) => `*Che cosa fare:* ripristina ${channel}.`,
    gone: (channel) => `*Che cosa fare:* se ${channel} esiste ancora, scrivi lì \`/invite @threadesk\`.`,
    not_member: (channel) => `*Che cosa fare:* scrivi \`/invite @threadesk\` in ${channel}.`,
    forbidden: (channel) => `*Che cosa fare:* permetti alle app di scrivere in ${channel}, nelle sue impostazioni.`,
  },
  orElse: 'Oppure indica un altro canale per il gruppo nel file del desk e applicalo. Le schede arrivano poi da sole.',
  back: (channel, groups) => `✅ Posso di nuovo scrivere in ${channel}. Le schede di ${groups} sono lì.`,
  elsewhere: (channel) => `✅ Nessun gruppo lavora più in ${channel}. Le sue schede proseguono altrove.`,
};

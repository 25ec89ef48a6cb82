import type { SimilarWords } from '../similar.ts';

const solvedOf = (count: number, solved: number): string => {
  if (solved === 0) return '';
  if (solved === count) return count === 1 ? ', risolto' : ', tutti risolti';
  return solved === 1 ? ', uno risolto' : `, ${solved} risolti`;
};

export const similar: SimilarWords = {
  summary: (count, solved) => `${count} ${count === 1 ? 'simile' : 'simili'}${solvedOf(count, solved)}`,
  see: 'Confronta',
  title: (id) => `Simili a ${id}`,
  intro: (id) => `Ciò che premi qui vale subito per ${id}. Una risposta la vedi prima che parta.`,
  onlyLooks: (id) => `Chi ha in carico ${id}, o ne guida il gruppo, da qui può collegarlo o unirlo.`,
  none: 'Non c’è più nulla di simile: ciò che c’era è già collegato, o è cambiato.',
  answer: 'Che cosa è stato risposto:',
  asked: {
    head: (count, solved) =>
      solved > 0
        ? `${count} ${count === 1 ? 'simile' : 'simili'}${solvedOf(count, solved)}. Forse non serve chiedere di nuovo:`
        : `${count} ${count === 1 ? 'simile è aperto' : 'simili sono aperti'}. Forse è lo stesso:`,
    attach: 'Aggiungi il mio a questo',
    follow: 'Segui questo',
    solved: 'Ha risolto',
    attached: (id, files) =>
      `Le tue parole sono state aggiunte a ${id}. Nessuna nuova richiesta è stata inviata.${files ? ' I file no: condividili nella sua conversazione.' : ''}`,
    followed: (id) => `Ora segui ${id} e leggi ciò che vi si risponde. Nessuna nuova richiesta è stata inviata.`,
    hidden: (id) =>
      `Vuoi tenere questa richiesta fuori da tutti i canali, e ${id} non lo è. Inviala come richiesta a sé, oppure togli prima quel segno.`,
    dropped: 'Bene! Nessuna nuova richiesta è stata inviata.',
  },
  presses: {
    reply: 'Rispondi così',
    merge: 'Unisci a questo',
    duplicate: 'Stesso problema',
    link: 'Collega',
  },
};

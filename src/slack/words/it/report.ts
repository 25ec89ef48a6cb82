import type { ReportWords } from '../report.ts';

const last = (days: number) => (days === 1 ? 'dell’ultimo giorno' : `degli ultimi ${days} giorni`);

export const report: ReportWords = {
  chart: 'Minuti per vederne e risolverne la metà',
  title: (days) => `Richieste di decisione ${last(days)}`,
  none: (days) => `Nessuna richiesta di decisione ${last(days)}, tra quelle che puoi vedere.`,
  figures: ({ count, open }) =>
    `*${count}* ${count === 1 ? 'richiesta' : 'richieste'}, ${open === 0 ? 'nessuna aperta' : open === 1 ? '*1* ancora aperta' : `*${open}* ancora aperte`}`,
  acknowledged: (median, p90) => `viste dopo ${median}${p90 ? ` (nove su dieci: ${p90})` : ''}`,
  answered: (median, p90) => `risposta dopo ${median}${p90 ? ` (nove su dieci: ${p90})` : ''}`,
  level: (level) => `Livello ${level}`,
  series: { acknowledged: 'Viste', answered: 'Risposte', minutes: 'Minuti' },
  waiting: 'Chi aspetta e dove',
  waits: (who, id, since, acknowledged) => `${id} da ${who}, ${since}${acknowledged ? '' : ', *non ancora vista*'}`,
  nobodyWaits: 'Nessuno aspetta una decisione.',
  byRule: 'per regola',
  still: { open: 'non ancora vista', acked: 'vista' },
  comes: 'Il resoconto è nei tuoi messaggi da Threadesk, con tutte le richieste in un file.',
  failed: 'Questa volta non è stato possibile inviare il file. Chiedi di nuovo il resoconto.',
  forbidden:
    'I resoconti sono per i responsabili (i loro gruppi), per chi decide (ciò che gli è arrivato) e per gli amministratori. Chiedi a un responsabile i dati del tuo gruppo.',
  usage:
    'Ci sono due resoconti, per un numero di giorni da 1 a 366: `/ticket report escalations 30` sulle richieste di decisione e `/ticket report categories 30` sulle categorie.',
  columns: [
    'ticket',
    'gruppo',
    'livello',
    'da',
    'a',
    'stato',
    'chiesta',
    'vista',
    'chiusa',
    'minuti alla visione',
    'minuti alla risposta',
  ],
};

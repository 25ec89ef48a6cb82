import type { TypesWords } from '../types.ts';

export const types: TypesWords = {
  title: 'Tipi',
  intro: 'Di che cosa possono trattare le richieste, nell’ordine in cui si scelgono.',
  none: 'Non c’è ancora nessun tipo: chi fa una richiesta sceglie un gruppo.',
  heading: 'titolo per quelli sotto',
  questions: (count) => (count === 1 ? '1 domanda' : `${count} domande`),
  alone: 'Nessuno: sta da solo',
  add: 'Nuovo tipo',
  edit: 'Modifica',
  up: 'Sposta su',
  remove: 'Togli',
  titles: { new: 'Nuovo tipo', edit: 'Modifica tipo' },
  sure: {
    title: 'Togliere il tipo?',
    text: (name) => `“${name}” non si potrà più scegliere. I ticket che ne trattano restano come sono.`,
    yes: 'Togli',
    no: 'Tieni',
  },
  removed: (name) => `“${name}” non si può più scegliere. I ticket che ne trattano restano come sono.`,
  below: (name) => `“${name}” resta, perché sotto ci sono altri tipi. Prima togli o sposta quelli.`,
  named: (name, { triggers, people }) =>
    [
      `“${name}” resta, perché serve ancora. Prima toglilo da qui:`,
      ...(triggers === '' ? [] : [`• regole che lo nominano (\`/ticket triggers\`): ${triggers}`]),
      ...(people === '' ? [] : [`• persone che prendono solo certi tipi (\`/ticket team\`): ${people}`]),
    ].join('\n'),
  changed: 'Intanto qualcun altro ha cambiato i tipi, quindi non è stato fatto niente. Chiudi e guarda di nuovo.',
  ask: {
    name_en: { label: 'Nome in inglese' },
    name_it: { label: 'Nome in italiano', hint: 'Se resta vuoto, tutti leggono l’altro.' },
    parent: {
      label: 'Sotto quale tipo?',
      hint: 'Un tipo che ne ha altri sotto è un titolo e non si può scegliere.',
    },
    group: { label: 'A quale gruppo va?', hint: 'Vale per le nuove richieste. I ticket restano dove sono.' },
    hint_en: { label: 'Suggerimento in inglese' },
    hint_it: { label: 'Suggerimento in italiano', hint: 'Compare sotto la descrizione quando si sceglie questo tipo.' },
  },
  wrong: {
    no_name: 'Scrivi il nome almeno in una lingua.',
    same_name: 'Lì c’è già un tipo con questo nome. Scrivi un altro nome, oppure mettilo altrove.',
    too_many: 'Ci sono già 90 tipi, e un elenco di Slack non ne mostra di più. Prima togline uno.',
    too_deep: 'I tipi hanno due livelli: scegline uno che non sta sotto nessuno. Chi ne ha altri sotto resta in alto.',
    asks: 'Quel tipo fa già delle domande, e come titolo non le farebbe più a nessuno. Prima togli le sue domande, oppure scegline un altro.',
    not_yours:
      'I responsabili si occupano dei tipi dei propri gruppi. Scegline uno dei tuoi, oppure chiedi a un amministratore.',
  },
};

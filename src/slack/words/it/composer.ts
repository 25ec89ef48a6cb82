import type { ComposerWords } from '../composer.ts';

export const composer: ComposerWords = {
  template: {
    label: 'Modello',
    placeholder: 'Cerca per nome o codice',
    hint: 'Il suo testo viene dopo ciò che hai scritto, e lo puoi cambiare.',
  },
  uses: (count) => (count === 0 ? 'mai inviato' : count === 1 ? 'inviato una volta' : `inviato ${count} volte`),
  acts: { label: 'Dopo l’invio, anche' },
  priority: (name) => `Priorità: ${name}`,
  title: (title) => `Titolo: ${title}`,
  tags: (add, remove) =>
    [add && `Etichette: ${add}`, remove && `Senza le etichette: ${remove}`].filter(Boolean).join(' · '),
  forward: (group) => `Inoltra a ${group}`,
  tooLong: (most) =>
    `⚠️ Con questo modello la risposta avrebbe più di ${most} caratteri, quindi non è stato aggiunto. Ciò che hai scritto c’è ancora.`,
  noTemplate: '⚠️ Questo modello non c’è più. Ciò che hai scritto c’è ancora.',
  notDone: (id, why) => `La tua risposta a ${id} è partita. Non tutto ciò che fa il modello è stato possibile: ${why}`,
};

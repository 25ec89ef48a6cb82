import type { ComposerWords } from '../composer.ts';

export const composer: ComposerWords = {
  template: {
    label: 'Modello',
    placeholder: 'Cerca per nome o codice',
    hint: 'Il suo testo viene dopo ciò che hai scritto, e lo puoi cambiare.',
  },
  readsIn: (requester, language) => `${requester} legge in ${{ en: 'inglese', it: 'italiano' }[language]}.`,
  uses: (count) => (count === 0 ? 'mai inviato' : count === 1 ? 'inviato una volta' : `inviato ${count} volte`),
  acts: { label: 'Dopo l’invio, anche' },
  priority: (name) => `Priorità: ${name}`,
  title: (title) => `Titolo: ${title}`,
  tags: (add, remove) =>
    [add && `Etichette: ${add}`, remove && `Senza le etichette: ${remove}`].filter(Boolean).join(' · '),
  forward: (group) => `Inoltra a ${group}`,
  nothingSent: (what, why) =>
    `Non è partito nulla, perché «${what}» non si può fare. ${why} Togli la spunta, oppure rimedia prima.`,
  noFiles:
    'Non è partito nulla: i file vanno solo con una risposta. Togli la spunta che risolve il ticket o lo mette in attesa, oppure i file.',
  tooLong: (most) =>
    `⚠️ Con questo modello la risposta avrebbe più di ${most} caratteri, quindi non è stato aggiunto. Ciò che hai scritto c’è ancora.`,
  leftOpen: (codes) => `⚠️ Qui nessuno ha risposto a ${codes}: la risposta dice “–”. Controllala prima di inviare.`,
  noTemplate: '⚠️ Questo modello non c’è più. Ciò che hai scritto c’è ancora.',
  twice: 'ℹ️ Questo modello è già nella tua risposta: il suo testo non è stato aggiunto un’altra volta.',
  unfilled: (codes) =>
    `Non è partito nulla, perché ${codes} viene compilato solo da un modello. Scrivi ciò che significa, o mettilo tra \`apici inversi\` per inviarlo così com’è.`,
  noSuch: (code, list) =>
    `Qui non c’è un modello \`?${code}\`, e non è partito nulla.${list === '' ? '' : ` Ci sono: ${list}`}`,
  alone: (code) =>
    `Non è partito nulla: \`?${code}\` va da solo. Scrivilo senza altre parole, o sceglilo in Rispondi e aggiungi lì le tue.`,
  preview: {
    button: 'Anteprima',
    asTemplate: 'Salva come modello',
    title: (id) => `Anteprima di ${id}`,
    back: 'Indietro',
    again: 'Nuova anteprima',
    reads: (requester) => `👁️ Così lo leggerà ${requester}. I pulsanti si vedono soltanto, qui non fanno nulla.`,
    nothing: 'Non c’è ancora niente di scritto.',
    files: (names) => `📎 In allegato: ${names}`,
    marked: (words) =>
      `⚠️ In rosso le parole dell’elenco di quelle che non si mandano ai richiedenti: ${words}. Se invii, partono anche loro.`,
    blocked: (words) => `🚫 In rosso le parole che non si mandano ai richiedenti: ${words}. Cambiale qui sotto.`,
    personal: (parts) => `🔎 Sembrano dati personali: ${parts}. Servono davvero?`,
    change: 'Modifica qui',
    changeHint: 'Ciò che cambi ti viene mostrato ancora prima di partire.',
    tooMuch: 'I file partono con il modulo in cui li hai scelti. Torna indietro e invia da lì.',
  },
};

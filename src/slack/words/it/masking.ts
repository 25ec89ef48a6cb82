import type { FormChapter } from '../asked.ts';
import type { MaskingWords } from '../masking.ts';

const places = (count: number): string => (count === 1 ? 'un punto' : `${count} punti`);

export const masking: MaskingWords = {
  kinds: {
    email: 'Indirizzo e-mail',
    iban: 'Numero di conto (IBAN)',
    codice_fiscale: 'Codice fiscale',
    rrn: 'Numero di residente coreano',
    card: 'Carta di pagamento',
    cccd: 'Numero d’identità vietnamita',
    phone: 'Numero di telefono',
  },
  found: {
    label: 'Trovato in questo ticket',
    hint: 'Togli la spunta a ciò che può restare. Ciò che è spuntato viene mascherato ovunque si trovi.',
  },
  none: 'Nulla è stato trovato da solo. Incolla qui sotto ciò che va mascherato.',
  places: (count) => `in ${places(count)}`,
  preview: 'Si leggerà così:',
  noPreview: 'Non hai ancora scelto nulla.',
  message: 'Vedi il messaggio',
  staysHead: (count) =>
    count === 1
      ? 'Un messaggio è stato scritto direttamente in Slack. Qui è mascherato, ma Slack non lascia modificare a nessuna app il messaggio di una persona: può modificarlo o cancellarlo chi l’ha scritto, o cancellarlo un amministratore.'
      : `${count} messaggi sono stati scritti direttamente in Slack. Qui sono mascherati, ma Slack non lascia modificare a nessuna app i messaggi delle persone: può modificarli o cancellarli chi li ha scritti, o cancellarli un amministratore.`,
  ask: 'Chiedi a chi l’ha scritto',
  asked: (who) => `A ${who} è stato chiesto con un messaggio diretto.`,
  please: (who, id, link) =>
    `${who} ha mascherato dati personali in ${id}. Il tuo messaggio li mostra ancora, e solo tu puoi cambiarlo: per favore modificalo o cancellalo qui: ${link}`,
  masked: (id, count) => `Mascherato in ${places(count)} di ${id}. Un responsabile può renderlo di nuovo leggibile.`,
  elsewhere: (ids) => `Le stesse parole si trovano anche in ${ids}. Ogni ticket si maschera per sé.`,
  copies: {
    agents: (name) => `${name}, copia per gli agenti`,
    requester: (name) => `${name}, copia per il richiedente`,
  },
  ownFile: {
    transcript: (who) => `Trascrizione, per ${who}`,
    list: (who) => `Elenco o rapporto (CSV), per ${who}`,
  },
  moreFiles: (count) =>
    count === 1
      ? 'Un file del bot meno recente non è mostrato: elimina prima questi.'
      : `${count} file del bot meno recenti non sono mostrati: elimina prima questi.`,
  theirFiles: (links) =>
    `Di questi file è mascherato soltanto il nome. Può eliminarli solo chi li ha messi in Slack, o un amministratore: ${links}`,
  deleted: (count) =>
    count === 1 ? 'Un file del bot è stato eliminato.' : `${count} file del bot sono stati eliminati.`,
  notDeleted: (ids, count) =>
    `Slack non ha eliminato ${count === 1 ? 'un file' : `${count} file`} (${ids}). Riprova, o chiedi a un amministratore di Slack.`,
  gone: 'Questo messaggio non è più attuale: ciò che diceva è stato mascherato.',
  unmaskSays: (count) =>
    `Mascherato in ${places(count)}. Ciò che scegli torna e sarà letto di nuovo da tutti quelli che leggono questo ticket. Il resto rimane mascherato.`,
  destroySays: (count) =>
    `Mascherato in ${places(count)}. Ciò che scegli non potrà mai più essere letto da nessuno. Gli asterischi restano.`,
  otherWords: 'Altre parole',
  lostWords: 'Sigillato con una chiave che non c’è più',
  where: {
    title: 'titolo',
    content: 'richiesta',
    answers: 'risposte',
    messages: 'messaggi',
    files: 'file',
    history: 'cronologia',
  },
  part: (what, count, where) => `${what}, ${places(count)}${where && `: ${where}`}`,
  maskedBy: (who, at) => `Mascherato da ${who}, ${at}`,
  moreParts: (count) =>
    count === 1
      ? 'Una parte mascherata più tardi qui non entra: procedi prima con queste.'
      : `${count} parti mascherate più tardi qui non entrano: procedi prima con queste.`,
  sureUnmask: { chosen: 'Sì, mostra di nuovo ciò che ho scelto', all: 'Sì, mostra di nuovo tutto' },
  sureDestroy: { chosen: 'Sì, distruggi per sempre ciò che ho scelto', all: 'Sì, distruggi tutto per sempre' },
  partDone: {
    unmask: (id, left) =>
      `Ciò che hai scelto in ${id} si legge di nuovo. Il resto rimane mascherato, in ${places(left)}.`,
    destroy: (id, left) =>
      `Ciò che hai scelto in ${id} è distrutto per sempre. Ciò che è mascherato in ${places(left)} può ancora tornare leggibile.`,
  },
};

export const maskingForms: Pick<FormChapter['of'], 'mask' | 'unmask' | 'destroy'> = {
  mask: {
    title: (id) => `Maschera in ${id}`,
    submit: 'Maschera',
    ask: {
      words: {
        label: 'Altre parole, una per riga',
        placeholder: 'Incollale esattamente come sono scritte',
        hint: 'Ogni segno diventa un asterisco, ovunque queste parole si trovino nel ticket.',
      },
      removes: {
        label: 'File del bot da eliminare',
        hint: 'La maschera non arriva dentro i file. Quelli inviati dal bot si possono eliminare in Slack, per tutti e per sempre.',
      },
    },
  },
  unmask: {
    title: (id) => `Leggibile ${id}`,
    submit: 'Rendi leggibile',
    ask: {
      parts: { label: 'Che cosa torna' },
      reason: { label: 'Perché?', hint: 'Resta nella cronologia con il tuo nome.' },
      sure: { label: 'Sei sicuro?' },
    },
  },
  destroy: {
    title: (id) => `Distruggi ${id}`,
    submit: 'Distruggi',
    ask: {
      parts: { label: 'Che cosa si distrugge' },
      reason: { label: 'Perché?', hint: 'Resta nella cronologia con il tuo nome.' },
      sure: { label: 'Sei sicuro?' },
    },
  },
};

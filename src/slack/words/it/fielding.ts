import type { FieldingWords } from '../fielding.ts';

export const fielding: FieldingWords = {
  title: 'Tipi e domande',
  onlyLeads:
    'Quello che si chiede lo cambiano solo gli amministratori e i responsabili del gruppo a cui va la richiesta.',
  intro: (type) => `Che cosa si chiede a chi sceglie *${type}*, in quest’ordine.`,
  none: 'Non si chiede ancora niente.',
  which: { label: 'Di che cosa si tratta', placeholder: 'Scegli di che cosa si tratta' },
  add: 'Nuova domanda',
  edit: 'Modifica',
  up: 'Sposta su',
  remove: 'Togli',
  removed: (label) => `“${label}” non si chiede più.`,
  sure: {
    title: 'Togliere la domanda?',
    text: (label) =>
      `“${label}” non si chiede più. Quello che è stato risposto resta nei suoi ticket, coperto come un dato personale.`,
    yes: 'Togli',
    no: 'Tieni',
  },
  preview: {
    button: 'Anteprima',
    title: 'Come si chiede',
    intro: 'Così lo vede chi fa la richiesta. Da qui non si invia niente.',
    done: 'Fatto',
    none: 'A chi fa la richiesta non si chiede niente.',
  },
  changed:
    'Intanto qualcun altro ha cambiato queste domande, quindi non è stato salvato niente. Chiudi e guarda di nuovo.',
  titles: { new: 'Nuova domanda', edit: 'Modifica domanda' },
  submit: 'Salva',
  kinds: {
    line: 'Una riga',
    text: 'Più righe',
    choice: 'Una voce di un elenco',
    several: 'Più voci di un elenco',
    number: 'Un numero',
    customer: 'Un numero cliente',
    email: 'Un indirizzo e-mail',
    phone: 'Un numero di telefono',
    url: 'Un link',
    date: 'Una data',
    user: 'Una persona di questo workspace',
    file: 'File',
  },
  required: { no: 'Può restare vuota', yes: 'Bisogna rispondere', resolve: 'Prima di risolvere' },
  who: {
    agent: 'La vedono e ci rispondono solo gli agenti',
    editable: 'Chi ha fatto la richiesta può cambiare la risposta',
    personal: 'Dato personale: coperto nelle schede, la cronologia non dice com’era',
    remember: 'La prossima volta è già scritta per questa persona',
  },
  prefill: { none: 'Niente', phone: 'Il telefono del profilo Slack', email: 'L’indirizzo e-mail' },
  ask: {
    label_en: { label: 'Domanda in inglese' },
    label_it: { label: 'Domanda in italiano', hint: 'Se resta vuota, tutti leggono l’altra.' },
    ask: { label: 'Che cos’è una risposta?' },
    required: { label: 'Bisogna rispondere?' },
    who: { label: 'Chi, e come' },
    prefill: { label: 'Che cosa c’è scritto all’inizio' },
    options: {
      label: 'L’elenco da cui scegliere',
      hint: 'Una voce per riga, l’italiano dopo una barra: Laptop | Portatile. Quello prima di = è il nome nei ticket: lascialo.',
    },
    hint_en: { label: 'Suggerimento in inglese' },
    hint_it: { label: 'Suggerimento in italiano' },
    pattern: {
      label: 'Modello',
      hint: String.raw`Un’espressione regolare a cui deve corrispondere tutta la risposta, per esempio \d{6}`,
    },
    otherwise_en: { label: 'Detto in inglese a una risposta che non corrisponde' },
    otherwise_it: { label: 'Detto in italiano a una risposta che non corrisponde' },
    types: {
      label: 'Quali file',
      hint: 'Come finiscono i nomi, per esempio: pdf, png. Se resta vuoto, vanno bene tutti.',
    },
  },
  wrong: {
    no_label: 'Scrivi la domanda almeno in una lingua.',
    no_options: 'Scrivi almeno una riga da cui scegliere.',
    same_option: 'Due righe hanno lo stesso nome nei ticket. Ognuna vuole il suo.',
    unreadable: String.raw`Questa non è un’espressione regolare. Per esempio \d{6} per sei cifre.`,
    endless:
      'Con certe risposte questo modello potrebbe non finire mai. Non ripetere niente dentro a qualcosa che si ripete, e al massimo tre parti siano di lunghezza qualsiasi.',
    not_for_agents:
      'Quello che vedono solo gli agenti non si chiede a chi fa la richiesta: togli questo, oppure lascialo vedere a tutti.',
    no_ending: 'Scrivi come finiscono i nomi dei file, in lettere e cifre, per esempio: pdf, png.',
    too_many: 'Ci sono già 40 domande, e un modulo di Slack non ne tiene di più. Prima togline una.',
  },
};

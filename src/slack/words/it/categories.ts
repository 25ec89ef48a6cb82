import type { CategoriesWords } from '../categories.ts';

export const categories: CategoriesWords = {
  title: 'Categorie',
  onlyLeads: 'Delle categorie si occupano solo gli amministratori e i responsabili di un gruppo, per i suoi ticket.',
  which: 'Scegli un gruppo',
  intro: (group) =>
    `Di che cosa possono essere stati i ticket di *${group}*, in quest’ordine. Gli operatori ne scelgono una con Risolvi o Modifica; chi ha fatto la richiesta non la vede mai.`,
  none: 'Non c’è ancora nessuna categoria.',
  used: (count, over) =>
    count === 0
      ? 'non ancora scelta per un ticket'
      : `scelta per ${over ? `${count} ticket o più` : count === 1 ? '1 ticket' : `${count} ticket`}`,
  add: 'Nuova categoria',
  titles: { new: 'Nuova categoria', edit: 'Modifica categoria', decide: 'Impostazioni' },
  sure: {
    title: 'Togliere la categoria?',
    text: (name) => `“${name}” non si potrà più scegliere. I ticket che ce l’hanno la tengono.`,
  },
  removed: (name) =>
    `“${name}” non si può più scegliere. I ticket che ce l’hanno la tengono, e così la ricerca e \`/ticket report categories\`.`,
  named: (name, { triggers, templates }) =>
    [
      `“${name}” resta, perché serve ancora. Prima toglila da qui:`,
      ...(triggers === '' ? [] : [`• regole che la nominano (\`/ticket triggers\`): ${triggers}`]),
      ...(templates === '' ? [] : [`• modelli che vanno con questa categoria (\`/ticket templates\`): ${templates}`]),
    ].join('\n'),
  changed: 'Intanto qualcun altro ha cambiato le categorie, quindi non è stato fatto niente. Chiudi e guarda di nuovo.',
  ask: {
    name_en: { label: 'Nome in inglese' },
    name_it: { label: 'Nome in italiano', hint: 'Se resta vuoto, tutti leggono l’altro.' },
    closing: {
      label: 'Documentare alla chiusura',
      hint: 'Che cosa dice agli altri operatori chi risolve un ticket: la categoria, e come è stato risolto.',
    },
    customer: {
      label: 'Chi vede la scheda Cliente?',
      hint: 'Mostra profilo, telefono e superiore di chi ha fatto la richiesta, e che altro ha chiesto.',
    },
  },
  decide: 'Impostazioni',
  closing: {
    choices: { off: 'No: non si chiede', ask: 'Sì: si può lasciare vuoto', required: 'Obbligatorio per chiudere' },
    stands: {
      off: 'Risolvi non chiede la categoria, né come è stato risolto.',
      ask: 'Risolvi chiede la categoria e come è stato risolto; si possono lasciare vuoti.',
      required: 'Niente si risolve senza la categoria e senza dire come è stato risolto.',
    },
  },
  customer: {
    choices: { agents: 'Chiunque lavori al ticket', leads: 'Solo responsabili e amministratori' },
    stands: {
      agents: 'Chi lavora a un ticket ne vede la scheda Cliente.',
      leads: 'Solo responsabili e amministratori vedono la scheda Cliente.',
    },
  },
  wrong: {
    no_name: 'Scrivi il nome almeno in una lingua.',
    same_name: 'C’è già una categoria con questo nome. Scrivi un altro nome.',
    too_many: 'Ci sono già 100 categorie, e un menu di Slack non ne mostra di più. Prima togline una.',
  },
};

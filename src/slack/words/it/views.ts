import type { ViewWords } from '../views.ts';

export const views: ViewWords = {
  save: { title: 'Salva come vista', submit: 'Salva' },
  rename: { title: 'Rinomina la vista', submit: 'Rinomina' },
  ask: {
    name: { label: 'Nome', placeholder: 'Urgenti e di nessuno', hint: 'Così la apri: /ticket vista e questo nome.' },
    owner: { label: 'Per chi?' },
  },
  onlyMe: 'Solo per me',
  forGroup: (group) => `Tutti in ${group}`,
  title: 'Viste',
  always: 'Ci sono sempre:',
  defaults: {
    all: 'tutti i ticket che puoi leggere, in qualsiasi stato',
    group: 'tutti quelli dei tuoi gruppi',
    new: 'non li ha ancora nessuno',
    replied: 'il richiedente ha risposto',
    mine: 'i tuoi, aperti',
    'mine:progress': 'i tuoi, in lavorazione',
    'mine:pending': 'i tuoi, in attesa',
    'mine:resolved': 'i tuoi, risolti',
    'mine:completed': 'i tuoi, completati',
    followed: 'seguiti da te',
    unhappy: 'valutati con una o due stelle',
    archived: 'archiviati',
    spam: 'lo spam',
  },
  none: 'Ancora nessuna vista tua: cerca, poi premi *Salva come vista*.',
  ofGroup: (group) => `di ${group}`,
  run: 'Apri',
  change: 'Rinomina',
  remove: 'Elimina',
  saved: (name) => `Salvata. Aprila con \`/ticket vista ${name}\`, o dal menu della scheda Home.`,
  renamed: (name) => `Rinominata. Aprila con \`/ticket vista ${name}\`.`,
  removed: (name) => `La vista “${name}” è eliminata.`,
  putBack: 'Salvala di nuovo',
  unknown: (name, near) =>
    near
      ? `Non c’è nessuna vista “${name}”. Volevi dire \`${near}\`?`
      : `Non c’è nessuna vista “${name}”. Ci sono queste:`,
  faults: {
    taken: 'C’è già una vista con questo nome.',
    too_many: 'Venti viste sono il massimo. Prima eliminane una.',
    reserved: 'Questo nome è di una vista che c’è sempre.',
    not_allowed: 'Le viste di un gruppo le tengono i suoi responsabili.',
    bad_name: 'Un nome ha lettere o cifre, al massimo 40 caratteri.',
    gone: 'Questa vista non c’è più. Forse qualcuno l’ha eliminata.',
  },
};

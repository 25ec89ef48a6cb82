import type { DistributionWords, GivingWords } from '../distribution.ts';

export const distribution: DistributionWords = {
  away: (until) =>
    `Sei assente fino al ${until}: non ti viene affidata nessuna richiesta e nessuno ti coinvolge per una decisione. \`/ticket back\` lo toglie prima.`,
  back: 'Bentornato. Ti vengono di nuovo affidate richieste e chieste decisioni.',
  usage: 'Scrivi il primo giorno in cui torni, per esempio `/ticket away until 2026-12-01`.',
  past: 'Quel giorno è già passato. Scrivine uno più avanti, per esempio `/ticket away until 2030-12-01`, oppure `/ticket back`.',
  team: {
    title: 'Chi c’è',
    here: 'c’è',
    notNow: 'ora non lavora',
    full: 'ne ha abbastanza',
    away: (until) => `via fino a ${until}`,
    lead: 'responsabile',
    open: (many, most) =>
      most === null ? `${many} ${many === 1 ? 'aperta' : 'aperte'}` : `${many} di al massimo ${most} aperte`,
    works: (week, zone) => `Lavora ${week} (${zone})`,
    anyTime: 'Lavora a qualsiasi ora',
    takes: (types) => `prende ${types}`,
    takesAll: 'prende tutto',
    edit: 'Modifica',
    iAmAway: 'Non ci sono',
    change: 'Cambia',
    nobody: 'Qui non lavora ancora nessuno. Ci lavora chi entra nel canale degli agenti.',
    more: (many) => (many === 1 ? 'Qui lavora un’altra persona.' : `Qui lavorano altre ${many} persone.`),
    onlyLeads: 'Lo cambiano i responsabili del gruppo e gli amministratori; quando non c’è, ognuno lo dice da sé.',
    onlyAgents: 'Solo gli agenti vedono chi c’è in una squadra. Se ti serve aiuto, scrivi `/ticket`.',
    ways: {
      off: 'Una richiesta nuova aspetta che qualcuno la prenda.',
      round_robin: 'Le richieste nuove sono affidate a turno.',
      random: 'Le richieste nuove sono affidate a chiunque sia libero.',
      least_loaded: 'Le richieste nuove sono affidate a chi ne ha meno aperte.',
    },
    way: {
      off: 'Non si affida niente',
      round_robin: 'A turno',
      random: 'A caso',
      least_loaded: 'A chi ha meno da fare',
    },
    wayHint: {
      off: 'Chi vuole una richiesta la prende',
      round_robin: 'Chi non ne riceve da più tempo',
      random: 'Chiunque sia libero',
      least_loaded: 'Chi ha meno richieste aperte',
    },
    reoffered: (minutes) =>
      `Quella che nessuno comincia entro ${minutes === 1 ? 'un minuto' : `${minutes} minuti`} passa a chi segue.`,
    zone: (zone) => `Gli orari sono quelli di ${zone}.`,
    own: {
      title: 'Quando non ci sei?',
      hint: 'Fino a quel giorno non ricevi richieste e nessuno ti chiede decisioni. Vuoto: ci sei.',
    },
    member: { title: 'Che cosa riceve', submit: 'Salva' },
    giving: { title: 'Come si affida', submit: 'Salva' },
    ask: {
      until: {
        label: 'Via, e di ritorno il',
        hint: 'Fino a quel giorno non riceve richieste e nessuno gli chiede decisioni. Vuoto: c’è.',
      },
      capacity: {
        label: 'Richieste aperte al massimo',
        placeholder: 'Quante si vuole',
        hint: 'Chi ne ha tante così non ne riceve altre; può sempre prenderne da sé.',
      },
      hours: {
        label: 'Lavora',
        placeholder: 'lun-ven 09:00-13:00 14:00-18:00; sab 9-12',
        hint: 'Vuoto: a qualsiasi ora.',
      },
      skills: { label: 'Prende', placeholder: 'Tutto', hint: 'Tipi di richieste, con tutti quelli che stanno sotto.' },
      way: { label: 'Chi riceve una richiesta nuova?', hint: 'Solo chi c’è, lavora ora, ha posto e prende quel tipo.' },
      reoffer: {
        label: 'A chi segue dopo',
        placeholder: 'Mai',
        hint: 'Minuti in cui nessuno ha cominciato, nell’orario di lavoro.',
      },
    },
    errors: {
      past: 'Quel giorno è già arrivato. Scegline uno più avanti, o lascia vuoto.',
      capacity: (most) => `Scrivi un numero intero fino a ${most}, o lascia vuoto.`,
      hours: 'Scrivi giorni e orari, per esempio: lun-ven 09:00-13:00 14:00-18:00; sab 9-12',
      minutes: (most) => `Scrivi minuti interi, al massimo ${most} (una settimana), o lascia vuoto.`,
    },
  },
};

export const giving: GivingWords = {
  thread: {
    auto_assign: (e) =>
      `Affidata a ${e.to}, a cui toccava${e.due ? `. Se nessuno comincia entro ${e.due}, passa a chi segue` : ''}`,
    reoffer: (e) =>
      e.to
        ? `Nessuno aveva cominciato in tempo: affidata a ${e.to}, a cui tocca ora`
        : 'Nessuno aveva cominciato in tempo e nessun altro è libero: resta dov’è, e i responsabili sono avvisati',
  },
  ping: {
    auto_assign: (e) =>
      `${e.id} è tua, toccava a te: ${e.title}${e.due ? `\nComincia entro ${e.due}, o passa a chi segue` : ''}`,
    reoffer: (e) =>
      e.mine && e.to
        ? `${e.id} ora è tua, perché nessuno aveva cominciato in tempo: ${e.title}${e.due ? `\nComincia entro ${e.due}, o passa oltre` : ''}`
        : e.to
          ? `${e.id} è passata a ${e.to}, perché nessuno aveva cominciato in tempo: ${e.title}`
          : e.mine
            ? `${e.id} resta a te: nessun altro è libero, e i responsabili sanno che nessuno ha cominciato: ${e.title}`
            : `Nessuno ha cominciato ${e.id} in tempo, e nessun altro è libero. Vedi tu chi può: ${e.title}`,
  },
};

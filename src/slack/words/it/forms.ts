import type { FormChapter } from '../asked.ts';
import type { StepWords } from '../steps.ts';
import { linking } from './linking.ts';
import { maskingForms } from './masking.ts';
import { answering } from './fields.ts';
import { asked, people } from './people.ts';

const steps: StepWords = {
  manager_of_assignee: 'Il superiore',
  group_lead: 'Un responsabile del gruppo',
  it_support: 'L’assistenza informatica',
  person: 'Una persona',
  user_group: 'Un gruppo di utenti',
  on_call: 'Chi è di turno',
};

export const forms: FormChapter = {
  of: {
    forward: {
      title: (id) => `Inoltra ${id}`,
      submit: 'Inoltra',
      ask: {
        group: { label: 'A quale gruppo?' },
        to: {
          label: 'A chi?',
          placeholder: 'Chiunque nel gruppo',
          hint: 'Un operatore di quel gruppo. Se non ne scegli uno, il ticket aspetta lì finché qualcuno lo prende o a qualcuno tocca.',
        },
        note: { label: 'Che cosa deve sapere?', hint: 'Lo leggono solo gli operatori.' },
      },
    },
    reply: {
      title: (id) => `Rispondi a ${id}`,
      submit: 'Invia',
      ask: { text: { label: 'La tua risposta', hint: 'La legge chi ha fatto la richiesta.' } },
    },
    message: {
      title: (id) => `Aggiungi a ${id}`,
      submit: 'Invia',
      ask: { text: { label: 'Che cosa vuoi aggiungere?' } },
    },
    edit: {
      title: (id) => `Modifica ${id}`,
      submit: 'Salva',
      ask: {
        title: { label: 'Titolo', hint: 'Lo legge anche il richiedente.' },
        priority: { label: 'Quanto è urgente?' },
        kind: { label: 'Che tipo di richiesta è?' },
      },
    },
    correct: {
      title: (id) => `Correggi ${id}`,
      submit: 'Salva',
      ask: {
        text: {
          label: 'Che cosa deve dire',
          hint: 'Viene cambiato dove si trova e segnato come modificato. Nessuno riceve un nuovo avviso.',
        },
      },
    },
    retract: {
      title: (id) => `Ritira ${id}`,
      submit: 'Ritira',
      ask: { sure: { label: 'Ritirare queste parole?' } },
    },
    note: {
      title: (id) => `Nota su ${id}`,
      submit: 'Salva la nota',
      ask: { text: { label: 'La tua nota', hint: 'La leggono solo gli operatori, mai il richiedente.' } },
    },
    pend: {
      title: (id) => `In attesa: ${id}`,
      submit: 'Metti in attesa',
      ask: {
        kind: { label: 'Che cosa si aspetta?' },
        waiting_for: {
          label: 'Che cosa di preciso?',
          placeholder: 'modello della stampante',
          hint: 'Poche parole. Se si aspetta il richiedente, le legge anche lui.',
        },
        text: {
          label: 'Messaggio al richiedente',
          hint: 'Serve se aspetti il richiedente; altrimenti solo se c’è qualcosa da dire.',
        },
        wake_at: { label: 'Riattivalo il', hint: 'Se lasci vuoto, aspetta che qualcuno lo riattivi.' },
        blocked_by: { label: 'Un altro ticket da aspettare', placeholder: 'T-1001' },
      },
    },
    resolve: {
      title: (id) => `Risolvi ${id}`,
      submit: 'Risolvi',
      ask: {
        reason: { label: 'Come finisce?', hint: 'Il richiedente legge anche questo.' },
        text: { label: 'La tua risposta', hint: 'La legge il richiedente.' },
      },
    },
    escalate: {
      title: (id) => `Decisione ${id}`,
      submit: 'Chiedi',
      ask: {
        to: { label: 'Chi deve decidere?' },
        ask: {
          label: 'Che cosa ti serve?',
          placeholder: 'Posso ordinare un portatile nuovo? 1.150 EUR.',
        },
        reason: { label: 'Perché adesso?' },
      },
    },
    escalate_to_team: {
      title: (id) => `Decisione ${id}`,
      submit: 'Chiedi al gruppo',
      ask: {
        group: { label: 'Quale gruppo, e per che cosa?' },
        title: { label: 'Titolo' },
      },
    },
    return: {
      title: (id) => `Decidi su ${id}`,
      submit: 'Rispondi e restituisci',
      ask: { text: { label: 'La tua decisione', hint: 'La leggono gli operatori, non il richiedente.' } },
    },
    withdraw: {
      title: (id) => `Ritira ${id}`,
      submit: 'Ritira',
      ask: { reason: { label: 'Perché non serve più?' } },
    },
    send_higher: {
      title: (id) => `${id} più in alto`,
      submit: 'Passa più in alto',
      ask: {
        to: { label: 'Chi deve decidere?' },
        note: { label: 'Che cosa deve sapere?', hint: 'Lo leggono lui e gli operatori, non il richiedente.' },
      },
    },
    decline: {
      title: (id) => `Non decidere ${id}`,
      submit: 'Restituisci',
      ask: { reason: { label: 'Perché no?', hint: 'Lo leggono gli operatori, non il richiedente.' } },
    },
    resolve_internally: {
      title: (id) => `Chiudi ${id}`,
      submit: 'Chiudi così',
      ask: {
        reason: { label: 'Perché si chiude senza risposta?' },
        duplicate_of: {
          label: 'Di quale ticket è un duplicato?',
          placeholder: 'T-1001',
          hint: 'Solo per un duplicato. Al richiedente diciamo dove ce ne occupiamo.',
        },
        note: { label: 'Una nota', hint: 'La leggono solo gli operatori.' },
        sure: {
          label: 'Solo per lo spam',
          hint: 'Lo spam sparisce da ogni elenco. Un responsabile o un amministratore può ripristinarlo.',
        },
      },
    },
    workaround: {
      title: (id) => `Provvisorio ${id}`,
      submit: 'Invia',
      ask: {
        text: { label: 'Come può funzionare per ora?', hint: 'Lo legge il richiedente.' },
        issue: {
          label: 'Dove si cerca la causa?',
          placeholder: 'T-1001, o un link',
          hint: 'Lo leggono solo gli operatori.',
        },
      },
    },
    ...linking,
    ...maskingForms,
    ...answering,
    ...people,
    not_solved: {
      title: (id) => `${id} irrisolto`,
      submit: 'Riapri',
      ask: { text: { label: 'Che cosa non va ancora?' } },
    },
    rate: {
      title: (id) => `Valuta ${id}`,
      submit: 'Valuta',
      ask: { score: { label: 'Com’è andata?' } },
    },
    ask_cancel: {
      title: (id) => `Annullare ${id}?`,
      submit: 'Chiedi',
      ask: {
        text: {
          label: 'Perché fermarsi qui?',
          hint: 'Lo legge il richiedente, che può dirsi d’accordo con un clic.',
        },
      },
    },
    cancel: {
      title: (id) => `Annulla ${id}`,
      submit: 'Annulla il ticket',
      ask: { agreement: { label: 'Come siete rimasti?', placeholder: 'Bao lo ha detto al telefono.' } },
    },
    delete: {
      title: (id) => `Elimina ${id}`,
      submit: 'Elimina',
      ask: { sure: { label: 'Non si può recuperare', hint: 'Resta solo il numero.' } },
    },
  },
  ...asked,
  assign: { title: (id) => `Assegna ${id}`, submit: 'Assegna' },
  still: (name) => `${name}, come ora`,
  close: 'Chiudi',
  files: { label: 'File', hint: 'Immagini, log: al massimo cinque alla volta.' },
  loading: 'Un momento…',
  cancelYours: 'Non ti serve più? Allora non faremo altro.',
  sureSpam: 'Sì, è spam',
  readNow: { main: 'Ora agenti e richiedente leggono:', internal: 'Ora solo gli agenti leggono:' },
  sureRetract: 'Vengono tolte, e una riga lo dice.',
  sureDelete: 'Sì, eliminalo',
  stars: ['Molto male', 'Male', 'Così così', 'Bene', 'Molto bene'],
  pendKinds: {
    requester: 'Il richiedente: ci serve qualcosa da lui',
    dependency: 'Prima va fatta un’altra cosa',
    check: 'Stiamo verificando noi',
  },
  step: (name, number) => (number === 1 ? `${name} (primo passo)` : `${name} (passo ${number})`),
  ticketOption: (id, title, state) => [id, title, state].filter(Boolean).join(' · '),
  noLinks: 'Non ha collegamenti da togliere.',
  preview: 'Vedrà il ticket, la tua domanda, le ultime note e le ultime parole del richiedente.',
  noChain: (group) =>
    `Non c’è più nessuno a cui chiedere: la catena di ${group} è vuota. Chiedi a un amministratore di completarla.`,
  noneAbove: 'Sopra di te non c’è nessuno a cui passare la domanda. Puoi rispondere, occupartene o restituirla.',
  passed: 'Saltati:',
  gap: ({ step, who, why, until }) => {
    const name = who ?? steps[step];
    switch (why) {
      case 'nobody':
        return `${name}: non c’è nessuno`;
      case 'requester':
        return `la richiesta è di ${name}`;
      case 'left':
        return `${name} non è più in azienda`;
      case 'away':
        return until ? `${name} è assente fino a ${until}` : `${name} è assente`;
      case 'yourself':
        return `${name}: è chi chiede`;
      case 'circle':
        return `${name}: i superiori girano in tondo`;
      case 'not_begun':
        return `${name}: i turni non sono ancora iniziati`;
    }
  },
};

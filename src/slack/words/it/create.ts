import type { CreateWords } from '../asked.ts';

export const create: CreateWords = {
  title: 'Nuova richiesta',
  submit: 'Invia',
  ask: {
    type: { label: 'Di che cosa si tratta?', placeholder: 'Scegli' },
    title: { label: 'Titolo', placeholder: 'La VPN cade ogni ora' },
    content: { label: 'Che cosa è successo?', hint: 'Dove, da quando e che cosa hai già provato?' },
    requester: { label: 'Per chi?', hint: 'Per te, se non scegli qualcun altro.' },
    kind: { label: 'Che tipo di richiesta è?' },
    priority: { label: 'Quanto è urgente?' },
    private: { label: 'Chi può vederla?' },
    group: { label: 'Chi deve aiutarti?' },
    to: {
      label: 'Operatore',
      placeholder: 'Ancora nessuno',
      hint: 'Se lasci vuoto, la prende un operatore del gruppo, o viene affidata a chi tocca.',
    },
    send_to_user: {
      label: 'Avviso al richiedente',
      hint: 'Se lo togli, il richiedente non sa nulla finché qualcuno risponde o preme Avvisa il richiedente sulla scheda.',
    },
  },
  tell: (requester) => `Avvisa subito ${requester}`,
  private: 'Tienila fuori da tutti i canali: lì si vedono solo il numero e il tema',
  otherTypes: 'Altro',
  groupHint: (group) => `Per questo, di solito ${group}.`,
};

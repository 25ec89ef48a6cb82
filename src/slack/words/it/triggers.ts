import type { TriggerWords } from '../triggers.ts';

export const triggers: TriggerWords = {
  trouble: {
    broken: ({ name, named }) =>
      `La regola ${name} è ferma: nomina ${named === '' ? 'qualcosa' : `“${named}”`}, che non esiste più.`,
    loop: ({ name, id }) =>
      `La regola ${name} è stata fermata su ${id}: si richiamava da sola di continuo. Per un’ora lì non fa più nulla.`,
    call: ({ name, id, named }) =>
      `La regola ${name} non ha potuto chiamare ${named} per ${id}: cinque tentativi in un’ora sono falliti. Non si riprova.`,
  },
  over: 'Nel frattempo è stata cambiata.',
  todo: 'Scrivi `/ticket triggers` per vederla con il suo registro, cambiarla o spegnerla.',
  channel: ({ id, title, trigger }) => `${id}${title === null ? '' : `: ${title}`}\nAvviso della regola ${trigger}.`,
};

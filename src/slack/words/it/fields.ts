import type { FieldWords } from '../fields.ts';

export const fields: FieldWords = {
  wrong: {
    number: 'Questo non è un numero. Scrivilo in cifre, per esempio 12 o 12.5.',
    customer:
      'Questo non è un numero cliente. Contiene cifre e ha al massimo 40 caratteri, per esempio 104233 o K-2291.',
    email: 'Questo non è un indirizzo e-mail. Somiglia a nome@esempio.it.',
    phone: 'Questo non è un numero di telefono. Scrivilo così: +39 02 1234567.',
    url: 'Questo non è un link. I link cominciano con https:// o http://.',
    date: 'Questa non è una data. Scegline una.',
    user: 'Scegli una persona di questo workspace.',
    choice: "Scegli dall'elenco.",
    several: "Scegli dall'elenco.",
  },
};

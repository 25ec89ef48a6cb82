import type { FormChapter } from '../asked.ts';

export const people: Pick<FormChapter['of'], 'add_follower' | 'change_owner' | 'tag'> = {
  change_owner: {
    title: (id) => `Richiedente ${id}`,
    submit: 'Cambia',
    ask: {
      to: {
        label: 'Di chi è ora?',
        hint: 'Riceve la scheda e legge quello che è stato scritto finora al richiedente.',
      },
      note: { label: 'Una nota', hint: 'La leggono solo gli operatori.' },
    },
  },
  add_follower: {
    title: (id) => `Chi segue ${id}`,
    submit: 'Aggiungi',
    ask: {
      to: {
        label: 'Chi deve seguirlo?',
        hint: 'Legge ciò che è stato e sarà detto al richiedente, e sa delle risposte e della fine.',
      },
    },
  },
  tag: {
    title: (id) => `Etichette di ${id}`,
    submit: 'Salva',
    ask: {
      add: {
        label: 'Nuove etichette',
        placeholder: 'vpn, vip',
        hint: 'Separate da virgole. Le vedono solo gli operatori.',
      },
      remove: { label: 'Etichette da togliere' },
    },
  },
};

export const asked: Pick<FormChapter, 'usedTags'> = { usedTags: { label: 'Etichette già in uso' } };

import type { FormChapter } from '../asked.ts';

export const people: Pick<FormChapter['of'], 'change_owner' | 'tag'> = {
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

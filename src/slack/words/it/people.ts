import type { FormChapter } from '../asked.ts';

export const people: Pick<FormChapter['of'], 'tag'> = {
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

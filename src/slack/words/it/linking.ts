import type { EventFacts } from '../told.ts';
import type { FormChapter } from '../asked.ts';

export const linking: Pick<FormChapter['of'], 'link' | 'unlink' | 'merge' | 'split'> = {
  link: {
    title: (id) => `Collega ${id}`,
    submit: 'Collega',
    ask: {
      with: {
        label: 'A quale ticket?',
        placeholder: 'T-1001, o parole del titolo',
        hint: 'Si vede su tutti e due. I richiedenti lo vedono solo se sono entrambi loro.',
      },
    },
  },
  unlink: {
    title: (id) => `Scollega ${id}`,
    submit: 'Scollega',
    ask: { with: { label: 'Da quale ticket?', hint: 'Tutti e due perdono il collegamento e tengono il resto.' } },
  },
  merge: {
    title: (id) => `Unisci ${id}`,
    submit: 'Unisci',
    ask: {
      into: {
        label: 'A quale ticket?',
        placeholder: 'T-1001, o parole del titolo',
        hint: 'Uno aperto. Questo finisce; ciò che ci si scrive dopo viene aggiunto là. Se è di un’altra persona, chi ha chiesto qui segue quello, e legge ciò che vi si dice.',
      },
    },
  },
  split: {
    title: (id) => `Dividi ${id}`,
    submit: 'Dividi',
    ask: {
      title: { label: 'Titolo del nuovo ticket', hint: 'Lo legge anche il richiedente.' },
      messages: {
        label: 'Di che cosa parla il nuovo ticket?',
        hint: 'Il richiedente lo legge lì. Resta tutto anche dov’è.',
      },
      notes: {
        label: 'Che cosa lo accompagna tra operatori?',
        hint: 'Diventa una nota. Il richiedente non la legge.',
      },
    },
  },
};

/** An event of a ticket that is told as one of the other. */
export const seen = (e: EventFacts) => {
  const [other, { how, gone }] = [e.other ?? '', e.linked];
  if (how === 'merged')
    return gone ? `${e.who ?? ''} ha separato di nuovo ${other}` : `${e.who ?? ''} ha unito ${other} a questo ticket`;
  if (how === 'duplicate')
    return gone
      ? `${e.who ?? ''} ha ritirato che ${other} ripete questo ticket`
      : `${e.who ?? ''} ha chiuso ${other}, che ripete questo ticket`;
  return gone
    ? `${e.who ?? ''} ha tolto il collegamento con ${other}`
    : `${e.who ?? ''} ha collegato ${other} a questo ticket`;
};

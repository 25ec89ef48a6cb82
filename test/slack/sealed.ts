import type { Part } from '../../src/desk/masking.ts';
import { ana, kofi, now } from './views/make.ts';

const masked = (nth: number, part: Partial<Part>): Part => ({
  id: `00000000-0000-4000-8000-00000000000${nth}`,
  kind: null,
  lost: false,
  places: 1,
  where: ['content'],
  around: '****',
  by: ana,
  at: now,
  ...part,
});

/** What is masked in a ticket: by two people, and one part whose key is lost. */
export const sealed = [
  masked(1, { kind: 'email', places: 3, where: ['title', 'messages'], around: 'It is ***************.' }),
  masked(2, { kind: null, by: kofi, around: 'Ask for ****.' }),
  masked(3, { kind: null, lost: true, by: kofi }),
];

import type { Catalog } from '../chapters.ts';
import { events, refusals } from './events.ts';
import { create, forms } from './forms.ts';
import { asides, card, lists, manager, show } from './surfaces.ts';
import { ticket, time } from './ticket.ts';
import { verbs } from './verbs.ts';

export const it: Catalog = {
  language: 'it',
  time,
  ticket,
  verbs,
  events,
  refusals,
  forms,
  create,
  card,
  manager,
  lists,
  show,
  asides,
};

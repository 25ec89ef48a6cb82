import type { Catalog } from '../chapters.ts';
import { adding } from './adding.ts';
import { banned } from './banned.ts';
import { fields } from './fields.ts';
import { batch } from './batch.ts';
import { files } from './files.ts';
import { masking } from './masking.ts';
import { events } from './events.ts';
import { closed } from './closed.ts';
import { composer } from './composer.ts';
import { drafts } from './drafts.ts';
import { banning } from './banning.ts';
import { templating } from './templating.ts';
import { contact } from './contact.ts';
import { create } from './create.ts';
import { followers } from './followers.ts';
import { home } from './home.ts';
import { forms } from './forms.ts';
import { asides, card, lists, manager, show } from './surfaces.ts';
import { refusals } from './refusals.ts';
import { processing } from './processing.ts';
import { window } from './window.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import { morning } from './morning.ts';
import { views } from './views.ts';
import { fielding } from './fielding.ts';
import { types } from './types.ts';
import { categories } from './categories.ts';
import { distribution } from './distribution.ts';
import { similar } from './similar.ts';
import { superior } from './superior.ts';
import { sending } from './sending.ts';
import { team } from './team.ts';
import { ticket, time } from './ticket.ts';
import { triggers } from './triggers.ts';
import { verbs } from './verbs.ts';

export const en: Catalog = {
  language: 'en',
  time,
  ticket,
  verbs,
  events,
  refusals,
  forms,
  followers,
  contact,
  adding,
  similar,
  masking,
  files,
  superior,
  distribution,
  fielding,
  types,
  categories,
  morning,
  create,
  card,
  manager,
  lists,
  home,
  show,
  asides,
  team,
  report,
  search,
  views,
  closed,
  triggers,
  batch,
  banned,
  fields,
  composer,
  sending,
  drafts,
  templating,
  processing,
  banning,
  window,
};

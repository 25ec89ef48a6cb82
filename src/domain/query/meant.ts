import type { PersonId } from '../language.ts';
import { type Asked, type Search, search } from '../search.ts';
import { dayOf } from './days.ts';

/** What is looked for by what was said: by this person, on this day where he is. */
export function searchFor(said: Asked, { me, today }: { me: PersonId; today: string }): Search {
  const named = (people: Asked['agents']) => people && [...new Set(people.map((one) => (one === 'me' ? me : one)))];
  const days = (given: Asked['created']) =>
    given && {
      ...(given.from !== undefined && { from: dayOf(given.from, today) }),
      ...(given.before !== undefined && { before: dayOf(given.before, today) }),
    };
  return search.parse({
    ...said,
    agents: named(said.agents),
    users: named(said.users),
    creators: named(said.creators),
    followers: named(said.followers),
    created: days(said.created),
    updated: days(said.updated),
  });
}

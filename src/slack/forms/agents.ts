import type { StaticSelect, UsersSelect } from '@slack/types';
import type { Book } from '../../desk/ports.ts';
import type { PersonId } from '../../domain/language.ts';
import { VALUE } from '../codec.ts';
import { type ChoiceGroup, groupedSelect, LIMITS, userSelect } from '../kit.ts';

/** The choice of nobody, for whoever chose somebody before: Slack does not always let a choice be taken back. */
const NOBODY = 'nobody';
/** So many names fit in a window beside its other questions. */
const MOST = 500;

/** An agent to choose, under the names of the groups; anybody of the workspace where they are too many for a list. */
export function agentSelect(
  { groups, people }: Book,
  { nobody, initial }: { nobody: string | undefined; initial?: PersonId | null | undefined },
): StaticSelect | UsersSelect {
  const staffed = groups.flatMap(({ name, agentsChannel, members, leads }): ChoiceGroup[] => {
    const agents = [...new Set([...members, ...leads])].flatMap((id) => {
      const card = people.get(id);
      return card?.active && !card.bot ? [{ value: id, label: card.name }] : [];
    });
    agents.sort((one, other) => one.label.localeCompare(other.label));
    return agentsChannel === null || agents.length === 0 ? [] : [{ label: name, choices: agents }];
  });
  const sizes = staffed.map(({ choices }) => choices.length);
  const fits =
    staffed.length < LIMITS.optionGroups &&
    sizes.every((size) => size <= LIMITS.options) &&
    sizes.reduce((sum, size) => sum + size, 0) <= MOST;
  const chosen = initial ?? undefined;
  if (!fits || staffed.length === 0) return userSelect(VALUE, { placeholder: nobody, initial: chosen });
  const choices = [{ label: '', choices: [{ value: NOBODY, label: nobody ?? '' }] }, ...staffed];
  return groupedSelect(VALUE, choices, { placeholder: nobody, initial: chosen });
}

/** The answer to it; undefined for nobody. */
export const agentOf = (answer: string | undefined): string | undefined => (answer === NOBODY ? undefined : answer);

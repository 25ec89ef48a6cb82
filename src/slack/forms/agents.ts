import type { StaticSelect, UsersSelect } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { GroupKey, PersonId } from '../../domain/language.ts';
import { VALUE } from '../codec.ts';
import { type ChoiceGroup, groupedSelect, LIMITS, userSelect } from '../kit.ts';

/** The choice of nobody, for whoever chose somebody before: Slack does not always let a choice be taken back. */
const NOBODY = 'nobody';
/** Whoever has it stays chosen; in another group that means that nobody is. */
const still = ({ group, person }: Holder) => `still.${group}.${person}`;
const STILL = /^still\.(.+)\.([^.]+)$/;

type Holder = { group: GroupKey; person: PersonId; label: string };
/** `nobody`: how that choice is called, where there is one; `initial`: who is chosen at first, where nobody has it yet. */
type Ask = { nobody: string | undefined; holder?: Holder | null; initial?: PersonId | undefined };

/** So many names fit in a window beside its other questions. */
const MOST = 500;

/** An agent to choose, under the names of the groups; anybody of the workspace where they are too many for a list. */
export function agentSelect({ groups, people }: Book, { nobody, holder, initial }: Ask): StaticSelect | UsersSelect {
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
  if (!fits || staffed.length === 0)
    return userSelect(VALUE, { placeholder: nobody, initial: holder?.person ?? initial });
  const kept = holder ? [{ value: still(holder), label: holder.label }] : [];
  const without = nobody === undefined ? [] : [{ value: NOBODY, label: nobody }];
  const first = [...kept, ...without];
  const choices = [...(first.length > 0 ? [{ label: '', choices: first }] : []), ...staffed];
  return groupedSelect(VALUE, choices, { placeholder: nobody, initial: holder ? still(holder) : initial });
}

/** The answer to it for a group; undefined for nobody. */
export function agentOf(answer: string | undefined, group?: string): string | undefined {
  const [, was, person] = STILL.exec(answer ?? '') ?? [];
  if (person !== undefined) return was === group ? person : undefined;
  return answer === NOBODY ? undefined : answer;
}

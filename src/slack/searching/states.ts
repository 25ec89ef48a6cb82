import { type Language, type State, STATES } from '../../domain/language.ts';
import { wordsOf } from '../words/catalog.ts';
import { OVER, WORKING, YOUR_TURN } from './lexicon.ts';

/** One choice of the question how tickets stand, and which states it stands for. */
export type StateChoice = { value: string; label: string; states: readonly (State | 'open')[] };

/** What an agent tells apart is thirteen states; whoever asked tells seven. */
export function stateChoices(language: Language, agent: boolean): StateChoice[] {
  const { ticket, search } = wordsOf(language);
  const all: StateChoice[] = [
    { value: 'open', label: search.stateGroups.open, states: ['open'] },
    { value: 'over', label: search.stateGroups.over, states: OVER },
  ];
  if (agent)
    return [...all, ...STATES.map((state) => ({ value: state, label: ticket.states[state], states: [state] }))];
  const yours = search.yourStates;
  return [
    ...all,
    { value: 'new', label: yours.new, states: ['new'] },
    { value: 'working', label: yours.working, states: WORKING },
    { value: 'my_turn', label: yours.my_turn, states: YOUR_TURN },
    ...(['escalated', 'resolved', 'completed', 'cancelled'] as const).map((state) => ({
      value: state,
      label: yours[state],
      states: [state],
    })),
  ];
}

/** Which choices say these states, the widest first. */
export function chosenStates(states: readonly (State | 'open')[], choices: readonly StateChoice[]): StateChoice[] {
  const left = new Set(states);
  const chosen = choices
    .toSorted((one, other) => other.states.length - one.states.length)
    .filter(({ states: of }) => {
      const all = of.every((state) => left.has(state));
      if (all) for (const state of of) left.delete(state);
      return all;
    });
  return choices.filter((choice) => chosen.includes(choice));
}

import type { KnownBlock } from '@slack/types';
import type { Morning } from '../../desk/morning.ts';
import type { Person } from '../../domain/language.ts';
import { FINDS } from '../../domain/morning.ts';
import { actions, bold, context, message, type Message, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { decisions } from './decisions.ts';
import type { Scene } from './facts.ts';
import { goButton } from './presses.ts';
import { row } from './row.ts';

/** Of each kind; the others stand in the App Home. */
const SHOWN = 4;

type MorningModel = Scene & Morning & { viewer: Person };

/** What waits for somebody at the start of his working day; null when nothing does. */
export function morningMessage(model: MorningModel): Message | null {
  const { decide, viewer, language } = model;
  const words = wordsOf(language).morning;
  const kinds = FINDS.filter((kind) => model[kind].length > 0);
  const facts = [
    ...(decide.total > 0 ? [words.decide(decide.total)] : []),
    ...kinds.map((kind) => words.found[kind](model[kind].length)),
  ];
  if (facts.length === 0) return null;
  const text = words.hello(facts.join(', '));
  return message(text, [
    section(text),
    ...decisions(decide, model),
    ...kinds.flatMap((kind): KnownBlock[] => [
      section(bold(words.titles[kind])),
      ...model[kind]
        .slice(0, SHOWN)
        .map((ticket) => row(ticket, { ...model, viewer: viewer.id, as: 'agent', actor: viewer })),
      ...(model[kind].length > SHOWN ? [context(words.more(model[kind].length - SHOWN, words.boards[kind]))] : []),
    ]),
    context(words.why),
    ...actions([goButton('digest', 'off', words.stop)]),
  ]);
}

/** Whether somebody is told in the morning, with the button that changes it. */
export function digestSaid(wanted: boolean, { language }: Pick<Scene, 'language'>): Message {
  const words = wordsOf(language).morning;
  const text = wanted ? words.on : words.off;
  return message(text, [
    section(text),
    ...actions([wanted ? goButton('digest', 'off', words.stop) : goButton('digest', 'on', words.start)]),
  ]);
}

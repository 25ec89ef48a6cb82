import type { TriggerWords } from '../triggers.ts';

export const triggers: TriggerWords = {
  trouble: {
    broken: ({ name, named }) =>
      `The trigger ${name} rests: it names ${named === '' ? 'something' : `“${named}”`}, which does not exist any more.`,
    loop: ({ name, id }) =>
      `The trigger ${name} was stopped on ${id}: it set itself off again and again. It does nothing more there for an hour.`,
    call: ({ name, id, named }) =>
      `The trigger ${name} could not call ${named} for ${id}: five tries within an hour failed. It is not tried again.`,
  },
  over: 'It was changed meanwhile.',
  todo: 'Type `/ticket triggers` to see it, its log, and to change it or switch it off.',
  channel: ({ id, title, trigger }) => `${id}${title === null ? '' : `: ${title}`}\nTold by the trigger ${trigger}.`,
};

import type { RefusedFile } from '../../../domain/files.ts';
import type { FileWords } from '../files.ts';
import type { EventWords } from '../told.ts';
import { sizeIn } from '../number.ts';

const size = sizeIn('en');

function why(file: RefusedFile): string {
  switch (file.why) {
    case 'too_big':
      return `it has ${size(file.size)}, and ${size(file.most)} is the most. Please send a smaller one, or a link to it.`;
    case 'too_many':
      if (file.most === 0) return 'this group takes no files. Please send a link to it.';
      return `${file.most === 1 ? 'one file goes' : `${file.most} files go`} with one message. Please send it with another one.`;
    case 'denied':
      return file.as === null
        ? `files of the kind ${file.kind} are not allowed here. Please send it another way.`
        : `it looks like ${file.as} by its name but is of the kind ${file.kind}, which is not allowed here. Do not open it unless you know where it comes from.`;
    case 'not_among':
      return `only these kinds are allowed here: ${file.types.join(', ')}. Please send it as one of these.`;
  }
}

export const files: FileWords = {
  refused: (file) => `${file.name} was not taken: ${why(file)}`,
  takeOut: (count) => `Take ${count === 1 ? 'it' : 'them'} out here and send again.`,
  wentOn: (count) => `Your message went on without ${count === 1 ? 'it' : 'them'}.`,
};

/** Why a file is not where it should be. */
export const carrying: Pick<EventWords, 'fileTooBig' | 'fileGone' | 'fileNotCarried'> = {
  fileTooBig: {
    agents: (file, size, most) =>
      `📎 ${file} was not carried here: it has ${size}, and ${most} is the most. Please ask for it another way.`,
    requester: (file, size, most) =>
      `📎 ${file} did not go to the requester: it has ${size}, and ${most} is the most. Please send it another way.`,
  },
  fileGone: {
    agents: (file) =>
      `📎 ${file} was deleted in Slack before it could be carried here. If you need it, please ask for it again.`,
    requester: (file) =>
      `📎 ${file} was deleted in Slack before it reached the requester. Please send it again with another answer.`,
  },
  fileNotCarried: {
    agents: (file) => `📎 ${file} could not be carried here. Please ask the requester to send it again.`,
    requester: (file) => `📎 ${file} did not reach the requester. Please send it again with another answer.`,
  },
};

import type { RefusedFile } from '../../../domain/files.ts';
import type { FileWords } from '../files.ts';
import type { EventWords } from '../told.ts';
import { sizeIn } from '../number.ts';

const size = sizeIn('it');

function why(file: RefusedFile): string {
  switch (file.why) {
    case 'too_big':
      return `è di ${size(file.size)} e il massimo è ${size(file.most)}. Mandane uno più piccolo, oppure un link.`;
    case 'too_many':
      if (file.most === 0) return 'questo gruppo non accetta file. Manda un link.';
      return `con un messaggio ${file.most === 1 ? 'va un solo file' : `vanno al massimo ${file.most} file`}. Mandalo con un altro messaggio.`;
    case 'denied':
      return file.as === null
        ? `i file di tipo ${file.kind} qui non sono ammessi. Mandalo in un altro modo.`
        : `dal nome sembra ${file.as}, ma è di tipo ${file.kind}, che qui non è ammesso. Non aprirlo se non sai da dove viene.`;
    case 'not_among':
      return `qui sono ammessi solo questi tipi: ${file.types.join(', ')}. Mandalo in uno di questi.`;
  }
}

export const files: FileWords = {
  refused: (file) => `${file.name} non è stato accettato: ${why(file)}`,
  takeOut: (count) => `${count === 1 ? 'Toglilo' : 'Toglili'} da qui e invia di nuovo.`,
  wentOn: (count) => `Il tuo messaggio è partito senza ${count === 1 ? 'questo file' : 'questi file'}.`,
};

/** Why a file is not where it should be. */
export const carrying: Pick<EventWords, 'fileTooBig' | 'fileGone' | 'fileNotCarried'> = {
  fileTooBig: {
    agents: (file, size, most) =>
      `📎 ${file} non è stato portato qui: è di ${size}, e il massimo è ${most}. Puoi chiederlo in un altro modo.`,
    requester: (file, size, most) =>
      `📎 ${file} non è arrivato al richiedente: è di ${size}, e il massimo è ${most}. Puoi inviarlo in un altro modo.`,
  },
  fileGone: {
    agents: (file) => `📎 ${file} è stato eliminato in Slack prima di arrivare qui. Se ti serve, chiedilo di nuovo.`,
    requester: (file) =>
      `📎 ${file} è stato eliminato in Slack prima di arrivare al richiedente. Puoi inviarlo di nuovo con un’altra risposta.`,
  },
  fileNotCarried: {
    agents: (file) => `📎 Non è stato possibile portare qui ${file}. Puoi chiedere di inviarlo di nuovo.`,
    requester: (file) => `📎 ${file} non è arrivato al richiedente. Puoi inviarlo di nuovo con un’altra risposta.`,
  },
};

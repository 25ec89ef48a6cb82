import type { FormChapter } from '../asked.ts';
import type { MaskingWords } from '../masking.ts';

const places = (count: number): string => (count === 1 ? 'one place' : `${count} places`);

export const masking: MaskingWords = {
  kinds: {
    email: 'E-mail address',
    iban: 'Account number (IBAN)',
    codice_fiscale: 'Codice fiscale',
    rrn: 'Korean resident number',
    card: 'Payment card',
    cccd: 'Vietnamese identity number',
    phone: 'Telephone number',
  },
  found: { label: 'Found in this ticket', hint: 'Untick what may stay. What is ticked is masked wherever it stands.' },
  none: 'Nothing was found by its pattern. Paste below what is to be masked.',
  places: (count) => `in ${places(count)}`,
  preview: 'It will read:',
  noPreview: 'Nothing is chosen yet.',
  message: 'See the message',
  staysHead: (count) =>
    count === 1
      ? 'One message was written in Slack itself. Here it is masked, but Slack lets no app change a person’s own message: its author can edit or delete it, or an administrator can delete it.'
      : `${count} messages were written in Slack itself. Here they are masked, but Slack lets no app change a person’s own message: their authors can edit or delete them, or an administrator can delete them.`,
  ask: 'Ask the author',
  asked: (who) => `${who} was asked by direct message.`,
  please: (who, id, link) =>
    `${who} masked personal data in ${id}. Your own message still shows it, and only you can change that: please edit or delete it here: ${link}`,
  masked: (id, count) => `Masked in ${places(count)} of ${id}. A lead can unmask it again.`,
  elsewhere: (ids) => `The same words also stand in ${ids}. Each ticket is masked by itself.`,
  copies: {
    agents: (name) => `${name}, copied for the agents`,
    requester: (name) => `${name}, copied for the requester`,
  },
  ownFile: {
    transcript: (who) => `Transcript, for ${who}`,
    list: (who) => `List or report (CSV), for ${who}`,
  },
  moreFiles: (count) =>
    count === 1
      ? 'One older file of the bot is not shown: delete these first.'
      : `${count} older files of the bot are not shown: delete these first.`,
  theirFiles: (links) =>
    `Of these files nothing but their names is masked. Only whoever put them into Slack, or an administrator, can delete them: ${links}`,
  deleted: (count) => (count === 1 ? 'One file of the bot was deleted.' : `${count} files of the bot were deleted.`),
  notDeleted: (ids, count) =>
    `Slack did not delete ${count === 1 ? 'one file' : `${count} files`} (${ids}). Please try again, or ask an administrator of Slack.`,
  gone: 'This message is out of date: what it said was masked.',
  unmaskSays: (count) =>
    `Masked in ${places(count)}. What you choose comes back and will be read again by everybody who reads this ticket. The rest stays masked.`,
  destroySays: (count) =>
    `Masked in ${places(count)}. What you choose can then never be unmasked again, by nobody. The asterisks stay.`,
  otherWords: 'Other words',
  lostWords: 'Sealed with a key that is lost',
  where: {
    title: 'title',
    content: 'request',
    answers: 'answers',
    messages: 'messages',
    files: 'files',
    history: 'history',
  },
  part: (what, count, where) => `${what}, ${places(count)}${where && `: ${where}`}`,
  maskedBy: (who, at) => `Masked by ${who}, ${at}`,
  moreParts: (count) =>
    count === 1
      ? 'One part that was masked later does not fit in here: do these first.'
      : `${count} parts that were masked later do not fit in here: do these first.`,
  sureUnmask: { chosen: 'Yes, show what I chose again', all: 'Yes, show all of it again' },
  sureDestroy: { chosen: 'Yes, destroy what I chose for ever', all: 'Yes, destroy all of it for ever' },
  partDone: {
    unmask: (id, left) => `What you chose in ${id} can be read again. The rest stays masked, in ${places(left)}.`,
    destroy: (id, left) =>
      `What you chose in ${id} is gone for ever. What is masked in ${places(left)} can still be unmasked.`,
  },
};

export const maskingForms: Pick<FormChapter['of'], 'mask' | 'unmask' | 'destroy'> = {
  mask: {
    title: (id) => `Mask in ${id}`,
    submit: 'Mask',
    ask: {
      words: {
        label: 'Other words to mask, one line each',
        placeholder: 'Paste them exactly as they stand',
        hint: 'Every sign becomes an asterisk, wherever these words stand in the ticket.',
      },
      removes: {
        label: 'Files of the bot to delete',
        hint: 'Masking does not reach into files. Those that the bot sent can be deleted in Slack, for everybody and for ever.',
      },
    },
  },
  unmask: {
    title: (id) => `Unmask ${id}`,
    submit: 'Unmask',
    ask: {
      parts: { label: 'What comes back' },
      reason: { label: 'Why?', hint: 'Kept in the history with your name.' },
      sure: { label: 'Are you sure?' },
    },
  },
  destroy: {
    title: (id) => `Destroy in ${id}`,
    submit: 'Destroy',
    ask: {
      parts: { label: 'What is destroyed' },
      reason: { label: 'Why?', hint: 'Kept in the history with your name.' },
      sure: { label: 'Are you sure?' },
    },
  },
};

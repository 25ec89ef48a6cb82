import { VALUE } from '../codec.ts';
import { multiSelect } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { given } from './answers.ts';
import { ask, askText, verbForm } from './ask.ts';
import type { Form } from './form.ts';

const LONGEST = 600;
const choice = (tag: string) => ({ value: tag, label: tag });
const chosen = (answer: unknown): string[] => (Array.isArray(answer) ? answer.map(String) : []);

/** `vpn, vip` or `vpn vip`. */
export const tagsIn = (words: string): string[] =>
  words.split(words.includes(',') ? /,/ : /\s+/).filter((tag) => tag.trim() !== '');

/** New tags as they are typed, those in use elsewhere, and those that shall go. */
export const tag: Form = {
  needs: 'ticket',
  draw({ number, language, reading, used = [] }) {
    const words = wordsOf(language);
    const { ask: questions } = words.forms.of.tag;
    const tags = reading?.ticket.tags ?? [];
    const others = used.filter((one) => !tags.includes(one));
    const menu = (of: readonly string[]) => multiSelect(VALUE, of.map(choice));
    return verbForm('tag', number, words, [
      askText('add', questions.add, { multiline: false, max: LONGEST, optional: true }),
      ...(others.length === 0 ? [] : [ask('used', words.forms.usedTags, menu(others), { optional: true })]),
      ...(tags.length === 0 ? [] : [ask('remove', questions.remove, menu(tags), { optional: true })]),
    ]);
  },
  read: (answers) => ({
    add: [...tagsIn(given(answers, 'add') ?? ''), ...chosen(answers['used'])],
    remove: chosen(answers['remove']),
  }),
};

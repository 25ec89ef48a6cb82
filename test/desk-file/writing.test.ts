import { expect, test } from 'vitest';
import { readDeskFile } from '../../src/desk-file/read.ts';
import { type Case, changed, faultsLike, SMALL } from './small.ts';

test.each<Case>([
  [
    'a key twice, and a fault elsewhere',
    changed(['    kind: issue', '    kind: issue\n    kind: issue'], ['name: Support', 'name: [Support]']),
    [
      '9: group "support" needs a name, not a list, for example  name: Support.',
      '18: this key stands twice in the same block; keep one of the two.',
    ],
  ],
  ['a tab', changed(['    name: IT', '\tname: IT']), ['16: a tab cannot indent YAML; use spaces.']],
  ['an unclosed list', changed(['leads: [lea@x.example]', 'leads: [lea@x.example']), ['14: this is not YAML: ']],
  [
    'two files in one',
    `${SMALL}---\npeople: {}\n`,
    ['29: a second document begins here, and one file is one desk; take the --- away.'],
  ],
  [
    'an alias of nothing',
    changed(['leads: [nora@x.example]', 'leads: *leads']),
    ['19: *leads repeats nothing, for no &leads stands above it.'],
  ],
  [
    'aliases that unfold without end',
    'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n',
    ['3: *b repeats something that holds an alias itself.'],
  ],
  ['nothing', '', ['1: the desk file needs at least one group under groups.']],
  [
    'something else',
    'hello',
    [
      '1: the desk file needs a block of settings (it_support, manager_field, people, groups, types, triggers, banned_words, templates, tickets), not "hello".',
      '1: the desk file needs at least one group under groups.',
    ],
  ],
])('%s', (_, text, faults) => expect(faultsLike(text, faults)).toEqual(faults));

test('a file that is not there, and one that is a folder', async () => {
  await expect(readDeskFile('nowhere/desk.yml')).rejects.toThrow(
    'nowhere/desk.yml: there is no such file; name another with DESK_FILE, or write one with  npm run desk -- export.',
  );
  await expect(readDeskFile('src')).rejects.toThrow('src: this is a folder; name a file with DESK_FILE.');
});

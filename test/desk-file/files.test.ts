import { expect, test } from 'vitest';
import { sizeInWords } from '../../src/desk-file/files.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import { filePolicy, MB } from '../../src/domain/files.ts';
import { changed, faultsLike } from './small.ts';

const withFiles = (files: string) =>
  changed(['kind: consultation\n', `kind: consultation\n    policies: { files: ${files} }\n`]);
const policyOf = (files: string) => parseDeskFile('my.yml', withFiles(files)).groups['support']?.policies.files;

test('which files a group takes; what is left out is as usual', () => {
  const usual = filePolicy.parse({});
  expect(policyOf('{}')).toEqual(usual);
  expect(policyOf('{ max_size: 1.5 MB, max_number: 0 }')).toEqual({ ...usual, max_size: 1.5 * MB, max_number: 0 });
  expect(policyOf('{ types: [.PDF, image/*], deny: [] }')).toEqual({ ...usual, types: ['pdf', 'image/*'], deny: [] });
});

test.each<[string, string]>([
  [
    '{ max_size: 20 }',
    'needs "max_size": a size in B, KB, MB or GB, at most 1 GB, not "20", for example  max_size: 20 MB',
  ],
  ['{ max_size: 2 GB }', 'needs "max_size": a size in B, KB, MB or GB, at most 1 GB, not "2 GB"'],
  ['{ max_number: 21 }', 'needs a whole number for "max_number", at most 20, not "21"'],
  [
    '{ types: [../etc] }',
    'needs endings of files or MIME types for "types", not "../etc", for example  types: [pdf, image/*]',
  ],
  ['{ types: [pdf], deny: [exe, PDF] }', 'denies pdf, which "types" takes; keep one of the two.'],
  ['{ most: 3 }', 'has no setting "most"; it may have max_size, max_number, types, deny.'],
])('%s is said with its line', (files, fault) => {
  const wanted = [`11: group "support" ${fault}`];
  expect(faultsLike(withFiles(files), wanted)).toEqual(wanted);
});

test('a size is written as it is read', () => {
  for (const words of ['20 MB', '1 GB', '512 KB', '1 B', '1537 KB'])
    expect(sizeInWords(policyOf(`{ max_size: ${words} }`)?.max_size ?? 0)).toBe(words);
});

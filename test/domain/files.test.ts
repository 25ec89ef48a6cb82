import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FileRef, filePolicy, judgeFiles, MB, plainName, shortName } from '../../src/domain/files.ts';

const file = (name: string, more: Partial<FileRef> = {}): FileRef => ({ id: 'F1', name, link: '', size: 10, ...more });
const usual = filePolicy.parse({});
const refusedBy = (policy: object, given: FileRef) => judgeFiles(filePolicy.parse(policy), [given]).refused[0];

const TRICKS = [' ', '.', 'a', '/', '\t', '\u200b', '\u0301', '\u202e'];
test('no name hides its ending, leads elsewhere, or says nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: fc.constantFrom(...TRICKS), maxLength: 12 }),
      ),
      fc.constantFrom('', '.exe', '.pdf.EXE', `${'long '.repeat(60)}\u202Efdp.exe`),
      (words, end) => {
        const plain = plainName(words + end);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}/\\]/u);
        expect(plain).toMatch(/^[^\s.]/u);
        expect(plain).toMatch(/[^\s.]$/u);
        expect(Array.from(plain).length).toBeLessThanOrEqual(150);
        expect(plainName(plain)).toBe(plain);
        if (end !== '') expect(shortName(plain, 30).toLowerCase()).toMatch(/\.exe$/);
      },
    ),
  );
});

test.each([
  ['../../etc/passwd', '_._.._etc_passwd'],
  ['.exe', '_.exe'],
  ['invoice.pdf            .exe', 'invoice.pdf.exe'],
  ['report\u202Efdp.exe', 'reportfdp.exe'],
  ['run.exe. ', 'run.exe'],
  ['\0\u200b', 'file'],
  ['Đơn xin nghỉ phép.docx', 'Đơn xin nghỉ phép.docx'],
])('%j is called %j', (name, plain) => expect(plainName(name)).toBe(plain));

test('a program is taken under no name, whatever Slack or the name says it is', () => {
  for (const [given, as] of [
    [file('setup.exe'), null],
    [file('Setup.EXE'), null],
    [file('.exe'), null],
    [file('invoice.pdf.exe'), 'pdf'],
    [file('invoice.pdf\u00a0\u00a0 .exe'), 'pdf'],
    [file('invoice．exe'), null],
    [file('picture.png', { kind: 'exe', type: 'application/octet-stream' }), 'png'],
    [file('picture.png', { type: 'application/x-dosexec' }), 'png'],
  ] as const)
    expect(refusedBy({}, given)).toMatchObject({ name: given.name, why: 'denied', as });
  expect(judgeFiles(usual, [file('exe'), file('my.exe.notes.txt'), file('a.pdf')]).refused).toEqual([]);
});

test('where only some kinds are taken, the name decides, and what Slack says where the name says nothing', () => {
  const some = { types: ['pdf', 'image/*'] };
  for (const good of [
    file('a.PDF'),
    file('a', { kind: 'pdf' }),
    file('photo.heic', { type: 'image/heic' }),
    file('a.tar.pdf'),
  ])
    expect(refusedBy(some, good)).toBeUndefined();
  for (const bad of [file('a.docx'), file('a'), file('a.zip', { kind: 'pdf' }), file('pdf')])
    expect(refusedBy(some, bad)).toMatchObject({ why: 'not_among' });
});

test('as big and as many as the group takes, to the byte and to the file; the others go on', () => {
  const policy = { max_size: MB, max_number: 2 };
  expect(refusedBy(policy, file('a.txt', { size: MB }))).toBeUndefined();
  expect(refusedBy(policy, file('a.txt', { size: MB + 1 }))).toEqual({
    name: 'a.txt',
    why: 'too_big',
    size: MB + 1,
    most: MB,
  });
  const given = ['1', '2.exe', '3', '4'].map((name) => file(name));
  const { taken, refused } = judgeFiles(filePolicy.parse(policy), given);
  expect(taken.map(({ name }) => name)).toEqual(['1', '3']);
  expect(refused.map(({ name, why }) => [name, why])).toEqual([
    ['2.exe', 'denied'],
    ['4', 'too_many'],
  ]);
});

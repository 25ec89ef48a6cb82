import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ring, ringFrom, seal, unseal } from '../src/sealing.ts';

const ringOf = (setting: string): Ring => {
  const ring = ringFrom(setting);
  if (typeof ring === 'string') throw new Error(ring);
  return ring;
};
const [A, B] = ['0a'.repeat(32), '0b'.repeat(32)];
const old = ringOf(`2025:${A}`);
const both = ringOf(`2026:${B}, 2025:${A}`);

test('what was sealed comes back exactly, and only where it belongs', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (words, about, elsewhere) => {
      const sealed = seal(both, words, about);
      expect(unseal(both, sealed, about)).toBe(words);
      if (elsewhere !== about) expect(unseal(both, sealed, elsewhere)).toBeNull();
    }),
  ));

test('the same words are never sealed alike, and cannot be read in what was sealed', () => {
  const [one, other] = [seal(old, 'bao@example.com', ''), seal(old, 'bao@example.com', '')];
  expect(one.sealed.equals(other.sealed)).toBe(false);
  expect(one.sealed.toString('latin1')).not.toContain('bao');
});

test('the first key seals; an older one still unseals, and a lost one says so', () => {
  const before = seal(old, 'words', 'T-1');
  expect(before.keyId).toBe('2025');
  expect(seal(both, 'words', 'T-1').keyId).toBe('2026');
  expect(unseal(both, before, 'T-1')).toBe('words');
  expect(unseal(ringOf(`2026:${B}`), before, 'T-1')).toBeNull();
  expect(unseal(ringOf(`2025:${B}`), before, 'T-1')).toBeNull();
});

test('one changed bit is seen, wherever it is', () => {
  const whole = seal(old, 'words', 'T-1');
  for (let at = 0; at < whole.sealed.length; at++) {
    const sealed = Buffer.from(whole.sealed);
    sealed[at] = sealed[at]! ^ 1;
    expect(unseal(old, { ...whole, sealed }, 'T-1')).toBeNull();
  }
  expect(unseal(old, { ...whole, sealed: whole.sealed.subarray(0, 20) }, 'T-1')).toBeNull();
});

import { expect, test } from 'vitest';
import { groupKey } from '../../src/domain/language.ts';
import { type Template, templatesFor } from '../../src/domain/templates.ts';

const template = (code: string, processing: string | null, uses: number): Template => ({
  code,
  group: null,
  title: code,
  text: 'So.',
  variants: {},
  processing,
  acts: [],
  uses,
});

test('templates that go with what the ticket is about come first, then the most used', () => {
  const all = [template('often', null, 9), template('fits', 'network', 1), template('fits_well', 'network', 2)];
  const order = (processing: string | null) =>
    templatesFor(all, groupKey('support'), '', processing).map(({ code }) => code);
  expect(order(null)).toEqual(['often', 'fits_well', 'fits']);
  expect(order('network')).toEqual(['fits_well', 'fits', 'often']);
  expect(order('how_to')).toEqual(['often', 'fits_well', 'fits']);
});

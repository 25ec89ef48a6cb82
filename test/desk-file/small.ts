import { expect } from 'vitest';
import { DeskFileFault } from '../../src/desk-file/fault.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';

/** A desk in thirty lines. */
export const SMALL = `it_support: it
people:
  lea@x.example: { manager: nora@x.example }
  nora@x.example: {}
  ana@x.example: { manager: lea@x.example }
  bao@x.example: {}
groups:
  support:
    name: Support
    kind: consultation
    channel: support-desk
    request_channels: [ask-support]
    leads: [lea@x.example]
    chain: [manager_of_assignee, it_support]
  it:
    name: IT
    kind: issue
    channel: it-desk
    leads: [nora@x.example]
types:
  technical:
    name: Technical
    group: support # technical
    types:
      malfunction:
        name: { en: Malfunction, it: Malfunzionamento }
        fields:
          - { key: device, label: Device, ask: choice, options: [{ key: laptop, label: Laptop }] }
`;

/** The small desk with some of its words changed. */
export function changed(...changes: readonly [from: string, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, SMALL);
}

/** The small desk with one ticket. */
export const withTicket = (...lines: readonly string[]) =>
  `${SMALL}tickets:\n${lines
    .map((line) => `    ${line}\n`)
    .join('')
    .replace('    ', '  - ')}`;
export const STORY = ['title: T', 'content: C', 'requester: bao@x.example', 'group: support', 'ago: 1h'];

export type Case = [what: string, text: string, faults: readonly string[]];

/** All sentences about a file, without its name. */
export function faultsOf(text: string): readonly string[] {
  try {
    parseDeskFile('desk.yml', text);
  } catch (error) {
    if (error instanceof DeskFileFault) return error.faults.map((sentence) => sentence.replace(/^desk\.yml:/, ''));
    throw error;
  }
  return [];
}

/** The same, to be compared: a sentence that ends in a full stop is meant whole, any other from its beginning. */
export const faultsLike = (text: string, wanted: readonly string[]) =>
  faultsOf(text).map((sentence, index) => {
    const like = wanted[index];
    return like === undefined || like.endsWith('.') ? sentence : sentence.slice(0, like.length);
  });

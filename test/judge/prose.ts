/** The limits that `@slack/types` tells in its comments, as JSON Schema. */
import { type Definitions, type Schema, resolved, within } from './schema.ts';

type Limit = (found: number[]) => Schema;

const upTo: Limit = ([n]) => ({ maxLength: n ?? 0 });
const between: Limit = ([from, to]) => ({ minimum: from ?? 0, maximum: to ?? 0 });

/** Sentences about the length of a text, its own or that of the text object which stands there. */
const LENGTHS: [RegExp, Limit][] = [
  [/\bmax(?:imum)? length (?:is |of |for [^.]*? (?:is )?)(\d+) characters/i, upTo],
  [/\bmust be less than (\d+) characters/i, ([n]) => ({ maxLength: (n ?? 0) - 1 })],
  [/\blimit (\d+) characters max/i, upTo],
  [/\bmin(?:imum)? length (?:is |for [^.]*? is )(\d+)/i, ([n]) => ({ minLength: n ?? 0 })],
];
const COUNTS: [RegExp, Limit][] = [
  [
    /\bmax(?:imum)?(?: of| number of [a-z ]+ is)? (\d+)(?: (?:elements|options|blocks|rows|items|cards))?\b/i,
    ([n]) => ({ maxItems: n ?? 0 }),
  ],
  [/\bup to (\d+)\b/i, ([n]) => ({ maxItems: n ?? 0 })],
  [/\bminimum (\d+),/i, ([n]) => ({ minItems: n ?? 0 })],
  [/array cannot be empty/i, () => ({ minItems: 1 })],
  [/should be one or both of/i, () => ({ minItems: 1, maxItems: 2 })],
];
const NUMBERS: [RegExp, Limit][] = [
  [/\bmust be between (\d+) and (\d+)/i, between],
  [/\bmin(?:imum)?(?: of)? (\d+), max(?:imum)?(?: of)? (\d+)/i, between],
  [/\bfrom (\d+) \(default\) to (\d+)/i, between],
  [/\bmaximum value is (\d+)/i, ([n]) => ({ maximum: n ?? 0 })],
  [/\bminimum number is (\d+)/i, ([n]) => ({ minimum: n ?? 0 })],
  [/\bformat of (\d+) digits/i, ([n = 1]) => ({ minimum: 10 ** (n - 1), maximum: 10 ** n - 1 })],
];
const SHAPES: [RegExp, Limit][] = [
  [/in the format YYYY-MM-DD/, () => ({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })],
  [/in the format HH:mm/, () => ({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })],
  [/\bHTTPS URL/, () => ({ pattern: '^https://' })],
];

/** A comment without links, marks and commas in numbers. */
function plain(description: string): string {
  return description
    .replace(/\{@link [^}]*\}/g, ' ')
    .replace(/`/g, '')
    .replace(/(\d),(\d{3})/g, '$1$2')
    .replace(/\s+/g, ' ');
}

function readAll(prose: string, table: [RegExp, Limit][]): Schema {
  const found = table.flatMap(([sentence, limit]) => {
    const match = sentence.exec(prose);
    return match ? [limit(match.slice(1).map(Number))] : [];
  });
  return Object.assign({}, ...found) as Schema;
}

const said = (limits: Schema): boolean => Object.keys(limits).length > 0;

/** What the comment of one property says, for the kind of thing that stands there. */
function limitsOf(property: Schema, all: Definitions): Schema[] {
  const prose = plain(property.description ?? '');
  const kind = resolved(property, all);
  if (kind.type === 'string') return [{ ...readAll(prose, LENGTHS), ...readAll(prose, SHAPES) }];
  if (kind.type === 'number') return [readAll(prose, NUMBERS)];
  if (kind.type === 'array') {
    const cells = /each row object is an array with a max of (\d+)/i.exec(prose)?.[1];
    const each = /maximum length for the text in each item is (\d+)/i.exec(prose)?.[1];
    return [
      readAll(prose, COUNTS),
      ...(cells === undefined ? [] : [{ items: { maxItems: Number(cells) } }]),
      ...(each === undefined ? [] : [{ items: { properties: { text: { maxLength: Number(each) } } } }]),
    ];
  }
  const text = readAll(prose, LENGTHS);
  return said(text) ? [{ properties: { text } }] : [];
}

/** What a property's comment says about its neighbours. */
function neighbours(name: string, { description = '' }: Schema): Schema[] {
  const prose = plain(description);
  const oneOf = /one of (\w+) or (\w+) is required/i.exec(prose);
  const other = /if (\w+) is specified, this field should not be/i.exec(prose)?.[1];
  const instead = /not required if a valid array of (\w+) objects is provided instead/i.exec(prose)?.[1];
  const needs = /requires (\w+) to be true/i.exec(prose)?.[1];
  const yes = { const: true };
  return [
    ...(oneOf ? [{ anyOf: [{ required: [String(oneOf[1])] }, { required: [String(oneOf[2])] }] }] : []),
    ...(other === undefined ? [] : [{ not: { required: [name, other] } }]),
    ...(instead === undefined ? [] : [{ anyOf: [{ required: [name] }, { required: [instead] }] }]),
    ...(needs === undefined
      ? []
      : [
          {
            if: { not: { required: [name], properties: { [name]: yes } } },
            else: { required: [needs], properties: { [needs]: yes } },
          },
        ]),
  ];
}

/** `At least one of a, b or c must be provided`, in the comment of the type itself. */
function atLeastOne(description: string | undefined): Schema[] {
  const list = /at least one of ([^.]*?) must be provided/i.exec(plain(description ?? ''))?.[1];
  const names = list?.split(/,| or /).map((one) => one.trim());
  return names ? [{ anyOf: names.filter((one) => one !== '').map((one) => ({ required: [one] })) }] : [];
}

/** Puts what the comments say beside what the types say, in place. */
export function withProse(all: Definitions): Definitions {
  for (const definition of Object.values(all)) {
    for (const one of within(definition)) {
      if (!one.properties) continue;
      const more = atLeastOne(one.description);
      for (const [name, property] of Object.entries(one.properties)) {
        const limits = limitsOf(property, all).filter(said);
        if (limits.length > 0) property.allOf = [...(property.allOf ?? []), ...limits];
        more.push(...neighbours(name, property));
      }
      if (more.length > 0) one.allOf = [...(one.allOf ?? []), ...more];
    }
  }
  return all;
}

import { type Definitions, type Schema, resolved, within } from './schema.ts';

/** The union's members one by one, unions in it opened. */
function members(schema: Schema, all: Definitions): Schema[] {
  const whole = resolved(schema, all);
  return whole.anyOf && !whole.properties ? whole.anyOf.flatMap((one) => members(one, all)) : [schema];
}

function nameOf(schema: Schema, all: Definitions): string | undefined {
  const name = resolved(schema, all).properties?.['type']?.const;
  return typeof name === 'string' ? name : undefined;
}

/** A union told apart by `type` (with `else`: what has a `then` could be awaited) says what is wrong with the member that is meant, not with all of them. */
function narrowed(union: Schema[], all: Definitions): Schema | undefined {
  const byName = new Map<string, Schema[]>();
  for (const one of union.flatMap((each) => members(each, all))) {
    const name = nameOf(one, all);
    if (name === undefined) return undefined;
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  const names = [...byName.keys()];
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: names } },
    allOf: [...byName].map(([name, meant]) => ({
      if: { not: { required: ['type'], properties: { type: { const: name } } } },
      else: meant.length === 1 && meant[0] ? meant[0] : { anyOf: meant },
    })),
  };
}

/** In place. */
export function withNarrowUnions(all: Definitions): Definitions {
  const found: [Schema, Schema][] = [];
  for (const definition of Object.values(all)) {
    for (const one of within(definition)) {
      const narrow = one.anyOf && one.anyOf.length > 1 ? narrowed(one.anyOf, all) : undefined;
      if (narrow) found.push([one, narrow]);
    }
  }
  for (const [one, narrow] of found) {
    delete one.anyOf;
    one.allOf = [...(one.allOf ?? []), narrow];
  }
  return all;
}

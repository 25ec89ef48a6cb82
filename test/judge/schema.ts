/** As much of JSON Schema as the judges handle themselves. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  not?: Schema;
  if?: Schema;
  else?: Schema;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
};
export type Definitions = Record<string, Schema>;
export type Opinion = { at: string; message: string };

const PREFIX = '#/definitions/';

export const refTo = (name: string): Schema => ({ $ref: `${PREFIX}${name}` });

export function resolved(schema: Schema, all: Definitions): Schema {
  const name = schema.$ref?.slice(PREFIX.length);
  return name === undefined ? schema : resolved(all[name] ?? {}, all);
}

/** Every schema in it, itself first. */
export function* within(schema: Schema): Generator<Schema> {
  yield schema;
  const inside = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
  ];
  for (const one of inside) yield* within(one);
}

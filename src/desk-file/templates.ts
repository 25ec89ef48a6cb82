import { and, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { askedOpenly } from '../domain/fields.ts';
import { templateRow } from '../db/templates.ts';
import * as t from '../db/schema.ts';
import { CODES, unknownCodes } from '../domain/codes.ts';
import { groupKey } from '../domain/language.ts';
import { LONGEST_CODE, MACRO_VERBS, type Template, templateAct, textsOf } from '../domain/templates.ts';
import { isVerb } from '../domain/verbs.ts';
import type { Database, Transaction } from './database.ts';
import type { Complaint } from './fault.ts';
import { block, blocks, inLanguages, key, list, oneOf, orEmpty, text } from './phrase.ts';
import type { TypeOfFile } from './schema.ts';

/** As long as the answer into which it is put. */
const LONGEST = 3000;
const words = inLanguages('its text', 'text: { en: Hello, it: Buongiorno }');
const act = block({
  do: oneOf('do', MACRO_VERBS),
  with: orEmpty(z.record(z.string(), z.unknown())),
});

export const templatesOfFile = blocks(
  'template, by its code',
  key,
  block({
    title: text('a title', 'title: VPN reset', 75),
    group: text('the key of a group', 'group: support').optional(),
    text: words,
    /** Other words in some groups. */
    in_groups: orEmpty(z.record(z.string(), words)),
    processing: text('the key of a processing type', 'processing: how_to', 75).optional(),
    acts: list('acts', '{ do: tag, with: { add: [vpn] } }', act),
  }),
);
type TemplatesOfFile = z.output<typeof templatesOfFile>;

/** What the file says of templates. How often they are used, no file says. */
export type TemplateOutline = Omit<Template, 'uses'>;

export const templateOutlines = (templates: TemplatesOfFile): TemplateOutline[] =>
  Object.entries(templates).map(([code, { title, group, text: said, in_groups: variants, processing, acts }]) => ({
    code,
    group: group === undefined ? null : groupKey(group),
    title,
    text: said,
    variants,
    processing: processing ?? null,
    acts: acts.map((one) => ({ verb: one.do, input: one.with })),
  }));

type Around = {
  templates: TemplatesOfFile;
  groups: Readonly<Record<string, unknown>>;
  types: Readonly<Record<string, TypeOfFile>>;
};

/** Codes that stand for nothing, groups that there are not, and acts that could never be done. */
export function templateFaults({ templates, groups, types }: Around): Complaint[] {
  const known = Object.keys(groups);
  const fields = new Set(fieldsOf(types));
  return templateOutlines(templates).flatMap((template): Complaint[] => {
    const path = ['templates', template.code];
    const { variants, acts } = template;
    const named = [...(template.group === null ? [] : [template.group]), ...Object.keys(variants)];
    const strange = [...new Set(textsOf(template).flatMap((said) => unknownCodes(said, fields)))];
    return [
      ...(template.code.length > LONGEST_CODE || isVerb(template.code)
        ? [{ path, says: `has a code that is a verb or longer than ${LONGEST_CODE} letters; give it another one` }]
        : []),
      ...named
        .filter((group) => !known.includes(group))
        .map((group) => ({
          path,
          says: `names the group "${group}", which does not exist; the groups are ${known.join(', ')}`,
        })),
      ...strange.map((code) => ({
        path: [...path, 'text'],
        says: `has the code {{${code}}}, which stands for nothing; there are ${CODES.map((one) => `{{${one}}}`).join(', ')} and {{field.key}} for what a type asks`,
      })),
      ...(textsOf(template).some((said) => said.length > LONGEST)
        ? [
            {
              path: [...path, 'text'],
              says: `has more than ${LONGEST} characters, which no answer takes; make it shorter`,
            },
          ]
        : []),
      ...acts.flatMap((one, at): Complaint[] => {
        if (!templateAct.safeParse(one).success)
          return [
            {
              path: [...path, 'acts', at],
              says: `has an act that "${one.verb}" cannot do with what stands under "with"`,
            },
          ];
        const { group } = one.input;
        return typeof group === 'string' && !known.includes(group)
          ? [{ path: [...path, 'acts', at], says: `forwards to the group "${group}", which does not exist` }]
          : [];
      }),
    ];
  });
}

const fieldsOf = (types: Readonly<Record<string, TypeOfFile>>): string[] =>
  Object.values(types).flatMap((type) => [
    ...askedOpenly(type.fields).map((field) => field.key),
    ...fieldsOf(type.types),
  ]);

/** As the file has it. */
export const templateContent = ({ title, group, text: said, variants, processing, acts }: TemplateOutline) => ({
  title,
  ...(group === null ? {} : { group }),
  text: said,
  ...(Object.keys(variants).length === 0 ? {} : { in_groups: variants }),
  ...(processing === null ? {} : { processing }),
  ...(acts.length === 0
    ? {}
    : {
        acts: acts.map(({ verb, input }) => ({
          do: verb,
          ...(Object.keys(input).length === 0 ? {} : { with: input }),
        })),
      }),
});

export async function readTemplates(db: Database | Transaction, workspace: string): Promise<TemplateOutline[]> {
  const rows = await db
    .select()
    .from(t.templates)
    .where(eq(t.templates.workspace, workspace))
    .orderBy(t.templates.code);
  return rows.map(({ groupKey: group, ...row }) => {
    const { code, title, text: said, variants, processing, acts, ...rest } = templateRow.parse({ ...row, group });
    return { code, group: rest.group, title, text: said, variants, processing, acts };
  });
}

/** Those that there are afterwards, and no others. How often the others were used stays counted. */
export async function writeTemplates(
  tx: Transaction,
  workspace: string,
  templates: readonly TemplateOutline[],
): Promise<void> {
  const codes = templates.map(({ code }) => code);
  await tx
    .delete(t.templates)
    .where(
      and(eq(t.templates.workspace, workspace), ...(codes.length === 0 ? [] : [notInArray(t.templates.code, codes)])),
    );
  for (const { code, group, ...row } of templates) {
    const said = { ...row, groupKey: group };
    await tx
      .insert(t.templates)
      .values({ workspace, code, ...said })
      .onConflictDoUpdate({ target: [t.templates.workspace, t.templates.code], set: said });
  }
}

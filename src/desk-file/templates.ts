import { isDeepStrictEqual } from 'node:util';
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { askedOpenly } from '../domain/fields.ts';
import { templateRow } from '../db/templates.ts';
import * as t from '../db/schema.ts';
import { CODES } from '../domain/codes.ts';
import { groupKey } from '../domain/language.ts';
import { LONGEST_TEXT, type TemplateFault, templateFaults, type TemplateKnown } from '../domain/template-faults.ts';
import { ACT_VERBS, LONGEST_CODE, type TemplateGiven } from '../domain/templates.ts';
import type { Database, Transaction } from './database.ts';
import type { Complaint } from './fault.ts';
import type { GroupOutline } from './outline.ts';
import { block, blocks, inLanguages, key, list, oneOf, orEmpty, text } from './phrase.ts';
import type { TypeOfFile } from './schema.ts';

const words = inLanguages('its text', 'text: { en: Hello, it: Buongiorno }');
const act = block({
  do: oneOf('do', ACT_VERBS),
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
export type TemplateOutline = TemplateGiven;

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
  templates?: TemplatesOfFile | undefined;
  groups: Readonly<Record<string, Pick<GroupOutline, 'policies'>>>;
  types: Readonly<Record<string, TypeOfFile>>;
};

/** Codes that stand for nothing, groups that there are not, and acts that could never be done. */
export function templatesFaults({ templates = {}, groups, types }: Around): Complaint[] {
  const processing = new Map(
    Object.entries(groups).map(([group, { policies }]) => [
      group,
      new Set(policies.processing_types.map((type) => type.key)),
    ]),
  );
  const known = { groups: new Set(Object.keys(groups)), fields: new Set(fieldsOf(types)), processing };
  return templateOutlines(templates).flatMap((template) => {
    const complaints = templateFaults(template, known).map((fault): Complaint => {
      const path = ['templates', template.code];
      const at = fault.part === 'text' || fault.part === 'processing' ? [fault.part] : [];
      const part = fault.part === 'acts' ? ['acts', fault.at] : at;
      return { path: [...path, ...part], says: saidOf(fault, known, template) };
    });
    return complaints.filter(({ says }, at) => complaints.findIndex((one) => one.says === says) === at);
  });
}

function saidOf(fault: TemplateFault, { groups, processing }: TemplateKnown, { acts, group }: TemplateOutline): string {
  const { named } = fault;
  switch (fault.part) {
    case 'code':
      return `has a code that is a verb or longer than ${LONGEST_CODE} letters; give it another one`;
    case 'title':
      return 'needs a title of at most 75 characters';
    case 'group':
      return `names the group "${named}", which does not exist; the groups are ${[...groups].join(', ')}`;
    case 'processing':
      return group === null
        ? `names the processing type "${named}", which no group has`
        : `names the processing type "${named}", which the group "${group}" does not have; it has ${[...(processing.get(group) ?? [])].join(', ') || 'none'}`;
    case 'text':
      if (fault.why === 'required') return 'needs its text';
      return fault.why === 'unknown_code'
        ? `has the code {{${named}}}, which stands for nothing; there are ${CODES.map((one) => `{{${one}}}`).join(', ')} and {{field.key}} for what a type asks`
        : `has more than ${LONGEST_TEXT} characters, which no answer takes; make it shorter`;
    case 'acts':
      if (fault.why === 'unknown_group')
        return `${acts[fault.at]?.verb === 'forward' ? 'forwards to' : 'names'} the group "${named}", which does not exist`;
      return fault.why === 'carries_twice'
        ? `can be sent by one verb only, and "${named}" is the second; keep one of them`
        : `has an act that "${named}" cannot do with what stands under "with"`;
  }
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
    .where(and(eq(t.templates.workspace, workspace), isNull(t.templates.removedAt)))
    .orderBy(t.templates.code);
  return rows.map(({ groupKey: group, ...row }) => {
    const { code, title, text: said, variants, processing, acts, ...rest } = templateRow.parse({ ...row, group });
    return { code, group: rest.group, title, text: said, variants, processing, acts };
  });
}

/** Which of them were written in Slack since a file was last applied. */
export async function templatesInSlack(db: Database | Transaction, workspace: string) {
  const { code, editedBy: by, editedAt: at } = t.templates;
  const rows = await db.select({ code, by, at }).from(t.templates).where(eq(t.templates.workspace, workspace));
  return rows.map((row) => ({ of: `template "${row.code}"`, by: row.by, at: row.at }));
}

/** Those that there are afterwards, and no others. How often the others were used stays counted. */
export async function writeTemplates(
  tx: Transaction,
  workspace: string,
  templates: readonly TemplateOutline[],
): Promise<void> {
  const before = await readTemplates(tx, workspace);
  const codes = templates.map(({ code }) => code);
  await tx
    .delete(t.templates)
    .where(
      and(eq(t.templates.workspace, workspace), ...(codes.length === 0 ? [] : [notInArray(t.templates.code, codes)])),
    );
  for (const template of templates) {
    if (before.some((one) => isDeepStrictEqual(one, template))) continue;
    const { code, group, ...row } = template;
    const said = { ...row, groupKey: group, editedBy: null, editedAt: null, removedAt: null };
    await tx
      .insert(t.templates)
      .values({ workspace, code, ...said })
      .onConflictDoUpdate({
        target: [t.templates.workspace, t.templates.code],
        set: { ...said, version: sql`${t.templates.version} + 1` },
      });
  }
}

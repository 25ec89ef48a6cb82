/**
 * A second judge of blocks and views, which nobody here wrote: the types of `@slack/types` and the limits that their
 * comments tell, as JSON Schema.
 */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { CROSSES, crossing } from './crossing.ts';
import { definitionsOf } from './generate.ts';
import { withNarrowUnions } from './narrow.ts';
import { withAdditions } from './additions.ts';
import { withProse } from './prose.ts';
import { type Definitions, type Opinion, refTo } from './schema.ts';

export type SecondJudge = {
  message(blocks: unknown): Opinion[];
  view(view: unknown): Opinion[];
  /** The definitions themselves, for tests that look into them. */
  definitions: Definitions;
};

const finish = (all: Definitions): Definitions => withNarrowUnions(withProse(withAdditions(all)));

/** `null` stands for a field that is not there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined)
      .map(([name, one]) => [name, withoutNulls(one)]),
  );
}

/** The faults themselves; that a branch failed because of them is no news. */
export function opinions(errors: ErrorObject[] | null | undefined, root: string): Opinion[] {
  return (errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, message = '', params }) => {
      const extra = 'additionalProperty' in params ? `: ${String(params['additionalProperty'])}` : '';
      return { at: `${root}${instancePath}`, message: `${message}${extra}` };
    });
}

let made: Promise<SecondJudge> | undefined;

export function secondJudge(): Promise<SecondJudge> {
  made ??= make();
  return made;
}

async function make(): Promise<SecondJudge> {
  const types = ['KnownBlock', 'HomeView', 'ModalView'];
  const definitions = await definitionsOf({ file: '@slack/types', types, closed: true }, finish);
  const ajv = new Ajv({ allErrors: true, strict: false, unicode: false, logger: false });
  ajv.addSchema({ $id: 'slack', definitions });
  const by = (name: string): ValidateFunction => ajv.compile({ $ref: `slack${refTo(name).$ref ?? ''}` });
  const [home, modal] = [by('HomeView'), by('ModalView')];
  const blocksOnly = ajv.compile({ type: 'array', items: { $ref: `slack${refTo('KnownBlock').$ref ?? ''}` } });
  const crosses = crossing(CROSSES, definitions);
  return {
    definitions,
    message(given) {
      const blocks = withoutNulls(given);
      if (blocksOnly(blocks)) return crosses(blocks, '/blocks', { type: 'message' });
      return opinions(blocksOnly.errors, '/blocks');
    },
    view(given) {
      const view = withoutNulls(given) as { type?: unknown; blocks?: unknown };
      const fits = view?.type === 'home' ? home : modal;
      if (fits(view)) return crosses(view.blocks, '/view/blocks', view);
      return opinions(fits.errors, '/view');
    },
  };
}

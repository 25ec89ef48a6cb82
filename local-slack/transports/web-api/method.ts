import { z } from 'zod';
import { readJson } from '../../core/json.ts';
import type { Obj } from '../../core/model.ts';
import type { Tier } from '../../core/rates.ts';
import type { Slack } from '../../core/slack.ts';
import { BROKEN_JSON } from '../../core/words.ts';

export type Call = {
  slack: Slack;
  scopes: string[];
  warnings: string[];
  /** What the caller showed; a function's own token (`xwfp-`) stands for one execution. */
  token: string;
};

export type Method = {
  token: 'bot' | 'app' | 'any' | 'none';
  /** Any one of them is enough; empty: no scope asked for. */
  scopes: string[];
  tier: Tier;
  /** False: a JSON body is refused, as Slack does for these. */
  json: boolean;
  args: z.ZodObject;
  run: (call: Call, args: Obj) => Obj | Promise<Obj>;
  /** What Slack does and this row does not, in one sentence; the coverage page prints it. */
  gaps: string;
  /** Why a method that Slack has is not here at all. */
  absent?: string;
};

type Row<A extends z.ZodObject> = {
  token?: Method['token'];
  scopes?: string[];
  tier: Tier;
  json?: boolean;
  args: A;
  gaps?: string;
  run: (call: Call, args: z.infer<A>) => Obj | Promise<Obj>;
};

/** One row of the method table; the arguments reach `run` already parsed. */
export function method<A extends z.ZodObject>(row: Row<A>): Method {
  const { token = 'bot', scopes = [], json = true, tier, args, run, gaps = '' } = row;
  return { token, scopes, json, tier, args, gaps, run: (call, given) => run(call, given as z.infer<A>) };
}

/** A method of Slack's that makes no sense here: `unknown_method`, and why. */
export function absent(why: string): Method {
  return { token: 'none', scopes: [], json: true, tier: 4, args: z.object({}), gaps: '', absent: why, run: () => ({}) };
}

/** Arguments arrive as form strings or as JSON values; both readings are one. */
export const text = z.preprocess((v) => (typeof v === 'number' || typeof v === 'boolean' ? String(v) : v), z.string());
export const word = text.pipe(z.string().min(1));
export const flag = z.preprocess(
  (v) => (typeof v === 'string' ? ['true', '1'].includes(v.toLowerCase()) : v),
  z.boolean(),
);
export const count = z.preprocess((v) => (typeof v === 'string' && v !== '' ? Number(v) : v), z.number().int());
export const list = z.preprocess(
  (v) =>
    typeof v === 'string'
      ? v
          .replace(/^\[|\]$/g, '')
          .split(',')
          .map((one) => one.trim().replace(/^"|"$/g, ''))
          .filter((one) => one !== '')
      : v,
  z.array(z.string()),
);
export const json = z.preprocess((v) => {
  if (typeof v !== 'string') return v;
  try {
    return readJson(v);
  } catch {
    return BROKEN_JSON;
  }
}, z.unknown());

/** JSON that has to be there. */
export const neededJson = json.refine((v) => v !== undefined && v !== '');

/** Known to Slack, without effect here. */
export const ignored = z.unknown().optional();

export const paging = { cursor: text.optional(), limit: count.optional() };

import { z } from 'zod';
import type { Obj } from '../../core/model.ts';
import type { Tier } from '../../core/rates.ts';
import type { Slack } from '../../core/slack.ts';
import { BROKEN_JSON } from '../../core/words.ts';

export type Call = {
  slack: Slack;
  scopes: string[];
  warnings: string[];
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
};

type Row<A extends z.ZodObject> = {
  token?: Method['token'];
  scopes?: string[];
  tier: Tier;
  json?: boolean;
  args: A;
  run: (call: Call, args: z.infer<A>) => Obj | Promise<Obj>;
};

/** One row of the method table; the arguments reach `run` already parsed. */
export function method<A extends z.ZodObject>(row: Row<A>): Method {
  const { token = 'bot', scopes = [], json = true, tier, args, run } = row;
  return { token, scopes, json, tier, args, run: (call, given) => run(call, given as z.infer<A>) };
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
    return JSON.parse(v) as unknown;
  } catch {
    return BROKEN_JSON;
  }
}, z.unknown());

/** Known to Slack, without effect here. */
export const ignored = z.unknown().optional();

export const paging = { cursor: text.optional(), limit: count.optional() };

/**
 * A few words to write Slack's block rules with; each rule reports what is wrong, where, in Slack's own sentences.
 * The numbers in this folder come from docs.slack.dev/reference/block-kit, @slack/types 3.2.0 and observed answers.
 */
import type { Obj } from '../model.ts';
import { type Ground, NO_APP } from './ground.ts';
import type { Strictness } from './strictness.ts';

export type Surface = 'message' | 'modal' | 'home';
export type Problem = { at: string; message: string };
export type Report = {
  surface: Surface;
  ground: Ground;
  problems: Problem[];
  say(at: string, message: string): void;
};
export type Rule = (value: unknown, at: string, report: Report) => void;
export type Field = { rule: Rule; required: boolean };

export function createReport(surface: Surface, ground: Ground = NO_APP): Report {
  const problems: Problem[] = [];
  return { surface, ground, problems, say: (at, message) => void problems.push({ at, message }) };
}

export function isObj(value: unknown): value is Obj {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const need = (rule: Rule): Field => ({ rule, required: true });
export const may = (rule: Rule): Field => ({ rule, required: false });

/** An object with these fields and no others; `also` looks at the whole. */
export function obj(fields: Record<string, Field>, also?: (value: Obj, at: string, report: Report) => void): Rule {
  return (value, at, report) => {
    if (!isObj(value)) return report.say(at, 'must provide an object');
    for (const [name, field] of Object.entries(fields)) {
      const given = value[name];
      if (given !== undefined && given !== null) field.rule(given, `${at}/${name}`, report);
      else if (field.required) report.say(at, `missing required field: ${name}`);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) report.say(at, `invalid additional property: ${name}`);
    }
    also?.(value, at, report);
  };
}

/** An object of which only these fields are looked at. */
export function known(fields: Record<string, Rule>): Rule {
  return (value, at, report) => {
    if (!isObj(value)) return report.say(at, 'must provide an object');
    for (const [name, rule] of Object.entries(fields)) {
      const given = value[name];
      if (given !== undefined && given !== null) rule(given, `${at}/${name}`, report);
    }
  };
}

export function str(max: number, min = 1): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string') return report.say(at, 'must provide a string');
    if (value.length > max) report.say(at, `must be less than ${max + 1} characters`);
    if (value.length < min) report.say(at, `must be more than ${min - 1} characters`);
  };
}

export function pattern(shape: RegExp, wanted: string): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string' || !shape.test(value)) report.say(at, `must be a valid ${wanted}`);
  };
}

export function int(min: number, max = Number.MAX_SAFE_INTEGER): Rule {
  return (value, at, report) => {
    if (!Number.isInteger(value)) return report.say(at, 'must provide an integer');
    if (Number(value) < min) report.say(at, `must be greater than or equal to ${min}`);
    if (Number(value) > max) report.say(at, `must be less than or equal to ${max}`);
  };
}

export const num: Rule = (value, at, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) report.say(at, 'must provide a number');
};

export const bool: Rule = (value, at, report) => {
  if (typeof value !== 'boolean') report.say(at, 'must provide a boolean');
};

export function oneOf(...allowed: string[]): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string' || !allowed.includes(value)) report.say(at, `must be a valid enum value`);
  };
}

export function list(item: Rule, max: number, min = 1): Rule {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report.say(at, 'must provide an array');
    if (value.length > max) report.say(at, `no more than ${max} items allowed`);
    if (value.length < min) report.say(at, `no fewer than ${min} items allowed`);
    for (const [n, one] of value.entries()) item(one, `${at}/${n}`, report);
  };
}

/** The object's `type` chooses its rule; a type outside `allowed` is refused as unsupported. */
export function byType(table: () => Record<string, Rule>, allowed?: readonly string[]): Rule {
  return (value, at, report) => {
    if (!isObj(value)) return report.say(at, 'must provide an object');
    const { type } = value;
    if (typeof type !== 'string') return report.say(at, 'missing required field: type');
    const rules = table();
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (!rule || (allowed && !allowed.includes(type))) return report.say(`${at}/type`, `unsupported type: ${type}`);
    rule(value, at, report);
  };
}

export const anything: Rule = () => {};

/** A rule on which the sources disagree: the setting chooses. */
export function bySetting(choose: (strictness: Strictness) => Rule): Rule {
  return (value, at, report) => choose(report.ground.strictness)(value, at, report);
}

/** Never more than one of the two, and at least one if `required`. */
export function either(one: string, other: string, required = true): (value: Obj, at: string, report: Report) => void {
  return (value, at, report) => {
    const has = [one, other].filter((name) => value[name] !== undefined && value[name] !== null);
    if (has.length > 1) report.say(at, `only one of \`${one}\` or \`${other}\` can be provided`);
    if (required && has.length === 0) report.say(at, `missing required field: ${one}`);
  };
}

export function all(...parts: ((value: Obj, at: string, report: Report) => void)[]) {
  return (value: Obj, at: string, report: Report): void => {
    for (const part of parts) part(value, at, report);
  };
}

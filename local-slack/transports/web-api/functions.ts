import { z } from 'zod';
import { isObj } from '../../core/checks/rule.ts';
import { complete } from '../../core/functions.ts';
import { invalidArguments } from '../../core/refusal.ts';
import { type Method, method, neededJson, word } from './method.ts';

/** Called with the bot token or with the token that `function_executed` brought. */
export const functionMethods: Record<string, Method> = {
  'functions.completeSuccess': method({
    tier: 3,
    args: z.object({ function_execution_id: word, outputs: neededJson }),
    run: ({ slack, token }, { function_execution_id: id, outputs }) => {
      if (!isObj(outputs)) return invalidArguments('invalid value for `outputs`');
      complete(slack, id, token, { state: 'completed', outputs });
      return {};
    },
  }),
  'functions.completeError': method({
    tier: 3,
    args: z.object({ function_execution_id: word, error: word }),
    run: ({ slack, token }, { function_execution_id: id, error }) => {
      complete(slack, id, token, { state: 'failed', error });
      return {};
    },
  }),
};

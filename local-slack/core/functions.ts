/** The app's own functions, as a workflow step runs them: started here, completed once by the app. */
import { isObj } from './checks/rule.ts';
import { tellApp } from './events.ts';
import type { Execution, Obj } from './model.ts';
import { refuse } from './refusal.ts';
import type { Slack } from './slack.ts';

/** A function's token works for fifteen minutes. Source: docs.slack.dev/authentication/tokens. */
const TOKEN_LIFE_MS = 15 * 60_000;

type Parameter = Obj & { name: string; type: string; is_required: boolean };

/** The manifest writes `{ properties, required }`; Bolt's guide a flat map with `is_required`. */
function parametersOf(given: Obj): Parameter[] {
  const nested = isObj(given['properties']) ? given['properties'] : undefined;
  const required = Array.isArray(given['required']) ? given['required'] : [];
  return Object.entries(nested ?? given).flatMap(([name, one]) =>
    isObj(one)
      ? [
          {
            ...one,
            name,
            type: typeof one['type'] === 'string' ? one['type'] : 'string',
            is_required: one['is_required'] === true || required.includes(name),
          },
        ]
      : [],
  );
}

const KINDS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  object: isObj,
  'slack#/types/timestamp': (value) => Number.isInteger(value),
};

/** Slack's own types other than a timestamp are ids, written as strings. */
function isOf(type: string, value: unknown): boolean {
  return (KINDS[type] ?? (type.startsWith('slack#/') ? KINDS['string'] : undefined))?.(value) ?? true;
}

function checked(parameters: Parameter[], given: Obj): void {
  const missing = parameters
    .filter((one) => one.is_required && (given[one.name] === undefined || given[one.name] === null))
    .map((one) => `missing required field: ${one.name}`);
  const wrong = parameters
    .filter((one) => given[one.name] !== undefined && given[one.name] !== null && !isOf(one.type, given[one.name]))
    .map((one) => `${one.name} must be of type ${one.type}`);
  const known = new Set(parameters.map((one) => one.name));
  const strange = Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => `unknown field: ${name}`);
  const messages = [...missing, ...wrong, ...strange];
  if (messages.length > 0) refuse('parameter_validation_failed', { response_metadata: { messages } });
}

function functionOf(slack: Slack, callback_id: string) {
  return Object.hasOwn(slack.manifest.functions, callback_id) ? slack.manifest.functions[callback_id] : undefined;
}

/** Runs a function of the manifest for a person: the app hears `function_executed`. */
export function runFunction(slack: Slack, callback_id: string, user: string, inputs: Obj): Execution {
  const definition = functionOf(slack, callback_id) ?? refuse('function_not_found');
  const input_parameters = parametersOf(definition.input_parameters);
  checked(input_parameters, inputs);
  const execution: Execution = {
    id: slack.mint.id('Fx'),
    callback_id,
    user,
    inputs,
    token: `xwfp-${slack.mint.hex(24)}`,
    made: slack.clock.now(),
    state: 'running',
  };
  slack.state.executions[execution.id] = execution;
  slack.changed();
  tellApp(
    slack,
    { subscription: 'function_executed' },
    {
      type: 'function_executed',
      function: {
        id: `Fn0${callback_id.toUpperCase().replace(/[^A-Z0-9]/g, '')}`,
        callback_id,
        title: definition.title,
        description: definition.description,
        type: 'app',
        input_parameters,
        output_parameters: parametersOf(definition.output_parameters),
        app_id: slack.state.app.id,
        date_created: 0,
        date_updated: 0,
        date_deleted: 0,
        form_enabled: false,
      },
      inputs,
      function_execution_id: execution.id,
      workflow_execution_id: slack.mint.id('Wx'),
      bot_access_token: execution.token,
    },
  );
  return execution;
}

export type Outcome = { state: 'completed'; outputs: Obj } | { state: 'failed'; error: string };

/** Ends a run, once; a function's own token ends only its own. */
export function complete(slack: Slack, id: string, token: string, outcome: Outcome): void {
  const execution = slack.state.executions[id] ?? refuse('function_execution_not_found');
  if (token.startsWith('xwfp-') && token !== execution.token) refuse('access_denied');
  if (execution.state !== 'running') refuse('execution_not_in_running_state');
  const definition = functionOf(slack, execution.callback_id);
  if (outcome.state === 'completed' && definition) checked(parametersOf(definition.output_parameters), outcome.outputs);
  Object.assign(execution, outcome);
  slack.changed();
}

export function executionOf(slack: Slack, token: string): Execution | undefined {
  if (!token.startsWith('xwfp-')) return undefined;
  return Object.values(slack.state.executions).find((one) => one.token === token);
}

/** What an interaction tells of the run that it concerns. */
export function executionJson(slack: Slack, id: string | undefined): Obj {
  const execution = slack.state.executions[id ?? ''];
  if (!execution) return {};
  const { token, callback_id, inputs } = execution;
  return {
    bot_access_token: token,
    function_data: { execution_id: execution.id, function: { callback_id }, inputs },
  };
}

/** Whether this token belongs to a run of a function, and still works. */
export function holdsExecution(slack: Slack, token: string): boolean {
  const execution = executionOf(slack, token);
  if (!execution) return false;
  if (slack.clock.now() - execution.made > TOKEN_LIFE_MS) return refuse('token_expired');
  return true;
}

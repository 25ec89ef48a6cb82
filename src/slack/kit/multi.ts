import type { MultiExternalSelect, MultiStaticSelect, MultiUsersSelect } from '@slack/types';
import { plain } from './blocks.ts';
import { type Choice, option } from './inputs.ts';
import { LIMITS } from './limits.ts';

const placed = (placeholder: string | undefined) =>
  placeholder ? { placeholder: plain(placeholder, LIMITS.placeholder) } : {};

/** Several of some choices; those that are chosen keep their order. */
export function multiSelect(
  action_id: string,
  choices: readonly Choice[],
  { initial = [], placeholder }: { initial?: readonly string[] | undefined; placeholder?: string | undefined } = {},
): MultiStaticSelect {
  const shown = choices.slice(0, LIMITS.options);
  const chosen = initial.flatMap((one) => shown.find(({ value }) => value === one) ?? []).map(option);
  return {
    type: 'multi_static_select',
    action_id,
    options: shown.map(option),
    ...placed(placeholder),
    ...(chosen.length > 0 && { initial_options: chosen }),
  };
}

/** Several, of a menu that asks the app for its choices as the person types. */
export const multiSearchSelect = (
  action_id: string,
  { initial = [], placeholder }: { initial?: readonly Choice[]; placeholder?: string | undefined } = {},
): MultiExternalSelect => ({
  type: 'multi_external_select',
  action_id,
  min_query_length: 0,
  ...placed(placeholder),
  ...(initial.length > 0 && { initial_options: initial.slice(0, LIMITS.options).map(option) }),
});

export const multiUserSelect = (
  action_id: string,
  { initial = [], placeholder }: { initial?: readonly string[]; placeholder?: string | undefined } = {},
): MultiUsersSelect => ({
  type: 'multi_users_select',
  action_id,
  ...placed(placeholder),
  ...(initial.length > 0 && { initial_users: initial.slice(0, LIMITS.options) }),
});

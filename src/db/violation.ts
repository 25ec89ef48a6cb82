/** What the database says when somebody was faster, or it was done before. */
type Violation = { code?: unknown; constraint_name?: unknown };
export const isRepeated = (error: unknown): boolean => {
  const { code, constraint_name } = error as Violation;
  return code === '23505' && (constraint_name === 'events_key' || constraint_name === 'messages_place');
};
export const isNameTaken = (error: unknown): boolean => {
  const { code, constraint_name } = error as Violation;
  return code === '23505' && constraint_name === 'saved_views_name';
};
export const isCodeTaken = (error: unknown): boolean => {
  const { code, constraint_name } = error as Violation;
  return code === '23505' && constraint_name === 'templates_workspace_code_pk';
};
export const isDeadlock = (error: unknown): boolean => (error as Violation).code === '40P01';

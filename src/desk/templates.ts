import type { WorkspaceId } from '../domain/language.ts';
import type { Template } from '../domain/templates.ts';

/** Where answer templates are kept. */
export type TemplateShelf = {
  all(workspace: WorkspaceId): Promise<Template[]>;
  /** These were sent. */
  used(workspace: WorkspaceId, codes: readonly string[]): Promise<void>;
};

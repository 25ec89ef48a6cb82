import type { PersonId, WorkspaceId } from '../domain/language.ts';
import type { Template, TemplateGiven } from '../domain/templates.ts';

/** `version`: how often it was changed. */
export type KeptTemplate = Template & { usedAt: Date | null; version: number };
export type SeenTemplate = { code: string; version: number };

/** Where answer templates are kept. */
export type TemplateShelf = {
  all(workspace: WorkspaceId): Promise<KeptTemplate[]>;
  /** A new one, never used; false: there is one of that code. */
  add(workspace: WorkspaceId, given: TemplateGiven, by: PersonId): Promise<boolean>;
  /** Another one than it was in this version; it may get another code. */
  change(
    workspace: WorkspaceId,
    seen: SeenTemplate,
    given: TemplateGiven,
    by: PersonId,
  ): Promise<'done' | 'changed' | 'taken'>;
  /** Gone, if it is still in this version; it can be brought back as long as nobody uses its code. */
  remove(workspace: WorkspaceId, seen: SeenTemplate): Promise<boolean>;
  /** As it was; false: its code is somebody else's now. */
  restore(workspace: WorkspaceId, code: string): Promise<KeptTemplate | null>;
  /** One that was taken away and can still be brought back. */
  removed(workspace: WorkspaceId, code: string): Promise<KeptTemplate | null>;
};

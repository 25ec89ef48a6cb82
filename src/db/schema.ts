/** All tables. Every one of them carries its workspace. */
export * from './schema/banned.ts';
export * from './schema/batch.ts';
export * from './schema/desk.ts';
export * from './schema/draft.ts';
export * from './schema/files.ts';
export * from './schema/masking.ts';
export * from './schema/post.ts';
export * from './schema/search.ts';
export * from './schema/similar.ts';
export * from './schema/template.ts';
export * from './schema/ticket.ts';
export * from './schema/trigger.ts';
export * from './schema/view.ts';

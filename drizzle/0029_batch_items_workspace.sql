ALTER TABLE "batch_items" ADD COLUMN "workspace" text;--> statement-breakpoint
UPDATE "batch_items" i SET "workspace" = b."workspace" FROM "batches" b WHERE b."id" = i."batch";--> statement-breakpoint
ALTER TABLE "batch_items" ALTER COLUMN "workspace" SET NOT NULL;

DROP INDEX "tickets_other";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "links" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_other" ON "tickets" USING btree ("workspace",coalesce("detail" ->> 'blockedBy', "detail" ->> 'duplicateOf')) WHERE "tickets"."state" in ('pending', 'resolved', 'completed');
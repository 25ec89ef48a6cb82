ALTER TABLE "groups" ADD COLUMN "said" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "gone_processing" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_processed" ON "tickets" USING btree ("workspace","group_key","processing","deleted_at") WHERE "tickets"."processing" is not null;--> statement-breakpoint
UPDATE "groups" SET "said" = jsonb_build_object('banned_words', jsonb_build_object('by', "banned_by", 'at', "banned_at")) WHERE "banned_by" IS NOT NULL;
ALTER TABLE "letters" DROP CONSTRAINT "letters_kind";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "follows" integer;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "rating" jsonb;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "cancel_asked" jsonb;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "tickets_follows" ON "tickets" USING btree ("workspace","follows") WHERE "tickets"."follows" is not null;--> statement-breakpoint
CREATE INDEX "tickets_other" ON "tickets" USING btree ("workspace",coalesce("detail" ->> 'blockedBy', "detail" ->> 'duplicateOf')) WHERE "tickets"."state" in ('pending', 'resolved');--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('card', 'thread', 'requester_card', 'main', 'line', 'escalation_card', 'ping', 'home'));
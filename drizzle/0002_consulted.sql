DROP INDEX "tickets_queue";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "consulted" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_decide" ON "tickets" USING btree ("workspace",("detail" ->> 'to'),"updated_at" DESC NULLS LAST) WHERE "tickets"."state" in ('escalated');--> statement-breakpoint
CREATE INDEX "tickets_queue" ON "tickets" USING btree ("workspace","group_key","updated_at" DESC NULLS LAST) WHERE "tickets"."state" in ('new');
DROP INDEX "tickets_group";--> statement-breakpoint
DROP INDEX "ticket_search_words";--> statement-breakpoint
DROP INDEX "tickets_held";--> statement-breakpoint
DROP INDEX "tickets_done";--> statement-breakpoint
ALTER TABLE "ticket_search" ADD COLUMN "keys" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "ticket_search_open_created" ON "ticket_search" USING btree ("workspace","created_at","number") WHERE "ticket_search"."open";--> statement-breakpoint
CREATE INDEX "ticket_search_open_priority" ON "ticket_search" USING btree ("workspace","priority","updated_at","number") WHERE "ticket_search"."open";--> statement-breakpoint
CREATE INDEX "ticket_search_month" ON "ticket_search" USING btree ("workspace",date_trunc('month', "created_at" at time zone 'UTC'),"updated_at","number");--> statement-breakpoint
CREATE INDEX "tickets_open" ON "tickets" USING btree ("workspace","group_key","updated_at" DESC NULLS LAST,"number" DESC NULLS LAST,"private") WHERE "tickets"."state" in ('new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated') and "tickets"."archived_at" is null and "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_all" ON "tickets" USING btree ("workspace","group_key","updated_at" DESC NULLS LAST,"number" DESC NULLS LAST,"private") WHERE "tickets"."state" in ('new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated', 'resolved', 'completed', 'cancelled') and "tickets"."archived_at" is null and "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_spam" ON "tickets" USING btree ("workspace","group_key","updated_at" DESC NULLS LAST,"number" DESC NULLS LAST,"private") WHERE "tickets"."state" in ('spam') and "tickets"."archived_at" is null and "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "ticket_search_words" ON "ticket_search" USING gin ("facets","keys",coalesce("internal", "main")) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "tickets_held" ON "tickets" USING btree ("workspace","assignee","updated_at" DESC NULLS LAST,"number" DESC NULLS LAST,"state","group_key","private","archived_at","deleted_at") WHERE "tickets"."state" in ('new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated');--> statement-breakpoint
CREATE INDEX "tickets_done" ON "tickets" USING btree ("workspace","assignee","state","updated_at" DESC NULLS LAST,"number" DESC NULLS LAST) WHERE "tickets"."state" in ('resolved', 'completed') and "tickets"."archived_at" is null and "tickets"."deleted_at" is null;--> statement-breakpoint
-- Read for every row that is looked at by its title or its people.
ALTER TABLE "ticket_search" ALTER COLUMN "keys" SET STORAGE MAIN;

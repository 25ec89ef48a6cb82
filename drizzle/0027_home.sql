CREATE TABLE "homes" (
	"workspace" text NOT NULL,
	"person" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"drawn_at" timestamp (3) with time zone,
	"board" text,
	"group_key" text,
	"agent" text,
	"page" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "homes_workspace_person_pk" PRIMARY KEY("workspace","person")
);
--> statement-breakpoint
DROP INDEX "people_home";--> statement-breakpoint
DROP INDEX "tickets_queue";--> statement-breakpoint
CREATE INDEX "homes_seen" ON "homes" USING btree ("workspace","seen_at");--> statement-breakpoint
CREATE INDEX "people_manager" ON "people" USING btree ("workspace","manager") WHERE "people"."manager" is not null;--> statement-breakpoint
CREATE INDEX "tickets_done" ON "tickets" USING btree ("workspace","assignee","state","updated_at" DESC NULLS LAST) WHERE "tickets"."state" in ('resolved', 'completed');--> statement-breakpoint
CREATE INDEX "tickets_group" ON "tickets" USING btree ("workspace","group_key","state","updated_at" DESC NULLS LAST) WHERE "tickets"."archived_at" is null and "tickets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "tickets_urgency" ON "tickets" USING btree ("workspace","group_key",(case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 when 'low' then 3 end),"created_at") WHERE "tickets"."state" in ('new');--> statement-breakpoint
CREATE INDEX "tickets_replied" ON "tickets" USING btree ("workspace","group_key","since") WHERE "tickets"."state" in ('preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated') and ("tickets"."state" = 'requester_replied' or "tickets"."unread");--> statement-breakpoint
CREATE INDEX "tickets_risk" ON "tickets" USING btree ("workspace","group_key",(least(clocks #>> '{first_response,warnAt}', clocks #>> '{next_response,warnAt}', clocks #>> '{resolution,warnAt}', clocks #>> '{root_cause,warnAt}') collate "C")) WHERE "tickets"."state" in ('new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated') and (least(clocks #>> '{first_response,warnAt}', clocks #>> '{next_response,warnAt}', clocks #>> '{resolution,warnAt}', clocks #>> '{root_cause,warnAt}') collate "C") is not null;--> statement-breakpoint
ALTER TABLE "people" DROP COLUMN "home_seen_at";
CREATE TABLE "tellings" (
	"workspace" text NOT NULL,
	"ticket" integer NOT NULL,
	"channel" text NOT NULL,
	"ts" text NOT NULL,
	"thread" text NOT NULL,
	"since" integer NOT NULL,
	"upto" integer NOT NULL,
	CONSTRAINT "tellings_workspace_ticket_channel_ts_pk" PRIMARY KEY("workspace","ticket","channel","ts")
);
--> statement-breakpoint
ALTER TABLE "letters" DROP CONSTRAINT "letters_kind";--> statement-breakpoint
DROP INDEX "letters_drawn";--> statement-breakpoint
CREATE UNIQUE INDEX "letters_drawn" ON "letters" USING btree ("workspace","conversation","kind",coalesce("ticket", 0),"seq") WHERE "letters"."state" = 'pending' and not "letters"."taken" and "letters"."kind" in ('card', 'thread', 'retell', 'requester_card', 'escalation_card', 'home');--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('card', 'thread', 'retell', 'requester_card', 'main', 'line', 'escalation_card', 'ping', 'home'));
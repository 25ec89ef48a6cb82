CREATE TABLE "closed_channels" (
	"id" serial PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"channel" text NOT NULL,
	"why" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"open_at" timestamp (3) with time zone,
	CONSTRAINT "closed_channels_why" CHECK ("closed_channels"."why" in ('archived', 'gone', 'not_member', 'forbidden'))
);
--> statement-breakpoint
ALTER TABLE "letters" DROP CONSTRAINT "letters_kind";--> statement-breakpoint
DROP INDEX "letters_drawn";--> statement-breakpoint
CREATE UNIQUE INDEX "closed_channels_now" ON "closed_channels" USING btree ("workspace","channel") WHERE "closed_channels"."open_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_drawn" ON "letters" USING btree ("workspace","conversation","kind",coalesce("ticket", 0),"seq") WHERE "letters"."state" = 'pending' and not "letters"."taken" and "letters"."kind" in ('card', 'thread', 'retell', 'requester_card', 'escalation_card', 'home', 'closed_channel');--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('card', 'thread', 'retell', 'requester_card', 'main', 'line', 'escalation_card', 'ping', 'home', 'digest', 'left', 'closed_channel'));
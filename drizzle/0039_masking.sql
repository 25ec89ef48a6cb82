CREATE TABLE "masked_spans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"ticket" integer NOT NULL,
	"seq" integer NOT NULL,
	"holder" text NOT NULL,
	"row" integer NOT NULL,
	"path" text NOT NULL,
	"begins" integer NOT NULL,
	"ends" integer NOT NULL,
	"key_id" text NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "letters" DROP CONSTRAINT "letters_kind";--> statement-breakpoint
DROP INDEX "letters_drawn";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "masked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "masked_spans" ADD CONSTRAINT "masked_spans_workspace_ticket_tickets_workspace_number_fk" FOREIGN KEY ("workspace","ticket") REFERENCES "public"."tickets"("workspace","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "masked_spans_ticket" ON "masked_spans" USING btree ("workspace","ticket");--> statement-breakpoint
CREATE INDEX "masked_spans_key" ON "masked_spans" USING btree ("key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_drawn" ON "letters" USING btree ("workspace","conversation","kind",coalesce("ticket", 0),"seq") WHERE "letters"."state" = 'pending' and not "letters"."taken" and "letters"."kind" in ('card', 'thread', 'retell', 'again', 'requester_card', 'escalation_card', 'home', 'closed_channel', 'batch', 'batched');--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('card', 'thread', 'retell', 'again', 'requester_card', 'main', 'line', 'escalation_card', 'ping', 'channel_ping', 'trigger_trouble', 'home', 'digest', 'left', 'closed_channel', 'batch', 'batched'));
CREATE TABLE "batch_items" (
	"batch" integer NOT NULL,
	"nth" integer NOT NULL,
	"ticket" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"seq" integer,
	"why" text,
	"at" timestamp (3) with time zone,
	CONSTRAINT "batch_items_batch_ticket_pk" PRIMARY KEY("batch","ticket"),
	CONSTRAINT "batch_items_state" CHECK ("batch_items"."state" in ('waiting', 'done', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" serial PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"by_person" text NOT NULL,
	"act" text,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"surface" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"offered" integer[] DEFAULT '{}' NOT NULL,
	"numbers" integer[] DEFAULT '{}' NOT NULL,
	"undoes" integer,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"drawn_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "batches_state" CHECK ("batches"."state" in ('draft', 'working', 'stopping', 'done'))
);
--> statement-breakpoint
ALTER TABLE "letters" DROP CONSTRAINT "letters_kind";--> statement-breakpoint
DROP INDEX "letters_drawn";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_batches_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "batches_undoes" ON "batches" USING btree ("workspace","undoes") WHERE "batches"."undoes" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_drawn" ON "letters" USING btree ("workspace","conversation","kind",coalesce("ticket", 0),"seq") WHERE "letters"."state" = 'pending' and not "letters"."taken" and "letters"."kind" in ('card', 'thread', 'retell', 'requester_card', 'escalation_card', 'home', 'closed_channel', 'batch', 'batched');--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('card', 'thread', 'retell', 'requester_card', 'main', 'line', 'escalation_card', 'ping', 'channel_ping', 'trigger_trouble', 'home', 'digest', 'left', 'closed_channel', 'batch', 'batched'));
CREATE TABLE "sent_files" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"kind" text NOT NULL,
	"tickets" integer[] NOT NULL,
	"original" text,
	"side" text,
	"file" text,
	"person" text,
	"size" bigint,
	"sum" text,
	"state" text DEFAULT 'begun' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sent_files_kind" CHECK ("sent_files"."kind" in ('copy', 'transcript', 'list')),
	CONSTRAINT "sent_files_state" CHECK ("sent_files"."state" in ('begun', 'sent', 'failed', 'deleted'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "sent_files_once" ON "sent_files" USING btree ("workspace",("tickets"[1]),"original","side") WHERE "sent_files"."kind" = 'copy';--> statement-breakpoint
CREATE INDEX "sent_files_tickets" ON "sent_files" USING gin ("tickets");
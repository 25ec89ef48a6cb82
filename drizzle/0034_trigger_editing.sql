CREATE TABLE "trigger_calls" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"trigger" text NOT NULL,
	"name" text NOT NULL,
	"ticket" integer NOT NULL,
	"seq" integer NOT NULL,
	"nth" integer NOT NULL,
	"host" text NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"ms" integer NOT NULL,
	"next_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "trigger_log" ADD COLUMN "held" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "trigger_log" ADD COLUMN "happened" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "trigger_calls_once" ON "trigger_calls" USING btree ("workspace","ticket","seq","trigger","nth","attempt");--> statement-breakpoint
CREATE INDEX "trigger_calls_newest" ON "trigger_calls" USING btree ("workspace","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "trigger_calls_at" ON "trigger_calls" USING btree ("at");
CREATE TABLE "trigger_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"ticket" integer NOT NULL,
	"seq" integer NOT NULL,
	"trigger" text NOT NULL,
	"name" text NOT NULL,
	"nth" integer NOT NULL,
	"depth" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"why" jsonb NOT NULL,
	"deeds" jsonb NOT NULL,
	"stopped" text
);
--> statement-breakpoint
CREATE TABLE "trigger_troubles" (
	"id" serial PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"trigger" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"ticket" integer,
	"named" text,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"over_at" timestamp (3) with time zone,
	CONSTRAINT "trigger_troubles_kind" CHECK ("trigger_troubles"."kind" in ('broken', 'loop', 'call'))
);
--> statement-breakpoint
CREATE TABLE "triggers" (
	"workspace" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"group_key" text,
	"enabled" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"events" text[] NOT NULL,
	"match" text DEFAULT 'all' NOT NULL,
	"conditions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"broken" jsonb,
	"tried" text,
	CONSTRAINT "triggers_workspace_key_pk" PRIMARY KEY("workspace","key"),
	CONSTRAINT "triggers_match" CHECK ("triggers"."match" in ('all', 'any'))
);
--> statement-breakpoint
ALTER TABLE "letters" DROP CONSTRAINT "letters_kind";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "by_trigger" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "triggers" ADD CONSTRAINT "triggers_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "trigger_log_once" ON "trigger_log" USING btree ("workspace","ticket","seq","trigger");--> statement-breakpoint
CREATE INDEX "trigger_log_of" ON "trigger_log" USING btree ("workspace","trigger","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "trigger_log_at" ON "trigger_log" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "trigger_troubles_now" ON "trigger_troubles" USING btree ("workspace","trigger","kind") WHERE "trigger_troubles"."over_at" is null;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('card', 'thread', 'retell', 'requester_card', 'main', 'line', 'escalation_card', 'ping', 'channel_ping', 'trigger_trouble', 'home', 'digest', 'left', 'closed_channel'));
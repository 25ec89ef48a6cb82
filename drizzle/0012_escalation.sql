CREATE TABLE "user_groups" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"handle" text NOT NULL,
	"people" jsonb NOT NULL,
	CONSTRAINT "user_groups_workspace_id_pk" PRIMARY KEY("workspace","id")
);
--> statement-breakpoint
ALTER TABLE "escalations" DROP CONSTRAINT "escalations_state";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "manager_source" text DEFAULT 'desk' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "out_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "manager_field" text;--> statement-breakpoint
ALTER TABLE "user_groups" ADD CONSTRAINT "user_groups_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_manager_source" CHECK ("people"."manager_source" in ('desk', 'slack', 'hand'));--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_state" CHECK ("escalations"."state" in ('open', 'acked', 'answered', 'taken', 'declined', 'withdrawn', 'sent_higher', 'timed_out'));
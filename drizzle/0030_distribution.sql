CREATE TABLE "turns" (
	"workspace" text NOT NULL,
	"group_key" text NOT NULL,
	"person" text NOT NULL,
	"turn" integer NOT NULL,
	CONSTRAINT "turns_workspace_group_key_person_pk" PRIMARY KEY("workspace","group_key","person")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "hours" jsonb;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "skills" text[] DEFAULT '{}' NOT NULL;
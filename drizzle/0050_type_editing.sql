CREATE TABLE "removed_types" (
	"workspace" text NOT NULL,
	"key" text NOT NULL,
	"type" jsonb NOT NULL,
	"by_person" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "removed_types_workspace_key_pk" PRIMARY KEY("workspace","key")
);
--> statement-breakpoint
ALTER TABLE "submission_types" ADD COLUMN "made_by" text;--> statement-breakpoint
ALTER TABLE "submission_types" ADD COLUMN "made_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "submission_types" ADD COLUMN "moved_by" text;--> statement-breakpoint
ALTER TABLE "submission_types" ADD COLUMN "moved_at" timestamp (3) with time zone;
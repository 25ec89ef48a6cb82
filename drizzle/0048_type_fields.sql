ALTER TABLE "submission_types" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "submission_types" ADD COLUMN "edited_at" timestamp (3) with time zone;
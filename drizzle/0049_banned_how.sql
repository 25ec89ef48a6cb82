ALTER TABLE "groups" ADD COLUMN "banned_by" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "banned_at" timestamp (3) with time zone;
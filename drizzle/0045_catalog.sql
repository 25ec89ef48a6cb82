ALTER TABLE "banned_words" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "banned_words" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "removed_at" timestamp (3) with time zone;
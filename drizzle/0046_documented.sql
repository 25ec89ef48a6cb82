ALTER TABLE "tickets" ADD COLUMN "processing" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "solution" text;
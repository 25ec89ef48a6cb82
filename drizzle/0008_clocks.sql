ALTER TABLE "groups" ADD COLUMN "hours" jsonb;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "sla" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "clocks" jsonb;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "clocks" jsonb DEFAULT '{}'::jsonb NOT NULL;
ALTER TABLE "escalations" ALTER COLUMN "from_person" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "cause" jsonb;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "urgent_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "escalated_by" jsonb DEFAULT '[]'::jsonb NOT NULL;
ALTER TABLE "escalations" ALTER COLUMN "to_person" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "to_group" text;--> statement-breakpoint
ALTER TABLE "escalations" ADD COLUMN "child" integer;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "parent" integer;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "asker" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "called_off" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "tickets_parent" ON "tickets" USING btree ("workspace","parent") WHERE "tickets"."parent" is not null;
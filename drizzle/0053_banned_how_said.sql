ALTER TABLE "groups" DROP COLUMN "banned_by";--> statement-breakpoint
ALTER TABLE "groups" DROP COLUMN "banned_at";
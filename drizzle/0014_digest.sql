ALTER TABLE "letters" DROP CONSTRAINT "letters_kind";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digest_on" text;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('card', 'thread', 'retell', 'requester_card', 'main', 'line', 'escalation_card', 'ping', 'home', 'digest'));
ALTER TABLE "drafts" DROP CONSTRAINT "drafts_workspace_person_ticket_form_pk";--> statement-breakpoint
ALTER TABLE "drafts" ALTER COLUMN "ticket" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_of" UNIQUE NULLS NOT DISTINCT("workspace","person","ticket","form");
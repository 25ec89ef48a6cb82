CREATE TABLE "drafts" (
	"workspace" text NOT NULL,
	"person" text NOT NULL,
	"ticket" integer NOT NULL,
	"form" text NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"view" text NOT NULL,
	CONSTRAINT "drafts_workspace_person_ticket_form_pk" PRIMARY KEY("workspace","person","ticket","form")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_ticket_tickets_workspace_number_fk" FOREIGN KEY ("workspace","ticket") REFERENCES "public"."tickets"("workspace","number") ON DELETE no action ON UPDATE no action;
CREATE TABLE "likenesses" (
	"workspace" text NOT NULL,
	"ticket" integer NOT NULL,
	"found_by" text NOT NULL,
	"numbers" integer[] NOT NULL,
	CONSTRAINT "likenesses_workspace_ticket_pk" PRIMARY KEY("workspace","ticket")
);
--> statement-breakpoint
ALTER TABLE "likenesses" ADD CONSTRAINT "likenesses_workspace_ticket_tickets_workspace_number_fk" FOREIGN KEY ("workspace","ticket") REFERENCES "public"."tickets"("workspace","number") ON DELETE no action ON UPDATE no action;
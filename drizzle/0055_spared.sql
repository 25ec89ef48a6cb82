CREATE TABLE "spared" (
	"workspace" text NOT NULL,
	"window" text NOT NULL,
	"ticket" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "spared_workspace_window_pk" PRIMARY KEY("workspace","window")
);
--> statement-breakpoint
ALTER TABLE "spared" ADD CONSTRAINT "spared_workspace_ticket_tickets_workspace_number_fk" FOREIGN KEY ("workspace","ticket") REFERENCES "public"."tickets"("workspace","number") ON DELETE no action ON UPDATE no action;
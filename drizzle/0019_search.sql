CREATE TABLE "ticket_search" (
	"workspace" text NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"form" smallint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"priority" smallint NOT NULL,
	"private" boolean NOT NULL,
	"spam" boolean NOT NULL,
	"archived" boolean NOT NULL,
	"facets" text[] NOT NULL,
	"main" "tsvector" NOT NULL,
	"internal" "tsvector",
	CONSTRAINT "ticket_search_workspace_number_pk" PRIMARY KEY("workspace","number")
);
--> statement-breakpoint
ALTER TABLE "ticket_search" ADD CONSTRAINT "ticket_search_workspace_number_tickets_workspace_number_fk" FOREIGN KEY ("workspace","number") REFERENCES "public"."tickets"("workspace","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ticket_search_words" ON "ticket_search" USING gin ("facets","main","internal") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "ticket_search_updated" ON "ticket_search" USING btree ("workspace","updated_at","number");--> statement-breakpoint
CREATE INDEX "ticket_search_created" ON "ticket_search" USING btree ("workspace","created_at","number");--> statement-breakpoint
CREATE INDEX "ticket_search_priority" ON "ticket_search" USING btree ("workspace","priority","updated_at","number");
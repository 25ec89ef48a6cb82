CREATE TABLE "saved_views" (
	"id" serial PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"person" text,
	"group_key" text,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"said" jsonb NOT NULL,
	CONSTRAINT "saved_views_owner" CHECK (("saved_views"."person" is null) <> ("saved_views"."group_key" is null))
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("workspace",coalesce("person", ''),coalesce("group_key", ''),"key");--> statement-breakpoint
CREATE INDEX "saved_views_person" ON "saved_views" USING btree ("workspace","person");
CREATE TABLE "templates" (
	"workspace" text NOT NULL,
	"code" text NOT NULL,
	"group_key" text,
	"title" text NOT NULL,
	"text" jsonb NOT NULL,
	"variants" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"processing" text,
	"acts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "templates_workspace_code_pk" PRIMARY KEY("workspace","code")
);
--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;
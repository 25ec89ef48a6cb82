CREATE TABLE "banned_words" (
	"workspace" text NOT NULL,
	"group_key" text DEFAULT '' NOT NULL,
	"language" text DEFAULT '' NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "banned_words_workspace_group_key_language_word_pk" PRIMARY KEY("workspace","group_key","language","word")
);
--> statement-breakpoint
ALTER TABLE "banned_words" ADD CONSTRAINT "banned_words_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER "book_changed" AFTER INSERT OR UPDATE OR DELETE ON "banned_words" FOR EACH ROW EXECUTE FUNCTION "book_changed"();

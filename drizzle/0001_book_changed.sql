-- Tells every process that what it knows of people, groups and types is old. A row that stays as it was tells nothing.
CREATE FUNCTION "book_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR to_jsonb(NEW) - 'home_seen_at' - 'dm_channel' <> to_jsonb(OLD) - 'home_seen_at' - 'dm_channel' THEN
    PERFORM pg_notify('threadesk_book', CASE TG_OP WHEN 'DELETE' THEN OLD.workspace ELSE NEW.workspace END);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "book_changed" AFTER INSERT OR UPDATE OR DELETE ON "people" FOR EACH ROW EXECUTE FUNCTION "book_changed"();
--> statement-breakpoint
CREATE TRIGGER "book_changed" AFTER INSERT OR UPDATE OR DELETE ON "groups" FOR EACH ROW EXECUTE FUNCTION "book_changed"();
--> statement-breakpoint
CREATE TRIGGER "book_changed" AFTER INSERT OR UPDATE OR DELETE ON "group_members" FOR EACH ROW EXECUTE FUNCTION "book_changed"();
--> statement-breakpoint
CREATE TRIGGER "book_changed" AFTER INSERT OR UPDATE OR DELETE ON "request_channels" FOR EACH ROW EXECUTE FUNCTION "book_changed"();
--> statement-breakpoint
CREATE TRIGGER "book_changed" AFTER INSERT OR UPDATE OR DELETE ON "submission_types" FOR EACH ROW EXECUTE FUNCTION "book_changed"();

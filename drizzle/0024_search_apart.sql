-- Words are kept apart from what is read for every row that is looked at.
ALTER TABLE "ticket_search" SET (toast_tuple_target = 640);--> statement-breakpoint
ALTER TABLE "ticket_search" ALTER COLUMN "main" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "ticket_search" ALTER COLUMN "internal" SET STORAGE EXTERNAL;

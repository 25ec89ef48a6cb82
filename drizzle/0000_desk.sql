CREATE TABLE "group_members" (
	"workspace" text NOT NULL,
	"group_key" text NOT NULL,
	"person" text NOT NULL,
	"role" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "group_members_workspace_group_key_person_source_pk" PRIMARY KEY("workspace","group_key","person","source"),
	CONSTRAINT "group_members_role" CHECK ("group_members"."role" in ('agent', 'lead')),
	CONSTRAINT "group_members_source" CHECK ("group_members"."source" in ('channel', 'explicit'))
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"workspace" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'consultation' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"agents_channel" text,
	"chain" jsonb DEFAULT '["manager_of_assignee","it_support"]'::jsonb NOT NULL,
	"policies" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "groups_workspace_key_pk" PRIMARY KEY("workspace","key"),
	CONSTRAINT "groups_kind" CHECK ("groups"."kind" in ('consultation', 'issue')),
	CONSTRAINT "groups_language" CHECK ("groups"."language" in ('en', 'it'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"workspace" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"language" text DEFAULT 'en' NOT NULL,
	"locale" text DEFAULT 'en-US' NOT NULL,
	"tz" text DEFAULT 'UTC' NOT NULL,
	"manager" text,
	"admin" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"guest" boolean DEFAULT false NOT NULL,
	"bot" boolean DEFAULT false NOT NULL,
	"dm_channel" text,
	"home_seen_at" timestamp (3) with time zone,
	CONSTRAINT "people_workspace_id_pk" PRIMARY KEY("workspace","id"),
	CONSTRAINT "people_language" CHECK ("people"."language" in ('en', 'it'))
);
--> statement-breakpoint
CREATE TABLE "request_channels" (
	"workspace" text NOT NULL,
	"channel" text NOT NULL,
	"group_key" text NOT NULL,
	CONSTRAINT "request_channels_workspace_channel_pk" PRIMARY KEY("workspace","channel")
);
--> statement-breakpoint
CREATE TABLE "submission_types" (
	"workspace" text NOT NULL,
	"key" text NOT NULL,
	"parent" text,
	"name" jsonb NOT NULL,
	"group_key" text NOT NULL,
	"hint" jsonb,
	"fields" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "submission_types_workspace_key_pk" PRIMARY KEY("workspace","key")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"next_number" integer DEFAULT 1001 NOT NULL,
	"bot_user" text,
	"it_support_group" text,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"workspace" text NOT NULL,
	"key" text NOT NULL,
	"conversation" text NOT NULL,
	"body" jsonb,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"oid" uuid DEFAULT gen_random_uuid() NOT NULL,
	"workspace" text NOT NULL,
	"ticket" integer,
	"kind" text NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"to_person" text,
	"conversation" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"taken" boolean DEFAULT false NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone,
	"first_sent_at" timestamp (3) with time zone,
	"attempted_at" timestamp (3) with time zone,
	"channel" text,
	"thread" text,
	"ts" text,
	"error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "letters_kind" CHECK ("letters"."kind" in ('card', 'thread', 'requester_card', 'main', 'escalation_card', 'ping', 'home')),
	CONSTRAINT "letters_state" CHECK ("letters"."state" in ('pending', 'sending', 'unknown', 'sent', 'failed', 'collapsed'))
);
--> statement-breakpoint
CREATE TABLE "places" (
	"workspace" text NOT NULL,
	"ticket" integer NOT NULL,
	"kind" text NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"channel" text NOT NULL,
	"ts" text NOT NULL,
	CONSTRAINT "places_workspace_ticket_kind_seq_pk" PRIMARY KEY("workspace","ticket","kind","seq"),
	CONSTRAINT "places_kind" CHECK ("places"."kind" in ('card', 'requester_card', 'escalation_card'))
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"workspace" text NOT NULL,
	"ticket" integer NOT NULL,
	"seq" integer NOT NULL,
	"level" integer NOT NULL,
	"from_person" text NOT NULL,
	"to_person" text NOT NULL,
	"ask" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"ack_due_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	CONSTRAINT "escalations_workspace_ticket_seq_pk" PRIMARY KEY("workspace","ticket","seq"),
	CONSTRAINT "escalations_state" CHECK ("escalations"."state" in ('open', 'acked', 'answered', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"workspace" text NOT NULL,
	"ticket" integer NOT NULL,
	"seq" integer NOT NULL,
	"verb" text NOT NULL,
	"by_person" text,
	"at" timestamp (3) with time zone NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"input" jsonb NOT NULL,
	"key" text,
	CONSTRAINT "events_workspace_ticket_seq_pk" PRIMARY KEY("workspace","ticket","seq")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"workspace" text NOT NULL,
	"ticket" integer NOT NULL,
	"seq" integer NOT NULL,
	"audience" text NOT NULL,
	"author" text,
	"text" text NOT NULL,
	"channel" text,
	"ts" text,
	"at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "messages_workspace_ticket_seq_pk" PRIMARY KEY("workspace","ticket","seq"),
	CONSTRAINT "messages_audience" CHECK ("messages"."audience" in ('main', 'internal'))
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"workspace" text NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"kind" text NOT NULL,
	"type" text,
	"fields" jsonb NOT NULL,
	"group_key" text NOT NULL,
	"priority" text NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"requester" text NOT NULL,
	"creator" text NOT NULL,
	"assignee" text,
	"main_channel" text,
	"main_ts" text,
	"private" boolean NOT NULL,
	"unread" boolean NOT NULL,
	"reopened" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"assigned_at" timestamp (3) with time zone,
	"first_reply_at" timestamp (3) with time zone,
	"detail" jsonb NOT NULL,
	"told" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tickets_workspace_number_pk" PRIMARY KEY("workspace","number"),
	CONSTRAINT "tickets_state" CHECK ("tickets"."state" in ('new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated', 'resolved', 'completed', 'cancelled', 'spam')),
	CONSTRAINT "tickets_kind" CHECK ("tickets"."kind" in ('question', 'incident', 'service_request', 'feature_request')),
	CONSTRAINT "tickets_priority" CHECK ("tickets"."priority" in ('low', 'normal', 'high', 'urgent')),
	CONSTRAINT "tickets_channel" CHECK ("tickets"."channel" in ('slash', 'shortcut', 'message', 'emoji', 'home', 'dm', 'channel', 'email', 'api', 'agent')),
	CONSTRAINT "tickets_language" CHECK ("tickets"."language" in ('en', 'it'))
);
--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_workspace_group_key_groups_workspace_key_fk" FOREIGN KEY ("workspace","group_key") REFERENCES "public"."groups"("workspace","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_channels" ADD CONSTRAINT "request_channels_workspace_group_key_groups_workspace_key_fk" FOREIGN KEY ("workspace","group_key") REFERENCES "public"."groups"("workspace","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_types" ADD CONSTRAINT "submission_types_workspace_group_key_groups_workspace_key_fk" FOREIGN KEY ("workspace","group_key") REFERENCES "public"."groups"("workspace","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_workspace_ticket_tickets_workspace_number_fk" FOREIGN KEY ("workspace","ticket") REFERENCES "public"."tickets"("workspace","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_workspace_ticket_tickets_workspace_number_fk" FOREIGN KEY ("workspace","ticket") REFERENCES "public"."tickets"("workspace","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_ticket_tickets_workspace_number_fk" FOREIGN KEY ("workspace","ticket") REFERENCES "public"."tickets"("workspace","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_workspace_workspaces_id_fk" FOREIGN KEY ("workspace") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_members_person" ON "group_members" USING btree ("workspace","person");--> statement-breakpoint
CREATE INDEX "people_email" ON "people" USING btree ("workspace",lower("email"));--> statement-breakpoint
CREATE INDEX "people_home" ON "people" USING btree ("workspace","home_seen_at") WHERE "people"."home_seen_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_key" ON "inbox" USING btree ("workspace","key");--> statement-breakpoint
CREATE INDEX "inbox_undone" ON "inbox" USING btree ("received_at") WHERE "inbox"."done_at" is null;--> statement-breakpoint
CREATE INDEX "letters_waiting" ON "letters" USING btree ("workspace","conversation","id") WHERE "letters"."state" in ('pending', 'sending', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "letters_drawn" ON "letters" USING btree ("workspace","conversation","kind",coalesce("ticket", 0),"seq") WHERE "letters"."state" = 'pending' and not "letters"."taken" and "letters"."kind" in ('card', 'thread', 'requester_card', 'escalation_card', 'home');--> statement-breakpoint
CREATE INDEX "letters_pace" ON "letters" USING btree ("workspace","channel","attempted_at") WHERE "letters"."attempted_at" is not null;--> statement-breakpoint
CREATE INDEX "places_at" ON "places" USING btree ("workspace","channel","ts");--> statement-breakpoint
CREATE INDEX "escalations_open" ON "escalations" USING btree ("workspace","to_person") WHERE "escalations"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "events_key" ON "events" USING btree ("workspace","key") WHERE "events"."key" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_place" ON "messages" USING btree ("workspace","channel","ts") WHERE "messages"."ts" is not null;--> statement-breakpoint
CREATE INDEX "tickets_asked" ON "tickets" USING btree ("workspace","requester","updated_at" DESC NULLS LAST) WHERE "tickets"."state" in ('new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated', 'resolved');--> statement-breakpoint
CREATE INDEX "tickets_held" ON "tickets" USING btree ("workspace","assignee","updated_at" DESC NULLS LAST) WHERE "tickets"."state" in ('new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated');--> statement-breakpoint
CREATE INDEX "tickets_queue" ON "tickets" USING btree ("workspace","group_key","updated_at" DESC NULLS LAST) WHERE "tickets"."state" in ('new', 'preparing', 'in_progress', 'requester_replied', 'escalation_answered', 'answered', 'pending', 'workaround', 'escalated');--> statement-breakpoint
CREATE INDEX "tickets_main" ON "tickets" USING btree ("workspace","main_channel","main_ts") WHERE "tickets"."main_ts" is not null;
CREATE TABLE "grade_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "grade_views_once" UNIQUE("application_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "hidden_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"words" text NOT NULL,
	"hidden_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hidden_words_once" UNIQUE("application_id","words"),
	CONSTRAINT "hidden_words_length" CHECK (char_length("hidden_words"."words") between 2 and 80)
);
--> statement-breakpoint
ALTER TABLE "grade_views" ADD CONSTRAINT "grade_views_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_views" ADD CONSTRAINT "grade_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_words" ADD CONSTRAINT "hidden_words_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_words" ADD CONSTRAINT "hidden_words_hidden_by_users_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grade_views_user" ON "grade_views" USING btree ("user_id");
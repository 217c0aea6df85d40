CREATE TYPE "public"."stage" AS ENUM('applied', 'screening', 'assignment', 'grading', 'references', 'interview', 'decision', 'offer', 'hired', 'rejected', 'withdrawn', 'talent-pool');--> statement-breakpoint
CREATE TYPE "public"."attempt_status" AS ENUM('invited', 'started', 'submitted', 'expired');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('offer', 'reject', 'hold', 'reopen');--> statement-breakpoint
CREATE TYPE "public"."dimension" AS ENUM('A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'K3', 'K4', 'K5');--> statement-breakpoint
CREATE TYPE "public"."case_status" AS ENUM('open', 'cleared', 'explained', 'confirmed');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('en', 'ru', 'sq');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('owner', 'manager', 'grader', 'lead', 'newcomer');--> statement-breakpoint
CREATE TYPE "public"."vacancy_status" AS ENUM('draft', 'published', 'closed');--> statement-breakpoint
CREATE TABLE "links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid,
	"application_id" uuid,
	"request_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"application_id" uuid,
	"request_id" uuid,
	"entered_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_secretHash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "sessions_one_subject" CHECK (("sessions"."kind" = 'staff' and "sessions"."user_id" is not null) or ("sessions"."kind" = 'candidate' and "sessions"."application_id" is not null) or ("sessions"."kind" = 'referee' and "sessions"."request_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "agreement_stats" (
	"vacancy_id" uuid NOT NULL,
	"dimension" "dimension" NOT NULL,
	"figures" jsonb NOT NULL,
	"inputs_hash" text NOT NULL,
	"version" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_stats_vacancy_id_dimension_pk" PRIMARY KEY("vacancy_id","dimension")
);
--> statement-breakpoint
CREATE TABLE "grader_stats" (
	"vacancy_id" uuid NOT NULL,
	"grader_id" uuid NOT NULL,
	"figures" jsonb NOT NULL,
	"inputs_hash" text NOT NULL,
	"version" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grader_stats_vacancy_id_grader_id_pk" PRIMARY KEY("vacancy_id","grader_id")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"email_normal" text NOT NULL,
	"locale" "locale" NOT NULL,
	"stage" "stage" NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"languages" jsonb NOT NULL,
	"hours" jsonb NOT NULL,
	"why" text NOT NULL,
	"notice_version" text NOT NULL,
	"code" text NOT NULL,
	"quarantined" boolean DEFAULT false NOT NULL,
	"last_word_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "applications_code_unique" UNIQUE("code"),
	CONSTRAINT "applications_once" UNIQUE("vacancy_id","email_normal")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "identity_views_once" UNIQUE("application_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"moved_to" "stage",
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_normal" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"from_stage" "stage" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "withdrawals_applicationId_unique" UNIQUE("application_id")
);
--> statement-breakpoint
CREATE TABLE "own_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"key" text NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"content" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "own_assignments_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "own_scenarios" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"key" text NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"draft" jsonb NOT NULL,
	"content" jsonb,
	"content_rev" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "own_scenarios_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "accommodations" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"extra" text NOT NULL,
	"second_language" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"answer_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"act_id" uuid NOT NULL,
	"at_ms" integer NOT NULL,
	"act" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "acts_answer_id_seq_pk" PRIMARY KEY("answer_id","seq"),
	CONSTRAINT "acts_once" UNIQUE("answer_id","act_id")
);
--> statement-breakpoint
CREATE TABLE "answer_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"base_rev" integer NOT NULL,
	"save_id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"branch" boolean NOT NULL,
	"late" boolean NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_revisions_save" UNIQUE("answer_id","save_id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"scenario_hash" text NOT NULL,
	"scenario_key" text NOT NULL,
	"position" integer NOT NULL,
	"sitting" integer DEFAULT 1 NOT NULL,
	"code" text NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"body" jsonb NOT NULL,
	"word_count" integer DEFAULT 0 NOT NULL,
	"first_viewed_at" timestamp with time zone,
	"saved_at" timestamp with time zone,
	"opened_ms" integer,
	CONSTRAINT "answers_code_unique" UNIQUE("code"),
	CONSTRAINT "answers_once" UNIQUE("attempt_id","scenario_key")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"scoring_plan_id" uuid NOT NULL,
	"assignment_hash" text NOT NULL,
	"rubric_hash" text NOT NULL,
	"handbook_hash" text NOT NULL,
	"locale" "locale" NOT NULL,
	"seed" integer NOT NULL,
	"status" "attempt_status" NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"open_until" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"sitting" integer DEFAULT 1 NOT NULL,
	"sittings" integer DEFAULT 1 NOT NULL,
	"sitting_started_at" timestamp with time zone,
	"resting_since" timestamp with time zone,
	"allowed_seconds" integer,
	"credited_seconds" integer DEFAULT 0 NOT NULL,
	"credited_earlier" integer DEFAULT 0 NOT NULL,
	"extensions" integer DEFAULT 0 NOT NULL,
	"deadline_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"attended_ms" integer DEFAULT 0 NOT NULL,
	"attended_at" timestamp with time zone,
	"heard_at" timestamp with time zone,
	"quiet_since" timestamp with time zone,
	"ai_declaration" text,
	CONSTRAINT "attempts_applicationId_unique" UNIQUE("application_id")
);
--> statement-breakpoint
CREATE TABLE "scenario_versions" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "anchor_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"source" text NOT NULL,
	"scenario_key" text NOT NULL,
	"locale" "locale" NOT NULL,
	"body" jsonb NOT NULL,
	"dimensions" text[] NOT NULL,
	"grades" jsonb NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "anchor_answers_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "calibration_ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"anchor_id" uuid NOT NULL,
	"dimension" "dimension" NOT NULL,
	"level" smallint NOT NULL,
	"reference" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "calibration_ratings_once" UNIQUE("run_id","anchor_id","dimension")
);
--> statement-breakpoint
CREATE TABLE "calibration_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"grader_id" uuid NOT NULL,
	"rubric_hash" text NOT NULL,
	"locale" "locale" NOT NULL,
	"anchor_ids" uuid[] NOT NULL,
	"advisory" boolean NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"outcome" jsonb,
	"passed" boolean,
	"valid_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "expert_ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"anchor_id" uuid NOT NULL,
	"expert_id" uuid NOT NULL,
	"dimension" "dimension" NOT NULL,
	"level" smallint NOT NULL,
	"why" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "expert_ratings_once" UNIQUE("anchor_id","expert_id","dimension")
);
--> statement-breakpoint
CREATE TABLE "experts" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" "decision_kind" NOT NULL,
	"decided_by" uuid NOT NULL,
	"reason_code" text NOT NULL,
	"reason" text NOT NULL,
	"attention_comment" text DEFAULT '' NOT NULL,
	"feedback" text DEFAULT '' NOT NULL,
	"seen" jsonb NOT NULL,
	"supersedes_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decisions_reasoned" CHECK (length(trim("decisions"."reason")) >= 10)
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"pay" integer NOT NULL,
	"currency" text NOT NULL,
	"pay_period" text NOT NULL,
	"pay_reason" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"made_by" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_name" text,
	"declined_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "offers_decisionId_unique" UNIQUE("decision_id"),
	CONSTRAINT "offers_withdrawn_by" CHECK (("offers"."withdrawn_at" is null) = ("offers"."withdrawn_by" is null)),
	CONSTRAINT "offers_one_answer" CHECK ("offers"."accepted_at" is null or "offers"."declined_at" is null),
	CONSTRAINT "offers_signed" CHECK (("offers"."accepted_at" is null) = ("offers"."accepted_name" is null))
);
--> statement-breakpoint
CREATE TABLE "grader_conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"vacancy_id" uuid,
	"person_id" uuid,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grader_conflicts_vacancy" UNIQUE("user_id","vacancy_id"),
	CONSTRAINT "grader_conflicts_person" UNIQUE("user_id","person_id"),
	CONSTRAINT "grader_conflicts_one" CHECK (("grader_conflicts"."vacancy_id" is null) <> ("grader_conflicts"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "grader_reminders" (
	"grader_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "grader_reminders_grader_id_team_id_due_on_step_pk" PRIMARY KEY("grader_id","team_id","due_on","step")
);
--> statement-breakpoint
CREATE TABLE "finding_verdicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"finding_id" text NOT NULL,
	"verdict" text NOT NULL,
	"defect_id" text,
	CONSTRAINT "finding_verdicts_once" UNIQUE("assignment_id","finding_id"),
	CONSTRAINT "finding_verdicts_defect" CHECK (("finding_verdicts"."verdict" = 'planted') = ("finding_verdicts"."defect_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "grade_amendments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"grade_id" uuid NOT NULL,
	"level" smallint,
	"no_evidence" boolean NOT NULL,
	"quotes" jsonb NOT NULL,
	"comment" text NOT NULL,
	"incident" text,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grades" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"dimension" "dimension" NOT NULL,
	"level" smallint,
	"no_evidence" boolean NOT NULL,
	"quotes" jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"incident" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grades_once" UNIQUE("assignment_id","dimension"),
	CONSTRAINT "grades_level_or_none" CHECK (("grades"."level" is null) = "grades"."no_evidence" and ("grades"."level" is null or "grades"."level" between 1 and 5))
);
--> statement-breakpoint
CREATE TABLE "grading_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"grader_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"draft" jsonb NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"save_id" uuid,
	"locked_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	CONSTRAINT "grading_assignments_once" UNIQUE("answer_id","grader_id"),
	CONSTRAINT "grading_assignments_four" CHECK ("grading_assignments"."ordinal" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "grading_branches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"save_id" uuid NOT NULL,
	"base_rev" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grading_branches_save" UNIQUE("assignment_id","save_id")
);
--> statement-breakpoint
CREATE TABLE "hidden_anchors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"grader_id" uuid NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"anchor_id" uuid NOT NULL,
	"code" text NOT NULL,
	"scenario_key" text NOT NULL,
	"scenario_hash" text NOT NULL,
	"assignment_hash" text NOT NULL,
	"rubric_hash" text NOT NULL,
	"locale" "locale" NOT NULL,
	"body" jsonb NOT NULL,
	"reference" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"draft" jsonb NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"save_id" uuid,
	"locked_at" timestamp with time zone,
	"kept" jsonb NOT NULL,
	"measured" jsonb,
	"told_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	CONSTRAINT "hidden_anchors_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "answer_fingerprints" (
	"answer_id" uuid PRIMARY KEY NOT NULL,
	"words" integer NOT NULL,
	"hashes" bigint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "integrity_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"tier" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"status" "case_status" DEFAULT 'open' NOT NULL,
	"reviewer_id" uuid,
	"reason" text,
	"at" timestamp with time zone,
	"asked_by" uuid,
	"asked_at" timestamp with time zone,
	"statement" text,
	"statement_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "integrity_cases_attemptId_unique" UNIQUE("attempt_id"),
	CONSTRAINT "integrity_cases_decided" CHECK (("integrity_cases"."status" = 'open') = ("integrity_cases"."reviewer_id" is null) and ("integrity_cases"."reviewer_id" is null) = ("integrity_cases"."at" is null) and ("integrity_cases"."reviewer_id" is null) = ("integrity_cases"."reason" is null)),
	CONSTRAINT "integrity_cases_asked" CHECK (("integrity_cases"."asked_by" is null) = ("integrity_cases"."asked_at" is null))
);
--> statement-breakpoint
CREATE TABLE "integrity_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"answer_id" uuid,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"batch" uuid NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "integrity_events_once" UNIQUE("batch","place")
);
--> statement-breakpoint
CREATE TABLE "interview_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"interview_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "interview_notes_once" UNIQUE("interview_id","author_id")
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"interviewer_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"zone" text NOT NULL,
	"place" text NOT NULL,
	"uid" text NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "interviews_uid_unique" UNIQUE("uid")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"body_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"dedupe" text,
	"run_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp with time zone,
	"done_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "jobs_dedupe_unique" UNIQUE("dedupe")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"to_name" text NOT NULL,
	"to_address" text NOT NULL,
	"locale" "locale" NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"calendar" text,
	"calendar_method" text,
	"message_id" text NOT NULL,
	"application_id" uuid,
	"user_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"error" text,
	CONSTRAINT "messages_messageId_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "disagreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"dimension" "dimension",
	"reasons" text[] NOT NULL,
	"state" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "disagreements_once" UNIQUE NULLS NOT DISTINCT("answer_id","dimension"),
	CONSTRAINT "disagreements_hidden" CHECK (("disagreements"."state" = 'awaited') = ("disagreements"."dimension" is null) and ("disagreements"."dimension" is not null or cardinality("disagreements"."reasons") = 0))
);
--> statement-breakpoint
CREATE TABLE "moderations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"dimension" "dimension" NOT NULL,
	"kind" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked" text DEFAULT '' NOT NULL,
	"moderator_id" uuid NOT NULL,
	"value" smallint,
	"reason" text,
	"seen" jsonb,
	"moderated_at" timestamp with time zone,
	CONSTRAINT "moderations_once" UNIQUE("answer_id","dimension"),
	CONSTRAINT "moderations_level" CHECK ("moderations"."value" between 1 and 5),
	CONSTRAINT "moderations_whole" CHECK (("moderations"."value" is null) = ("moderations"."moderated_at" is null) and ("moderations"."value" is null) = ("moderations"."seen" is null) and ("moderations"."value" is null) = ("moderations"."reason" is null) and "moderations"."reason" <> ''),
	CONSTRAINT "moderations_asked" CHECK ("moderations"."kind" = 'range' or "moderations"."asked" <> '')
);
--> statement-breakpoint
CREATE TABLE "acknowledgements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"newcomer_id" uuid NOT NULL,
	"document" text NOT NULL,
	"version" text NOT NULL,
	"locale" "locale" NOT NULL,
	"text_hash" text NOT NULL,
	"typed_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "acknowledgements_once" UNIQUE("newcomer_id","document","version")
);
--> statement-breakpoint
CREATE TABLE "clause_readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"newcomer_id" uuid NOT NULL,
	"clause" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "clause_readings_once" UNIQUE("newcomer_id","clause")
);
--> statement-breakpoint
CREATE TABLE "newcomers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"opening_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"lead_id" uuid,
	"starts_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "newcomers_userId_unique" UNIQUE("user_id"),
	CONSTRAINT "newcomers_applicationId_unique" UNIQUE("application_id"),
	CONSTRAINT "newcomers_openingId_unique" UNIQUE("opening_id")
);
--> statement-breakpoint
CREATE TABLE "practice_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"newcomer_id" uuid NOT NULL,
	"scenario_hash" text NOT NULL,
	"locale" "locale" NOT NULL,
	"body" jsonb NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"save_id" uuid,
	"saved_at" timestamp with time zone,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"self_levels" jsonb NOT NULL,
	"placed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "quiz_tries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"newcomer_id" uuid NOT NULL,
	"version" text NOT NULL,
	"choices" jsonb NOT NULL,
	"passed" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "readiness_delays" (
	"id" uuid PRIMARY KEY NOT NULL,
	"newcomer_id" uuid NOT NULL,
	"said_by" uuid NOT NULL,
	"dimensions" jsonb NOT NULL,
	"note" text NOT NULL,
	"look_again_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "readiness_signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"newcomer_id" uuid NOT NULL,
	"signed_by" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"first_shift_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "readiness_signatures_newcomerId_unique" UNIQUE("newcomer_id")
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"newcomer_id" uuid NOT NULL,
	"key" text NOT NULL,
	"section" text NOT NULL,
	"position" integer NOT NULL,
	"owner" text NOT NULL,
	"due_on" date NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	CONSTRAINT "steps_once" UNIQUE("newcomer_id","key")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"team_id" uuid,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"application_id" uuid,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"team_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "memberships_team_id_user_id_role_pk" PRIMARY KEY("team_id","user_id","role")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"website" text NOT NULL,
	"contact_email" text NOT NULL,
	"sample" boolean NOT NULL,
	"claimed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisations_single_row" CHECK ("organisations"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"locale" "locale" NOT NULL,
	"password_hash" text,
	"sample" boolean DEFAULT false NOT NULL,
	"grades_in" "locale"[],
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "reference_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"submitted" boolean NOT NULL,
	"body" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reference_forms_requestId_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "reference_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"relation" text NOT NULL,
	"company" text DEFAULT '' NOT NULL,
	"locale" "locale" NOT NULL,
	"current_employer" boolean DEFAULT false NOT NULL,
	"permission_at" timestamp with time zone NOT NULL,
	"consent_version" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"wrong_person_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	CONSTRAINT "reference_requests_once" UNIQUE("application_id","email")
);
--> statement-breakpoint
CREATE TABLE "candidate_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"algorithm" text NOT NULL,
	"released_by" uuid NOT NULL,
	"released_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	CONSTRAINT "review_requests_answered" CHECK (("review_requests"."answered_at" is null) = ("review_requests"."answered_by" is null) and ("review_requests"."answered_at" is null) = ("review_requests"."outcome" is null)),
	CONSTRAINT "review_requests_reasoned" CHECK ("review_requests"."answered_at" is null or length(trim("review_requests"."answer")) >= 10)
);
--> statement-breakpoint
CREATE TABLE "signals" (
	"answer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"count" integer NOT NULL,
	"of" integer NOT NULL,
	"value" double precision,
	"version" integer NOT NULL,
	CONSTRAINT "signals_answer_id_code_pk" PRIMARY KEY("answer_id","code")
);
--> statement-breakpoint
CREATE TABLE "suspicions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"answer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"fact" text NOT NULL,
	"act" integer,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"quote" text NOT NULL,
	"status" text DEFAULT 'suspected' NOT NULL,
	"reviewer_id" uuid,
	"reason" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "suspicions_once" UNIQUE("answer_id","code","fact","start"),
	CONSTRAINT "suspicions_decided" CHECK (("suspicions"."status" = 'suspected') = ("suspicions"."reviewer_id" is null) and ("suspicions"."reviewer_id" is null) = ("suspicions"."decided_at" is null) and ("suspicions"."reviewer_id" is null) = ("suspicions"."reason" is null))
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"starts_on" date NOT NULL,
	CONSTRAINT "openings_ordinal" UNIQUE("vacancy_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "scoring_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"assignment_hash" text NOT NULL,
	"rubric_hash" text NOT NULL,
	"handbook_hash" text NOT NULL,
	"scenario_hashes" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"hash" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"frozen_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vacancies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"status" "vacancy_status" NOT NULL,
	"job_locale" "locale" NOT NULL,
	"texts" jsonb NOT NULL,
	"channels" text[] NOT NULL,
	"languages" jsonb NOT NULL,
	"schedule" jsonb NOT NULL,
	"weekly_hours" integer NOT NULL,
	"remote" boolean NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"countries" text[] NOT NULL,
	"contract" text NOT NULL,
	"pay_min" integer,
	"pay_max" integer,
	"currency" text NOT NULL,
	"pay_period" text NOT NULL,
	"closes_on" date,
	"answer_by" date,
	"assignment_key" text NOT NULL,
	"weights" jsonb NOT NULL,
	"ai_policy" text DEFAULT 'declared' NOT NULL,
	"index" text DEFAULT 'none' NOT NULL,
	"rev" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "vacancies_slug_unique" UNIQUE("slug"),
	CONSTRAINT "vacancies_pay_range" CHECK ("vacancies"."pay_min" is null or "vacancies"."pay_max" is null or "vacancies"."pay_min" <= "vacancies"."pay_max")
);
--> statement-breakpoint
CREATE TABLE "vacancy_graders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"vacancy_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name_known" boolean DEFAULT false NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vacancy_graders_once" UNIQUE("vacancy_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_request_id_reference_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."reference_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_request_id_reference_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."reference_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_stats" ADD CONSTRAINT "agreement_stats_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grader_stats" ADD CONSTRAINT "grader_stats_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grader_stats" ADD CONSTRAINT "grader_stats_grader_id_users_id_fk" FOREIGN KEY ("grader_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_views" ADD CONSTRAINT "identity_views_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_views" ADD CONSTRAINT "identity_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_assignments" ADD CONSTRAINT "own_assignments_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_assignments" ADD CONSTRAINT "own_assignments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_scenarios" ADD CONSTRAINT "own_scenarios_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_scenarios" ADD CONSTRAINT "own_scenarios_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_revisions" ADD CONSTRAINT "answer_revisions_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_scenario_hash_scenario_versions_hash_fk" FOREIGN KEY ("scenario_hash") REFERENCES "public"."scenario_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_scoring_plan_id_scoring_plans_id_fk" FOREIGN KEY ("scoring_plan_id") REFERENCES "public"."scoring_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_assignment_hash_scenario_versions_hash_fk" FOREIGN KEY ("assignment_hash") REFERENCES "public"."scenario_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_rubric_hash_scenario_versions_hash_fk" FOREIGN KEY ("rubric_hash") REFERENCES "public"."scenario_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_handbook_hash_scenario_versions_hash_fk" FOREIGN KEY ("handbook_hash") REFERENCES "public"."scenario_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchor_answers" ADD CONSTRAINT "anchor_answers_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_ratings" ADD CONSTRAINT "calibration_ratings_run_id_calibration_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."calibration_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_ratings" ADD CONSTRAINT "calibration_ratings_anchor_id_anchor_answers_id_fk" FOREIGN KEY ("anchor_id") REFERENCES "public"."anchor_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_runs" ADD CONSTRAINT "calibration_runs_grader_id_users_id_fk" FOREIGN KEY ("grader_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_ratings" ADD CONSTRAINT "expert_ratings_anchor_id_anchor_answers_id_fk" FOREIGN KEY ("anchor_id") REFERENCES "public"."anchor_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_ratings" ADD CONSTRAINT "expert_ratings_expert_id_users_id_fk" FOREIGN KEY ("expert_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_named_by_users_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grader_conflicts" ADD CONSTRAINT "grader_conflicts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grader_conflicts" ADD CONSTRAINT "grader_conflicts_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grader_conflicts" ADD CONSTRAINT "grader_conflicts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grader_reminders" ADD CONSTRAINT "grader_reminders_grader_id_users_id_fk" FOREIGN KEY ("grader_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grader_reminders" ADD CONSTRAINT "grader_reminders_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_verdicts" ADD CONSTRAINT "finding_verdicts_assignment_id_grading_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."grading_assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_amendments" ADD CONSTRAINT "grade_amendments_grade_id_grades_id_fk" FOREIGN KEY ("grade_id") REFERENCES "public"."grades"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_assignment_id_grading_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."grading_assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grading_assignments" ADD CONSTRAINT "grading_assignments_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grading_assignments" ADD CONSTRAINT "grading_assignments_grader_id_users_id_fk" FOREIGN KEY ("grader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grading_assignments" ADD CONSTRAINT "grading_assignments_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grading_branches" ADD CONSTRAINT "grading_branches_assignment_id_grading_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."grading_assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_anchors" ADD CONSTRAINT "hidden_anchors_grader_id_users_id_fk" FOREIGN KEY ("grader_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_anchors" ADD CONSTRAINT "hidden_anchors_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_anchors" ADD CONSTRAINT "hidden_anchors_anchor_id_anchor_answers_id_fk" FOREIGN KEY ("anchor_id") REFERENCES "public"."anchor_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_anchors" ADD CONSTRAINT "hidden_anchors_scenario_hash_scenario_versions_hash_fk" FOREIGN KEY ("scenario_hash") REFERENCES "public"."scenario_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_anchors" ADD CONSTRAINT "hidden_anchors_assignment_hash_scenario_versions_hash_fk" FOREIGN KEY ("assignment_hash") REFERENCES "public"."scenario_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_anchors" ADD CONSTRAINT "hidden_anchors_rubric_hash_scenario_versions_hash_fk" FOREIGN KEY ("rubric_hash") REFERENCES "public"."scenario_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_fingerprints" ADD CONSTRAINT "answer_fingerprints_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrity_cases" ADD CONSTRAINT "integrity_cases_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrity_cases" ADD CONSTRAINT "integrity_cases_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrity_cases" ADD CONSTRAINT "integrity_cases_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrity_events" ADD CONSTRAINT "integrity_events_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrity_events" ADD CONSTRAINT "integrity_events_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_notes" ADD CONSTRAINT "interview_notes_interview_id_interviews_id_fk" FOREIGN KEY ("interview_id") REFERENCES "public"."interviews"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interview_notes" ADD CONSTRAINT "interview_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_interviewer_id_users_id_fk" FOREIGN KEY ("interviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disagreements" ADD CONSTRAINT "disagreements_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disagreements" ADD CONSTRAINT "disagreements_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderations" ADD CONSTRAINT "moderations_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderations" ADD CONSTRAINT "moderations_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderations" ADD CONSTRAINT "moderations_moderator_id_users_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_newcomer_id_newcomers_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."newcomers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clause_readings" ADD CONSTRAINT "clause_readings_newcomer_id_newcomers_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."newcomers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newcomers" ADD CONSTRAINT "newcomers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newcomers" ADD CONSTRAINT "newcomers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newcomers" ADD CONSTRAINT "newcomers_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newcomers" ADD CONSTRAINT "newcomers_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newcomers" ADD CONSTRAINT "newcomers_lead_id_users_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_runs" ADD CONSTRAINT "practice_runs_newcomer_id_newcomers_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."newcomers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_runs" ADD CONSTRAINT "practice_runs_scenario_hash_scenario_versions_hash_fk" FOREIGN KEY ("scenario_hash") REFERENCES "public"."scenario_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_tries" ADD CONSTRAINT "quiz_tries_newcomer_id_newcomers_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."newcomers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_delays" ADD CONSTRAINT "readiness_delays_newcomer_id_newcomers_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."newcomers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_delays" ADD CONSTRAINT "readiness_delays_said_by_users_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_signatures" ADD CONSTRAINT "readiness_signatures_newcomer_id_newcomers_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."newcomers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readiness_signatures" ADD CONSTRAINT "readiness_signatures_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_newcomer_id_newcomers_id_fk" FOREIGN KEY ("newcomer_id") REFERENCES "public"."newcomers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_done_by_users_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_forms" ADD CONSTRAINT "reference_forms_request_id_reference_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."reference_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_requests" ADD CONSTRAINT "reference_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_requests" ADD CONSTRAINT "reference_requests_verified_by_users_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_reports" ADD CONSTRAINT "candidate_reports_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_reports" ADD CONSTRAINT "candidate_reports_released_by_users_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signals" ADD CONSTRAINT "signals_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspicions" ADD CONSTRAINT "suspicions_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspicions" ADD CONSTRAINT "suspicions_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_plans" ADD CONSTRAINT "scoring_plans_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_plans" ADD CONSTRAINT "scoring_plans_frozen_by_users_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancies" ADD CONSTRAINT "vacancies_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancies" ADD CONSTRAINT "vacancies_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancies" ADD CONSTRAINT "vacancies_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_graders" ADD CONSTRAINT "vacancy_graders_vacancy_id_vacancies_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_graders" ADD CONSTRAINT "vacancy_graders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_graders" ADD CONSTRAINT "vacancy_graders_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "links_application" ON "links" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "links_request" ON "links" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "grader_stats_grader" ON "grader_stats" USING btree ("grader_id");--> statement-breakpoint
CREATE INDEX "applications_stage" ON "applications" USING btree ("vacancy_id","stage","id");--> statement-breakpoint
CREATE INDEX "applications_person" ON "applications" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "applications_quarantine" ON "applications" USING btree ("id") WHERE quarantined;--> statement-breakpoint
CREATE INDEX "applications_silence" ON "applications" USING btree ("last_word_at") WHERE stage < 'hired' and not quarantined;--> statement-breakpoint
CREATE INDEX "files_application" ON "files" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "files_bytes" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "identity_views_user" ON "identity_views" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "notes_application" ON "notes" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "persons_email" ON "persons" USING btree ("email_normal");--> statement-breakpoint
CREATE INDEX "persons_name" ON "persons" USING gin (translate(lower(name), 'ёëç', 'еec') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "own_assignments_team" ON "own_assignments" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "own_scenarios_team" ON "own_scenarios" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "answer_revisions_answer" ON "answer_revisions" USING btree ("answer_id","rev");--> statement-breakpoint
CREATE INDEX "answers_attempt" ON "answers" USING btree ("attempt_id","position");--> statement-breakpoint
CREATE INDEX "attempts_deadline" ON "attempts" USING btree ("status","deadline_at");--> statement-breakpoint
CREATE INDEX "anchor_answers_scenario" ON "anchor_answers" USING btree ("scenario_key","locale");--> statement-breakpoint
CREATE INDEX "calibration_runs_grader" ON "calibration_runs" USING btree ("grader_id","started_at");--> statement-breakpoint
CREATE INDEX "decisions_application" ON "decisions" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "offers_application" ON "offers" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_opening_live" ON "offers" USING btree ("opening_id") WHERE declined_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "offers_application_live" ON "offers" USING btree ("application_id") WHERE declined_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "grader_conflicts_of_person" ON "grader_conflicts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "grade_amendments_grade" ON "grade_amendments" USING btree ("grade_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grading_assignments_ordinal" ON "grading_assignments" USING btree ("answer_id","ordinal") WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX "grading_assignments_queue" ON "grading_assignments" USING btree ("grader_id","locked_at","id");--> statement-breakpoint
CREATE INDEX "hidden_anchors_queue" ON "hidden_anchors" USING btree ("grader_id","locked_at");--> statement-breakpoint
CREATE INDEX "hidden_anchors_vacancy" ON "hidden_anchors" USING btree ("vacancy_id","grader_id");--> statement-breakpoint
CREATE INDEX "answer_fingerprints_hashes" ON "answer_fingerprints" USING gin ("hashes");--> statement-breakpoint
CREATE INDEX "integrity_cases_open" ON "integrity_cases" USING btree ("id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "integrity_events_attempt" ON "integrity_events" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "interviews_application" ON "interviews" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "interviews_starts" ON "interviews" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at") WHERE done_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "messages_application" ON "messages" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "disagreements_list" ON "disagreements" USING btree ("vacancy_id","state","id");--> statement-breakpoint
CREATE INDEX "moderations_moderator" ON "moderations" USING btree ("moderator_id","moderated_at");--> statement-breakpoint
CREATE INDEX "newcomers_team" ON "newcomers" USING btree ("team_id","id");--> statement-breakpoint
CREATE INDEX "practice_runs_newcomer" ON "practice_runs" USING btree ("newcomer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_runs_open" ON "practice_runs" USING btree ("newcomer_id") WHERE "practice_runs"."placed_at" is null;--> statement-breakpoint
CREATE INDEX "quiz_tries_newcomer" ON "quiz_tries" USING btree ("newcomer_id","id");--> statement-breakpoint
CREATE INDEX "readiness_delays_newcomer" ON "readiness_delays" USING btree ("newcomer_id","id");--> statement-breakpoint
CREATE INDEX "events_application" ON "events" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "events_team" ON "events" USING btree ("team_id","id");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "candidate_reports_application" ON "candidate_reports" USING btree ("application_id","id");--> statement-breakpoint
CREATE INDEX "review_requests_application" ON "review_requests" USING btree ("application_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_requests_open" ON "review_requests" USING btree ("application_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "scoring_plans_vacancy" ON "scoring_plans" USING btree ("vacancy_id","id");--> statement-breakpoint
CREATE INDEX "vacancies_team" ON "vacancies" USING btree ("team_id","id");--> statement-breakpoint
CREATE INDEX "vacancies_public" ON "vacancies" USING btree ("published_at") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "vacancy_graders_user" ON "vacancy_graders" USING btree ("user_id");
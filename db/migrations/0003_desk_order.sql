ALTER TABLE "grading_assignments" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "grading_assignments" ADD COLUMN "scenario_key" text;--> statement-breakpoint
ALTER TABLE "grading_assignments" ADD COLUMN "code" text;--> statement-breakpoint
UPDATE "grading_assignments" g SET "application_id" = t."application_id", "scenario_key" = w."scenario_key", "code" = w."code"
FROM "answers" w JOIN "attempts" t ON t."id" = w."attempt_id" WHERE w."id" = g."answer_id";--> statement-breakpoint
ALTER TABLE "grading_assignments" ALTER COLUMN "application_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "grading_assignments" ALTER COLUMN "scenario_key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "grading_assignments" ALTER COLUMN "code" SET NOT NULL;

ALTER TABLE "applications" ADD COLUMN "left_from" "stage";--> statement-breakpoint
UPDATE "applications" a SET "left_from" = coalesce((
  SELECT e.data ->> 'from' FROM events e
  WHERE e.application_id = a.id AND e.kind = 'moved' AND e.data ->> 'to' IN ('rejected', 'withdrawn')
  ORDER BY e.id DESC LIMIT 1), 'applied')::stage WHERE a.stage > 'hired';--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_left_from" CHECK (left_from is null or stage > 'hired');

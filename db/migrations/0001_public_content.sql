CREATE TABLE "public_content" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "public_content_once" CHECK ("public_content"."id" = 1)
);
--> statement-breakpoint
INSERT INTO "public_content" DEFAULT VALUES;--> statement-breakpoint
CREATE FUNCTION count_public_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN UPDATE public_content SET rev = rev + 1; RETURN NULL; END $$;--> statement-breakpoint
-- As the transaction ends: its last lock, so that nobody waits for another while holding it.
CREATE CONSTRAINT TRIGGER "public_change" AFTER INSERT OR UPDATE OR DELETE ON "vacancies" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_public_change();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "public_change" AFTER INSERT OR UPDATE OR DELETE ON "openings" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_public_change();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "public_change" AFTER INSERT OR UPDATE OR DELETE ON "scoring_plans" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_public_change();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "public_change" AFTER INSERT OR UPDATE OR DELETE ON "organisations" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_public_change();

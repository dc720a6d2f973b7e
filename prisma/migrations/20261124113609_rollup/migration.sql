-- CreateTable
CREATE TABLE "rollup" (
    "street_code" TEXT NOT NULL,
    "judged_on" DATE NOT NULL,
    "is_running" BOOLEAN NOT NULL,
    "formula" TEXT NOT NULL,
    "communities" INTEGER NOT NULL,
    "covered" INTEGER NOT NULL,
    "uncovered" INTEGER NOT NULL,
    "party_leads" INTEGER NOT NULL,
    "months_due" INTEGER NOT NULL,
    "months_met" INTEGER NOT NULL,
    "months_open" INTEGER NOT NULL,
    "months_yellow" INTEGER NOT NULL,
    "months_red" INTEGER NOT NULL,
    "visits" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "consultations" INTEGER NOT NULL,
    "lectures" INTEGER NOT NULL,
    "lecture_audience" INTEGER NOT NULL,
    "mediations" INTEGER NOT NULL,
    "ratings" INTEGER NOT NULL,
    "red_communities" INTEGER NOT NULL,
    "yellow_communities" INTEGER NOT NULL,
    "stars" INTEGER NOT NULL,
    "without_lead" BIT(1000) NOT NULL,
    "late_red" BIT(1000) NOT NULL,
    "late_yellow" BIT(1000) NOT NULL,
    "lead_firms" UUID[],

    CONSTRAINT "rollup_pkey" PRIMARY KEY ("street_code","judged_on","is_running")
);

-- CreateTable
CREATE TABLE "rollup_mark" (
    "id" BIGSERIAL NOT NULL,
    "street_code" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,

    CONSTRAINT "rollup_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rollup_mark_street_code_idx" ON "rollup_mark"("street_code");

-- ---------------------------------------------------------------------------------------------
-- Marks: whoever changes what a rollup is counted from says so in the same transaction, by a line of their own. So
-- nobody waits for anybody, and a snapshot that shows the change shows its mark. A mark may cover too much, never too
-- little; it follows from the changed row alone, or (a person's) from rows whose change waits for the person's lock.

-- OLD is null on INSERT, NEW on DELETE; a null state is none of those that count.
CREATE FUNCTION mark_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_mark (street_code, from_day, to_day)
  SELECT DISTINCT left(community, 9), day, day
    FROM (VALUES (OLD.status, OLD.community_code, OLD.planned_on),
                 (NEW.status, NEW.community_code, NEW.planned_on)) AS side (status, community, day)
   WHERE status IN ('COMPLETED', 'CONFIRMED');
  RETURN NULL;
END $$;
CREATE TRIGGER mark AFTER INSERT OR DELETE ON visit FOR EACH ROW EXECUTE FUNCTION mark_visit();
CREATE TRIGGER mark_change AFTER UPDATE ON visit FOR EACH ROW
  WHEN ((OLD.status IN ('COMPLETED', 'CONFIRMED'), OLD.pairing_id, OLD.community_code, OLD.planned_on, OLD.minutes)
        IS DISTINCT FROM
        (NEW.status IN ('COMPLETED', 'CONFIRMED'), NEW.pairing_id, NEW.community_code, NEW.planned_on, NEW.minutes))
  EXECUTE FUNCTION mark_visit();

CREATE FUNCTION mark_service_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_mark (street_code, from_day, to_day)
  SELECT DISTINCT left(community, 9), day, day
    FROM (VALUES (OLD.status, OLD.community_code, OLD.occurred_on),
                 (NEW.status, NEW.community_code, NEW.occurred_on)) AS side (status, community, day)
   WHERE status IN ('SUBMITTED', 'CONFIRMED', 'LOCKED');
  RETURN NULL;
END $$;
CREATE TRIGGER mark AFTER INSERT OR DELETE ON service_log FOR EACH ROW EXECUTE FUNCTION mark_service_log();
CREATE TRIGGER mark_change AFTER UPDATE ON service_log FOR EACH ROW
  WHEN ((OLD.status IN ('SUBMITTED', 'CONFIRMED', 'LOCKED'), OLD.community_code, OLD.occurred_on, OLD.type_code,
         OLD.persons, OLD.items, OLD.sessions, OLD.rating)
        IS DISTINCT FROM
        (NEW.status IN ('SUBMITTED', 'CONFIRMED', 'LOCKED'), NEW.community_code, NEW.occurred_on, NEW.type_code,
         NEW.persons, NEW.items, NEW.sessions, NEW.rating))
  EXECUTE FUNCTION mark_service_log();

CREATE FUNCTION mark_pairing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- guard_pairing locks the person of a term to come; this one, that of a term which is over when it is written down.
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM practitioner WHERE id = NEW.practitioner_id FOR NO KEY UPDATE;
  END IF;
  INSERT INTO rollup_mark (street_code, from_day, to_day)
  SELECT DISTINCT left(community, 9), term_from, ends_on
    FROM (VALUES (OLD.status, OLD.community_code, OLD.term_from, OLD.ends_on),
                 (NEW.status, NEW.community_code, NEW.term_from, NEW.ends_on)) AS side (status, community, term_from, ends_on)
   WHERE status IN ('ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED');
  RETURN NULL;
END $$;
CREATE TRIGGER mark AFTER INSERT OR DELETE ON pairing FOR EACH ROW EXECUTE FUNCTION mark_pairing();
CREATE TRIGGER mark_change AFTER UPDATE ON pairing FOR EACH ROW
  WHEN ((OLD.status IN ('ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED'), OLD.seat, OLD.community_code,
         OLD.practitioner_id, OLD.firm_id_at_start, OLD.term_from, OLD.ends_on, OLD.visits_per_month)
        IS DISTINCT FROM
        (NEW.status IN ('ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED'), NEW.seat, NEW.community_code,
         NEW.practitioner_id, NEW.firm_id_at_start, NEW.term_from, NEW.ends_on, NEW.visits_per_month))
  EXECUTE FUNCTION mark_pairing();

CREATE FUNCTION mark_pairing_pause() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM pairing WHERE id IN (OLD.pairing_id, NEW.pairing_id) FOR SHARE;
  INSERT INTO rollup_mark (street_code, from_day, to_day)
  SELECT DISTINCT left(p.community_code, 9), side.valid_from, coalesce(side.valid_to, 'infinity')
    FROM (VALUES (OLD.pairing_id, OLD.valid_from, OLD.valid_to),
                 (NEW.pairing_id, NEW.valid_from, NEW.valid_to)) AS side (pairing_id, valid_from, valid_to)
    JOIN pairing p ON p.id = side.pairing_id;
  RETURN NULL;
END $$;
CREATE TRIGGER mark AFTER INSERT OR UPDATE OR DELETE ON pairing_pause
  FOR EACH ROW EXECUTE FUNCTION mark_pairing_pause();

CREATE FUNCTION mark_community() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_mark (street_code, from_day, to_day)
  SELECT DISTINCT left(code, 9), '-infinity'::date, 'infinity'::date
    FROM (VALUES (OLD.code), (NEW.code)) AS side (code) WHERE code IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER mark AFTER INSERT OR DELETE ON community FOR EACH ROW EXECUTE FUNCTION mark_community();
CREATE TRIGGER mark_change AFTER UPDATE ON community FOR EACH ROW
  WHEN ((OLD.code, OLD.status) IS DISTINCT FROM (NEW.code, NEW.status)) EXECUTE FUNCTION mark_community();

-- All places a person ever advised, for ever: seldom, and safe whatever happens to their terms meanwhile.
CREATE FUNCTION mark_person(person uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM practitioner WHERE id = person FOR NO KEY UPDATE;
  INSERT INTO rollup_mark (street_code, from_day, to_day)
  SELECT DISTINCT left(community_code, 9), '-infinity'::date, 'infinity'::date FROM pairing WHERE practitioner_id = person;
END $$;

CREATE FUNCTION mark_practitioner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_person(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER mark_change AFTER UPDATE ON practitioner FOR EACH ROW
  WHEN (OLD.political_status IS DISTINCT FROM NEW.political_status) EXECUTE FUNCTION mark_practitioner();

CREATE FUNCTION mark_firm_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_person(coalesce(NEW.practitioner_id, OLD.practitioner_id));
  RETURN NULL;
END $$;
CREATE TRIGGER mark AFTER INSERT OR UPDATE OR DELETE ON firm_membership
  FOR EACH ROW EXECUTE FUNCTION mark_firm_membership();

-- CreateEnum
CREATE TYPE "term_grade" AS ENUM ('EXCELLENT', 'QUALIFIED', 'BASICALLY_QUALIFIED', 'UNQUALIFIED');

-- AlterTable
ALTER TABLE "pairing" ADD COLUMN     "approval" TEXT,
ADD COLUMN     "grade" "term_grade";

-- The guard of 20261123000100_rules, with three things added: a term that only becomes shorter (a termination agreed
-- for a later day) asks nothing of the person; a renewal continues its predecessor exactly (BR-06); and nobody is
-- renewed after an unqualified term (BR-11).
CREATE OR REPLACE FUNCTION guard_pairing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person practitioner%ROWTYPE;
  before pairing%ROWTYPE;
  most integer;
BEGIN
  IF NEW.status IN ('REJECTED', 'ENDED', 'TERMINATED', 'RENEWED') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.practitioner_id, NEW.community_code, NEW.term_from, NEW.seat)
     IS NOT DISTINCT FROM (OLD.practitioner_id, OLD.community_code, OLD.term_from, OLD.seat)
     AND NEW.ends_on <= OLD.ends_on
     AND NOT (OLD.status = 'PAUSED' AND NEW.status = 'ACTIVE') THEN
    RETURN NEW;
  END IF;

  -- Community before person, always: whoever waits, waits in the same order.
  PERFORM FROM community WHERE code = NEW.community_code FOR NO KEY UPDATE;
  SELECT * INTO person FROM practitioner WHERE id = NEW.practitioner_id FOR NO KEY UPDATE;

  IF EXISTS (SELECT FROM community WHERE code = NEW.community_code AND status <> 'ACTIVE') THEN
    RAISE EXCEPTION 'pairing_community_active' USING ERRCODE = 'check_violation';
  END IF;
  IF person.status <> 'ACTIVE' THEN
    RAISE EXCEPTION 'pairing_practitioner_active' USING ERRCODE = 'check_violation';
  END IF;
  IF person.firm_id IS NULL OR EXISTS (SELECT FROM firm WHERE id = person.firm_id AND status <> 'ACTIVE') THEN
    RAISE EXCEPTION 'pairing_firm_active' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM sanction s
     WHERE s.practitioner_id = person.id AND s.blocks_pairing
       AND daterange(s.valid_from, s.valid_to) && daterange(NEW.term_from, NEW.ends_on)
  ) THEN
    RAISE EXCEPTION 'pairing_sanction' USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT a.result FROM annual_assessment a WHERE a.practitioner_id = person.id ORDER BY a.year DESC LIMIT 1)
     = 'INCOMPETENT' THEN
    RAISE EXCEPTION 'pairing_assessment' USING ERRCODE = 'check_violation';
  END IF;

  IF NEW.predecessor_id IS NOT NULL THEN
    SELECT * INTO before FROM pairing WHERE id = NEW.predecessor_id FOR NO KEY UPDATE;
    IF (before.community_code, before.practitioner_id, before.ends_on)
       IS DISTINCT FROM (NEW.community_code, NEW.practitioner_id, NEW.term_from) THEN
      RAISE EXCEPTION 'pairing_succession' USING ERRCODE = 'check_violation';
    END IF;
    IF before.grade = 'UNQUALIFIED' THEN
      RAISE EXCEPTION 'pairing_last_grade' USING ERRCODE = 'check_violation';
    END IF;
  END IF;

  -- BR-02: the most communities held at one instant of the new term; the count changes only where a term begins.
  SELECT max(held) INTO most FROM (
    SELECT (SELECT count(*) FROM pairing p
             WHERE p.practitioner_id = person.id AND p.id <> NEW.id
               AND p.status IN ('PROPOSED', 'CONFIRMED', 'ACTIVE', 'PAUSED')
               AND daterange(p.term_from, p.ends_on) @> at.day) AS held
      FROM (SELECT NEW.term_from AS day
            UNION
            SELECT q.term_from FROM pairing q
             WHERE q.practitioner_id = person.id AND q.id <> NEW.id
               AND q.status IN ('PROPOSED', 'CONFIRMED', 'ACTIVE', 'PAUSED')
               AND daterange(NEW.term_from, NEW.ends_on) @> q.term_from) AS at
  ) AS instants;
  IF most >= person.capacity THEN
    RAISE EXCEPTION 'pairing_capacity' USING ERRCODE = 'check_violation', DETAIL = person.capacity::text;
  END IF;
  RETURN NEW;
END $$;

-- The desk and the lists look for what ends soon.
CREATE INDEX "pairing_ends_on_idx" ON "pairing"("ends_on");

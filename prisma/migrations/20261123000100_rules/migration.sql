-- The rules that must hold whoever writes: what Prisma's schema language cannot say.
-- A violated rule raises an error that carries the rule's name; apps/api/src/write.ts turns the name into a Refusal.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- ---------------------------------------------------------------------------------------------
-- The role the application runs as. It may not touch the logs, whatever the code does.

DO $$
BEGIN
  CREATE ROLE sitai_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- roles belong to the cluster; another database of it already made this one
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT sitai_app TO %I', current_user);
END $$;

GRANT USAGE ON SCHEMA public TO sitai_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO sitai_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO sitai_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sitai_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO sitai_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_event FROM sitai_app;
REVOKE UPDATE, DELETE, TRUNCATE ON sign_in_event FROM sitai_app;

-- ---------------------------------------------------------------------------------------------
-- Audit: every changed row of a business table leaves a line in the same transaction.

-- Who is writing: set by write() for the transaction. A write outside of it is an error, not a gap in the log.
CREATE FUNCTION writing_viewer() RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
  viewer jsonb := nullif(current_setting('sitai.viewer', true), '')::jsonb;
BEGIN
  IF viewer IS NULL THEN
    RAISE EXCEPTION 'audit_viewer_missing' USING DETAIL = 'A write must run inside write().';
  END IF;
  RETURN viewer;
END $$;

-- The row as the log shows it: without secrets, ciphers and bookkeeping.
CREATE FUNCTION audit_face(row_json jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT row_json - ARRAY[
    'version', 'created_at', 'updated_at', 'last_seen_at', 'failed_count',
    'password_hash', 'password_history', 'token_hash', 'calendar_token_hash',
    'phone_cipher', 'id_no_cipher', 'id_no_hash', 'contact_phone_cipher', 'done_rows'
  ]
$$;

-- Trigger argument: the column that names the record whose history this row belongs to.
CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer jsonb := writing_viewer();
  old_face jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE audit_face(to_jsonb(OLD)) END;
  new_face jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE audit_face(to_jsonb(NEW)) END;
  face jsonb := coalesce(new_face, old_face);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_face -> o.key)
      INTO old_face, new_face
      FROM jsonb_each(old_face) o
     WHERE o.value IS DISTINCT FROM new_face -> o.key;
    IF old_face IS NULL THEN RETURN NULL; END IF;
  END IF;
  INSERT INTO audit_event (
    request_id, act, account_id, grant_id, actor_name, role, entity, entity_id, operation,
    division_code, firm_id, before, after, reason, ip)
  VALUES (
    coalesce(viewer ->> 'requestId', ''), coalesce(viewer ->> 'act', ''),
    (viewer ->> 'accountId')::uuid, (viewer ->> 'grantId')::uuid, coalesce(viewer ->> 'actorName', '系统'),
    (viewer ->> 'role')::role, TG_TABLE_NAME, face ->> TG_ARGV[0], TG_OP::audit_operation,
    coalesce(face ->> 'division_code', face ->> 'community_code', face ->> 'street_code', face ->> 'code',
             viewer ->> 'divisionCode'),
    coalesce(face ->> 'firm_id', face ->> 'firm_id_at_start')::uuid,
    old_face, new_face, viewer ->> 'reason', viewer ->> 'ip');
  RETURN NULL;
END $$;

-- A line for what changes no row: an export, a look at a masked number. The app may write these and no others.
CREATE FUNCTION record_event(
  event_operation audit_operation, event_entity text, event_entity_id text, event_firm_id uuid, event_after jsonb
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  viewer jsonb := writing_viewer();
BEGIN
  IF event_operation NOT IN ('EXPORT', 'REVEAL') THEN
    RAISE EXCEPTION 'audit_operation_reserved';
  END IF;
  INSERT INTO audit_event (
    request_id, act, account_id, grant_id, actor_name, role, entity, entity_id, operation,
    division_code, firm_id, after, reason, ip)
  VALUES (
    coalesce(viewer ->> 'requestId', ''), coalesce(viewer ->> 'act', ''),
    (viewer ->> 'accountId')::uuid, (viewer ->> 'grantId')::uuid, coalesce(viewer ->> 'actorName', '系统'),
    (viewer ->> 'role')::role, event_entity, event_entity_id, event_operation,
    viewer ->> 'divisionCode', event_firm_id, event_after, viewer ->> 'reason', viewer ->> 'ip');
END $$;

DO $$
DECLARE
  audited record;
BEGIN
  FOR audited IN SELECT * FROM (VALUES
    ('street', 'code'), ('community', 'code'), ('community_demand', 'community_code'),
    ('bureau', 'division_code'), ('setting', 'key'), ('dict_item', 'id'), ('saved_view', 'id'),
    ('account', 'id'), ('grant', 'account_id'),
    ('firm', 'id'), ('firm_inspection', 'firm_id'),
    ('practitioner', 'id'), ('firm_membership', 'practitioner_id'), ('practitioner_specialty', 'practitioner_id'),
    ('annual_assessment', 'practitioner_id'), ('sanction', 'practitioner_id'),
    ('pairing', 'id'), ('pairing_pause', 'pairing_id'), ('visit', 'id'),
    ('service_log', 'id'), ('service_log_photo', 'service_log_id'), ('stored_file', 'id'), ('import_batch', 'id')
  ) AS t (table_name, key_column)
  LOOP
    EXECUTE format(
      'CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION audit_row(%L)',
      audited.table_name, audited.key_column);
  END LOOP;
END $$;

-- A session's end is an act; its being seen is not.
CREATE TRIGGER audit AFTER UPDATE OF ended_at, grant_id ON session FOR EACH ROW EXECUTE FUNCTION audit_row('id');

-- ---------------------------------------------------------------------------------------------
-- Versions: every change raises the number that editors compare (optimistic lock).

CREATE FUNCTION bump_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW IS DISTINCT FROM OLD THEN
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  versioned record;
BEGIN
  FOR versioned IN
    SELECT c.table_name FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'version' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format(
      'CREATE TRIGGER version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION bump_version()', versioned.table_name);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------
-- State machines. The same tables stand in packages/rules/src/stateMachine.ts; a test compares them.

REVOKE INSERT, UPDATE, DELETE ON state_transition FROM sitai_app;

INSERT INTO state_transition (machine, from_state, to_state)
SELECT machine, from_state, unnest(string_to_array(to_states, ' '))
  FROM (VALUES
    ('practitioner', 'PENDING_VERIFY', 'ACTIVE CANCELLED'),
    ('practitioner', 'ACTIVE', 'SUSPENDED CANCELLED TRANSFERRED_OUT'),
    ('practitioner', 'SUSPENDED', 'ACTIVE CANCELLED TRANSFERRED_OUT'),
    ('practitioner', 'TRANSFERRED_OUT', 'PENDING_VERIFY'),
    ('firm', 'ACTIVE', 'SUSPENDED CANCELLED'),
    ('firm', 'SUSPENDED', 'ACTIVE CANCELLED'),
    ('pairing', 'PROPOSED', 'CONFIRMED REJECTED'),
    ('pairing', 'CONFIRMED', 'ACTIVE REJECTED'),
    ('pairing', 'ACTIVE', 'PAUSED ENDED TERMINATED RENEWED'),
    ('pairing', 'PAUSED', 'ACTIVE ENDED TERMINATED'),
    ('visit', 'PLANNED', 'CHECKED_IN COMPLETED MISSED RESCHEDULED CANCELLED'),
    ('visit', 'CHECKED_IN', 'COMPLETED VOID'),
    ('visit', 'COMPLETED', 'CONFIRMED DISPUTED VOID'),
    ('visit', 'CONFIRMED', 'VOID'),
    ('visit', 'MISSED', 'MADE_UP'),
    ('visit', 'DISPUTED', 'CONFIRMED VOID'),
    ('serviceLog', 'DRAFT', 'SUBMITTED VOID'),
    ('serviceLog', 'SUBMITTED', 'CONFIRMED RETURNED VOID'),
    ('serviceLog', 'RETURNED', 'SUBMITTED VOID'),
    ('serviceLog', 'CONFIRMED', 'LOCKED VOID')
  ) AS t (machine, from_state, to_states);

CREATE FUNCTION guard_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IS DISTINCT FROM OLD.status AND NOT EXISTS (
    SELECT FROM state_transition
     WHERE machine = TG_ARGV[0] AND from_state = OLD.status::text AND to_state = NEW.status::text
  ) THEN
    RAISE EXCEPTION 'state_transition' USING ERRCODE = 'check_violation',
      DETAIL = format('%s: %s -> %s', TG_ARGV[0], OLD.status, NEW.status);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER transition BEFORE UPDATE ON practitioner FOR EACH ROW EXECUTE FUNCTION guard_transition('practitioner');
CREATE TRIGGER transition BEFORE UPDATE ON firm FOR EACH ROW EXECUTE FUNCTION guard_transition('firm');
CREATE TRIGGER transition BEFORE UPDATE ON pairing FOR EACH ROW EXECUTE FUNCTION guard_transition('pairing');
CREATE TRIGGER transition BEFORE UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION guard_transition('visit');
CREATE TRIGGER transition BEFORE UPDATE ON service_log FOR EACH ROW EXECUTE FUNCTION guard_transition('serviceLog');

-- ---------------------------------------------------------------------------------------------
-- Places and people

ALTER TABLE street ADD CONSTRAINT street_code_form CHECK (code ~ '^\d{9}$' AND district_code = left(code, 6));
ALTER TABLE community
  ADD CONSTRAINT community_code_form CHECK (code ~ '^\d{12}$' AND street_code = left(code, 9)),
  ADD CONSTRAINT community_place CHECK ((lat IS NULL) = (lng IS NULL) AND lat BETWEEN 3 AND 54 AND lng BETWEEN 73 AND 136),
  ADD CONSTRAINT community_population CHECK (population >= 0 AND migrant_population >= 0);
ALTER TABLE community_demand ADD CONSTRAINT community_demand_weight CHECK (weight BETWEEN 1 AND 5);
ALTER TABLE firm
  ADD CONSTRAINT firm_place CHECK ((lat IS NULL) = (lng IS NULL) AND lat BETWEEN 3 AND 54 AND lng BETWEEN 73 AND 136);
ALTER TABLE practitioner ADD CONSTRAINT practitioner_capacity CHECK (capacity BETWEEN 0 AND 5);
ALTER TABLE practitioner_specialty ADD CONSTRAINT practitioner_specialty_level CHECK (level BETWEEN 1 AND 3);
ALTER TABLE sanction ADD CONSTRAINT sanction_range CHECK (valid_to > valid_from);
ALTER TABLE "grant"
  ADD CONSTRAINT grant_range CHECK (valid_to > valid_from),
  ADD CONSTRAINT grant_firm CHECK ((role = 'FIRM_ADMIN') = (firm_id IS NOT NULL));

-- A person is in one firm at a time.
ALTER TABLE firm_membership
  ADD CONSTRAINT firm_membership_range CHECK (valid_to > valid_from),
  ADD CONSTRAINT firm_membership_once EXCLUDE USING gist (practitioner_id WITH =, daterange(valid_from, valid_to) WITH &&);

-- The firm of a day: facts are credited to it (BR-08, BR-42).
CREATE FUNCTION firm_on(person uuid, day date) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT firm_id FROM firm_membership
   WHERE practitioner_id = person AND daterange(valid_from, valid_to) @> day
$$;

-- practitioner.firm_id is the membership without an end.
CREATE FUNCTION follow_membership() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.practitioner_id ELSE NEW.practitioner_id END;
  present uuid := (SELECT firm_id FROM firm_membership WHERE practitioner_id = person AND valid_to IS NULL);
BEGIN
  UPDATE practitioner SET firm_id = present WHERE id = person AND firm_id IS DISTINCT FROM present;
  RETURN NULL;
END $$;
CREATE TRIGGER follow AFTER INSERT OR UPDATE OR DELETE ON firm_membership
  FOR EACH ROW EXECUTE FUNCTION follow_membership();

-- ---------------------------------------------------------------------------------------------
-- Pairing (BR-01, BR-02, BR-03, BR-06, BR-09, BR-11)

ALTER TABLE pairing
  ADD CONSTRAINT pairing_term CHECK (term_to > term_from AND ends_on BETWEEN term_from AND term_to),
  ADD CONSTRAINT pairing_commitment CHECK (visits_per_month BETWEEN 1 AND 31),
  ADD CONSTRAINT pairing_end_ground CHECK (status <> 'TERMINATED' OR end_ground IS NOT NULL),
  -- BR-01: at most one lead at an instant.
  ADD CONSTRAINT pairing_one_lead EXCLUDE USING gist (community_code WITH =, daterange(term_from, ends_on) WITH &&)
    WHERE (seat = 'LEAD' AND status <> 'REJECTED'),
  -- BR-06: nobody holds two seats of one community at once.
  ADD CONSTRAINT pairing_one_seat EXCLUDE USING gist
    (community_code WITH =, practitioner_id WITH =, daterange(term_from, ends_on) WITH &&)
    WHERE (status <> 'REJECTED');

CREATE FUNCTION guard_pairing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person practitioner%ROWTYPE;
  most integer;
BEGIN
  IF NEW.status IN ('REJECTED', 'ENDED', 'TERMINATED', 'RENEWED') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.practitioner_id, NEW.community_code, NEW.term_from, NEW.ends_on, NEW.seat)
     IS NOT DISTINCT FROM (OLD.practitioner_id, OLD.community_code, OLD.term_from, OLD.ends_on, OLD.seat)
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
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON pairing FOR EACH ROW EXECUTE FUNCTION guard_pairing();

ALTER TABLE pairing_pause
  ADD CONSTRAINT pairing_pause_range CHECK (valid_to > valid_from),
  ADD CONSTRAINT pairing_pause_once EXCLUDE USING gist (pairing_id WITH =, daterange(valid_from, valid_to) WITH &&);

-- ---------------------------------------------------------------------------------------------
-- Visits and service logs

ALTER TABLE visit
  ADD CONSTRAINT visit_range CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '24 hours'),
  ADD CONSTRAINT visit_minutes CHECK (minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT visit_no_invented_hours CHECK (minutes IS NULL OR checked_in_at IS NOT NULL AND checked_out_at IS NOT NULL),
  ADD CONSTRAINT visit_check_out CHECK (checked_out_at > checked_in_at);

ALTER TABLE service_log
  ADD CONSTRAINT service_log_counts CHECK (persons >= 0 AND items >= 0 AND sessions >= 0 AND copies >= 0),
  ADD CONSTRAINT service_log_counted CHECK (status = 'DRAFT' OR persons + items + sessions + copies > 0),
  ADD CONSTRAINT service_log_rating CHECK (rating BETWEEN 1 AND 5),
  ADD CONSTRAINT service_log_returned CHECK (status <> 'RETURNED' OR return_reason IS NOT NULL),
  ADD CONSTRAINT service_log_void CHECK (status <> 'VOID' OR void_reason IS NOT NULL);

-- Place, person and credited firm of a fact follow from its pairing and its day; nobody types them.
CREATE FUNCTION credit_visit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held pairing%ROWTYPE;
BEGIN
  NEW.planned_on := (NEW.starts_at AT TIME ZONE 'Asia/Shanghai')::date;
  IF TG_OP = 'INSERT' OR NEW.planned_on <> OLD.planned_on THEN
    SELECT * INTO held FROM pairing WHERE id = NEW.pairing_id;
    NEW.community_code := held.community_code;
    NEW.practitioner_id := held.practitioner_id;
    NEW.firm_id := coalesce(firm_on(held.practitioner_id, NEW.planned_on), held.firm_id_at_start);
    IF NOT daterange(held.term_from, held.ends_on) @> NEW.planned_on OR held.status IN ('PROPOSED', 'REJECTED') THEN
      RAISE EXCEPTION 'visit_outside_term' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credit BEFORE INSERT OR UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION credit_visit();

CREATE FUNCTION credit_service_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held pairing%ROWTYPE;
BEGIN
  IF TG_OP = 'INSERT' OR NEW.occurred_on <> OLD.occurred_on THEN
    SELECT * INTO held FROM pairing WHERE id = NEW.pairing_id;
    NEW.community_code := held.community_code;
    NEW.practitioner_id := held.practitioner_id;
    NEW.firm_id := coalesce(firm_on(held.practitioner_id, NEW.occurred_on), held.firm_id_at_start);
    IF NOT daterange(held.term_from, held.ends_on) @> NEW.occurred_on OR held.status IN ('PROPOSED', 'REJECTED') THEN
      RAISE EXCEPTION 'service_log_outside_term' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.visit_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM visit WHERE id = NEW.visit_id AND pairing_id = NEW.pairing_id
  ) THEN
    RAISE EXCEPTION 'service_log_visit' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER credit BEFORE INSERT OR UPDATE ON service_log FOR EACH ROW EXECUTE FUNCTION credit_service_log();

-- BR-14: one person, one place at a time, over every kind of duty.
ALTER TABLE duty_slot
  ADD CONSTRAINT duty_slot_range CHECK (ends_at > starts_at),
  ADD CONSTRAINT duty_slot_overlap EXCLUDE USING gist (practitioner_id WITH =, tstzrange(starts_at, ends_at) WITH &&);

CREATE FUNCTION follow_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('PLANNED', 'CHECKED_IN', 'COMPLETED', 'CONFIRMED', 'DISPUTED') THEN
    INSERT INTO duty_slot (id, practitioner_id, starts_at, ends_at, visit_id)
    VALUES (gen_random_uuid(), NEW.practitioner_id, NEW.starts_at, NEW.ends_at, NEW.id)
    ON CONFLICT (visit_id) DO UPDATE
      SET practitioner_id = EXCLUDED.practitioner_id, starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at;
  ELSE
    DELETE FROM duty_slot WHERE visit_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow AFTER INSERT OR UPDATE OF status, starts_at, ends_at ON visit
  FOR EACH ROW EXECUTE FUNCTION follow_visit();

-- CreateEnum
CREATE TYPE "account_status" AS ENUM ('ACTIVE', 'DISABLED');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('SYS_ADMIN', 'BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN', 'LAWYER');

-- CreateEnum
CREATE TYPE "session_end_reason" AS ENUM ('SIGNED_OUT', 'IDLE', 'EXPIRED', 'REVOKED', 'PASSWORD_CHANGED');

-- CreateEnum
CREATE TYPE "sign_in_outcome" AS ENUM ('SUCCEEDED', 'WRONG_PASSWORD', 'NO_SUCH_ACCOUNT', 'LOCKED', 'DISABLED', 'NO_GRANT', 'SIGNED_OUT');

-- CreateEnum
CREATE TYPE "audit_operation" AS ENUM ('INSERT', 'UPDATE', 'DELETE', 'EXPORT', 'REVEAL');

-- CreateEnum
CREATE TYPE "dict_kind" AS ENUM ('TOPIC', 'SERVICE_TYPE', 'TERMINATION_GROUND');

-- CreateEnum
CREATE TYPE "firm_kind" AS ENUM ('LAW_FIRM', 'LEGAL_SERVICE_OFFICE');

-- CreateEnum
CREATE TYPE "org_form" AS ENUM ('GENERAL_PARTNERSHIP', 'SPECIAL_PARTNERSHIP', 'SOLE', 'STATE_FUNDED');

-- CreateEnum
CREATE TYPE "firm_status" AS ENUM ('ACTIVE', 'SUSPENDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "party_org" AS ENUM ('OWN_BRANCH', 'JOINT_BRANCH', 'NONE');

-- CreateEnum
CREATE TYPE "firm_inspection_result" AS ENUM ('PASSED', 'FAILED');

-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('FIRMS', 'PRACTITIONERS', 'COMMUNITIES');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING', 'COMMITTED', 'UNDONE', 'FAILED');

-- CreateEnum
CREATE TYPE "import_mode" AS ENUM ('ALL_OR_NOTHING', 'SKIP_BAD');

-- CreateEnum
CREATE TYPE "import_row_outcome" AS ENUM ('NEW', 'CHANGED', 'SAME', 'BAD');

-- CreateEnum
CREATE TYPE "seat" AS ENUM ('LEAD', 'ASSISTANT');

-- CreateEnum
CREATE TYPE "pairing_status" AS ENUM ('PROPOSED', 'CONFIRMED', 'ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED', 'REJECTED');

-- CreateEnum
CREATE TYPE "community_kind" AS ENUM ('URBAN', 'VILLAGE');

-- CreateEnum
CREATE TYPE "community_status" AS ENUM ('ACTIVE', 'MERGED');

-- CreateEnum
CREATE TYPE "practitioner_kind" AS ENUM ('FULL_TIME', 'PART_TIME', 'LEGAL_AID', 'PUBLIC', 'COMPANY', 'GRASSROOTS_WORKER');

-- CreateEnum
CREATE TYPE "gender" AS ENUM ('MALE', 'FEMALE');

-- CreateEnum
CREATE TYPE "political_status" AS ENUM ('PARTY_MEMBER', 'PROBATIONARY_MEMBER', 'LEAGUE_MEMBER', 'DEMOCRATIC_PARTY', 'MASSES');

-- CreateEnum
CREATE TYPE "practitioner_status" AS ENUM ('PENDING_VERIFY', 'ACTIVE', 'SUSPENDED', 'CANCELLED', 'TRANSFERRED_OUT');

-- CreateEnum
CREATE TYPE "assessment_result" AS ENUM ('COMPETENT', 'BASICALLY_COMPETENT', 'INCOMPETENT');

-- CreateEnum
CREATE TYPE "sanction_kind" AS ENUM ('ADMINISTRATIVE_PENALTY', 'INDUSTRY_DISCIPLINE', 'CIRCULAR');

-- CreateEnum
CREATE TYPE "service_log_status" AS ENUM ('DRAFT', 'SUBMITTED', 'CONFIRMED', 'RETURNED', 'LOCKED', 'VOID');

-- CreateEnum
CREATE TYPE "remote_channel" AS ENUM ('PHONE', 'WECHAT', 'VIDEO');

-- CreateEnum
CREATE TYPE "visit_status" AS ENUM ('PLANNED', 'CHECKED_IN', 'COMPLETED', 'CONFIRMED', 'MISSED', 'MADE_UP', 'RESCHEDULED', 'CANCELLED', 'DISPUTED', 'VOID');

-- CreateEnum
CREATE TYPE "check_in_method" AS ENUM ('LOCATION', 'QR', 'MANUAL');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "status" "account_status" NOT NULL DEFAULT 'ACTIVE',
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "password_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "password_history" TEXT[],
    "division_code" TEXT NOT NULL,
    "practitioner_id" UUID,
    "calendar_token_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "division_code" TEXT NOT NULL,
    "firm_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_to" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "grant_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip" TEXT,
    "user_agent" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" "session_end_reason",

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_name" TEXT NOT NULL,
    "account_id" UUID,
    "division_code" TEXT,
    "outcome" "sign_in_outcome" NOT NULL,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sign_in_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "request_id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "account_id" UUID,
    "grant_id" UUID,
    "actor_name" TEXT NOT NULL,
    "role" "role",
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "operation" "audit_operation" NOT NULL,
    "division_code" TEXT,
    "firm_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "ip" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bureau" (
    "division_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bureau_pkey" PRIMARY KEY ("division_code")
);

-- CreateTable
CREATE TABLE "setting" (
    "division_code" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("division_code","key")
);

-- CreateTable
CREATE TABLE "dict_item" (
    "id" UUID NOT NULL,
    "kind" "dict_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "division_code" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dict_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "division_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firm" (
    "id" UUID NOT NULL,
    "kind" "firm_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL,
    "licence_no" TEXT NOT NULL,
    "org_form" "org_form",
    "director" TEXT,
    "address" TEXT,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "street_code" TEXT,
    "division_code" TEXT NOT NULL,
    "set_up_on" DATE,
    "status" "firm_status" NOT NULL DEFAULT 'ACTIVE',
    "party_org" "party_org" NOT NULL DEFAULT 'NONE',
    "phone" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "firm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firm_inspection" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "result" "firm_inspection_result" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "firm_inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'UPLOADED',
    "mode" "import_mode",
    "division_code" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "bad_rows" INTEGER NOT NULL DEFAULT 0,
    "new_rows" INTEGER NOT NULL DEFAULT 0,
    "changed_rows" INTEGER NOT NULL DEFAULT 0,
    "same_rows" INTEGER NOT NULL DEFAULT 0,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "request_id" TEXT,
    "committed_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "outcome" "import_row_outcome" NOT NULL,
    "problems" JSONB,
    "entity_id" TEXT,
    "before" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","row_no")
);

-- CreateTable
CREATE TABLE "pairing" (
    "id" UUID NOT NULL,
    "community_code" TEXT NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "firm_id_at_start" UUID NOT NULL,
    "seat" "seat" NOT NULL DEFAULT 'LEAD',
    "status" "pairing_status" NOT NULL DEFAULT 'PROPOSED',
    "term_from" DATE NOT NULL,
    "term_to" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "end_ground" TEXT,
    "end_note" TEXT,
    "predecessor_id" UUID,
    "visits_per_month" INTEGER NOT NULL DEFAULT 1,
    "note" TEXT,
    "batch_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pairing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pairing_pause" (
    "id" UUID NOT NULL,
    "pairing_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT NOT NULL,

    CONSTRAINT "pairing_pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "division" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "street" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "justice_office" TEXT,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "adjacent_codes" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "street_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "community" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "kind" "community_kind" NOT NULL,
    "street_code" TEXT NOT NULL,
    "status" "community_status" NOT NULL DEFAULT 'ACTIVE',
    "address" TEXT,
    "lat" DOUBLE PRECISION,
    "lng" DOUBLE PRECISION,
    "population" INTEGER,
    "migrant_population" INTEGER,
    "contact_name" TEXT,
    "contact_phone_cipher" BYTEA,
    "contact_phone_masked" TEXT,
    "contact_phone_tail" TEXT,
    "office_hours" TEXT,
    "visit_room" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "community_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "community_demand" (
    "community_code" TEXT NOT NULL,
    "topic_code" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "community_demand_pkey" PRIMARY KEY ("community_code","topic_code")
);

-- CreateTable
CREATE TABLE "practitioner" (
    "id" UUID NOT NULL,
    "kind" "practitioner_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "gender" "gender",
    "birth_year" INTEGER,
    "licence_no" TEXT NOT NULL,
    "first_licensed_on" DATE,
    "political_status" "political_status" NOT NULL DEFAULT 'MASSES',
    "phone_cipher" BYTEA,
    "phone_masked" TEXT,
    "phone_tail" TEXT,
    "id_no_cipher" BYTEA,
    "id_no_hash" TEXT,
    "id_no_masked" TEXT,
    "languages" TEXT[],
    "capacity" INTEGER NOT NULL DEFAULT 3,
    "status" "practitioner_status" NOT NULL DEFAULT 'PENDING_VERIFY',
    "division_code" TEXT NOT NULL,
    "firm_id" UUID,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practitioner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firm_membership" (
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "firm_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practitioner_specialty" (
    "practitioner_id" UUID NOT NULL,
    "topic_code" TEXT NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "practitioner_specialty_pkey" PRIMARY KEY ("practitioner_id","topic_code")
);

-- CreateTable
CREATE TABLE "annual_assessment" (
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "result" "assessment_result" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annual_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sanction" (
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "kind" "sanction_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "blocks_pairing" BOOLEAN NOT NULL DEFAULT true,
    "reason" TEXT NOT NULL,
    "document_no" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_log" (
    "id" UUID NOT NULL,
    "pairing_id" UUID NOT NULL,
    "visit_id" UUID,
    "community_code" TEXT NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "type_code" TEXT NOT NULL,
    "topic_code" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "persons" INTEGER NOT NULL DEFAULT 0,
    "items" INTEGER NOT NULL DEFAULT 0,
    "sessions" INTEGER NOT NULL DEFAULT 0,
    "copies" INTEGER NOT NULL DEFAULT 0,
    "content" TEXT NOT NULL,
    "outcome" TEXT,
    "remote" "remote_channel",
    "late_reason" TEXT,
    "status" "service_log_status" NOT NULL DEFAULT 'DRAFT',
    "submitted_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_name" TEXT,
    "rating" INTEGER,
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_log_photo" (
    "service_log_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "service_log_photo_pkey" PRIMARY KEY ("service_log_id","file_id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "division_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "state_transition" (
    "machine" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,

    CONSTRAINT "state_transition_pkey" PRIMARY KEY ("machine","from_state","to_state")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "pairing_id" UUID NOT NULL,
    "community_code" TEXT NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_on" DATE NOT NULL,
    "status" "visit_status" NOT NULL DEFAULT 'PLANNED',
    "checked_in_at" TIMESTAMPTZ(3),
    "check_in_method" "check_in_method",
    "check_in_lat" DOUBLE PRECISION,
    "check_in_lng" DOUBLE PRECISION,
    "check_in_distance_m" INTEGER,
    "checked_out_at" TIMESTAMPTZ(3),
    "minutes" INTEGER,
    "make_up_for_id" UUID,
    "rescheduled_from_id" UUID,
    "reason" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_slot" (
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "visit_id" UUID,

    CONSTRAINT "duty_slot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_user_name_key" ON "account"("user_name");

-- CreateIndex
CREATE UNIQUE INDEX "account_practitioner_id_key" ON "account"("practitioner_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_calendar_token_hash_key" ON "account"("calendar_token_hash");

-- CreateIndex
CREATE INDEX "account_division_code_idx" ON "account"("division_code");

-- CreateIndex
CREATE INDEX "grant_account_id_idx" ON "grant"("account_id");

-- CreateIndex
CREATE INDEX "grant_firm_id_idx" ON "grant"("firm_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_ended_at_idx" ON "session"("account_id", "ended_at");

-- CreateIndex
CREATE INDEX "sign_in_event_at_idx" ON "sign_in_event"("at" DESC);

-- CreateIndex
CREATE INDEX "sign_in_event_account_id_at_idx" ON "sign_in_event"("account_id", "at" DESC);

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_entity_id_id_idx" ON "audit_event"("entity_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_account_id_id_idx" ON "audit_event"("account_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_request_id_idx" ON "audit_event"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "dict_item_division_code_kind_code_key" ON "dict_item"("division_code", "kind", "code");

-- CreateIndex
CREATE INDEX "saved_view_page_division_code_idx" ON "saved_view"("page", "division_code");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_account_id_page_name_key" ON "saved_view"("account_id", "page", "name");

-- CreateIndex
CREATE UNIQUE INDEX "firm_credit_code_key" ON "firm"("credit_code");

-- CreateIndex
CREATE UNIQUE INDEX "firm_licence_no_key" ON "firm"("licence_no");

-- CreateIndex
CREATE INDEX "firm_division_code_pinyin_id_idx" ON "firm"("division_code", "pinyin", "id");

-- CreateIndex
CREATE INDEX "firm_street_code_idx" ON "firm"("street_code");

-- CreateIndex
CREATE UNIQUE INDEX "firm_inspection_firm_id_year_key" ON "firm_inspection"("firm_id", "year");

-- CreateIndex
CREATE INDEX "import_batch_division_code_created_at_idx" ON "import_batch"("division_code", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_row_batch_id_outcome_idx" ON "import_row"("batch_id", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "pairing_predecessor_id_key" ON "pairing"("predecessor_id");

-- CreateIndex
CREATE INDEX "pairing_community_code_term_from_idx" ON "pairing"("community_code", "term_from");

-- CreateIndex
CREATE INDEX "pairing_practitioner_id_term_from_idx" ON "pairing"("practitioner_id", "term_from");

-- CreateIndex
CREATE INDEX "pairing_firm_id_at_start_idx" ON "pairing"("firm_id_at_start");

-- CreateIndex
CREATE INDEX "pairing_batch_id_idx" ON "pairing"("batch_id");

-- CreateIndex
CREATE INDEX "pairing_pause_pairing_id_idx" ON "pairing_pause"("pairing_id");

-- CreateIndex
CREATE INDEX "street_district_code_idx" ON "street"("district_code");

-- CreateIndex
CREATE INDEX "community_street_code_idx" ON "community"("street_code");

-- CreateIndex
CREATE INDEX "community_pinyin_code_idx" ON "community"("pinyin", "code");

-- CreateIndex
CREATE UNIQUE INDEX "practitioner_licence_no_key" ON "practitioner"("licence_no");

-- CreateIndex
CREATE UNIQUE INDEX "practitioner_id_no_hash_key" ON "practitioner"("id_no_hash");

-- CreateIndex
CREATE INDEX "practitioner_division_code_pinyin_id_idx" ON "practitioner"("division_code", "pinyin", "id");

-- CreateIndex
CREATE INDEX "practitioner_firm_id_idx" ON "practitioner"("firm_id");

-- CreateIndex
CREATE INDEX "practitioner_phone_tail_idx" ON "practitioner"("phone_tail");

-- CreateIndex
CREATE INDEX "firm_membership_practitioner_id_valid_from_idx" ON "firm_membership"("practitioner_id", "valid_from");

-- CreateIndex
CREATE INDEX "firm_membership_firm_id_idx" ON "firm_membership"("firm_id");

-- CreateIndex
CREATE INDEX "practitioner_specialty_topic_code_idx" ON "practitioner_specialty"("topic_code");

-- CreateIndex
CREATE UNIQUE INDEX "annual_assessment_practitioner_id_year_key" ON "annual_assessment"("practitioner_id", "year");

-- CreateIndex
CREATE INDEX "sanction_practitioner_id_valid_from_idx" ON "sanction"("practitioner_id", "valid_from");

-- CreateIndex
CREATE INDEX "service_log_pairing_id_occurred_on_idx" ON "service_log"("pairing_id", "occurred_on");

-- CreateIndex
CREATE INDEX "service_log_practitioner_id_occurred_on_idx" ON "service_log"("practitioner_id", "occurred_on");

-- CreateIndex
CREATE INDEX "service_log_community_code_occurred_on_idx" ON "service_log"("community_code", "occurred_on");

-- CreateIndex
CREATE INDEX "service_log_firm_id_occurred_on_idx" ON "service_log"("firm_id", "occurred_on");

-- CreateIndex
CREATE INDEX "service_log_visit_id_idx" ON "service_log"("visit_id");

-- CreateIndex
CREATE INDEX "stored_file_hash_idx" ON "stored_file"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "visit_make_up_for_id_key" ON "visit"("make_up_for_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_rescheduled_from_id_key" ON "visit"("rescheduled_from_id");

-- CreateIndex
CREATE INDEX "visit_pairing_id_planned_on_idx" ON "visit"("pairing_id", "planned_on");

-- CreateIndex
CREATE INDEX "visit_practitioner_id_planned_on_idx" ON "visit"("practitioner_id", "planned_on");

-- CreateIndex
CREATE INDEX "visit_community_code_planned_on_idx" ON "visit"("community_code", "planned_on");

-- CreateIndex
CREATE INDEX "visit_firm_id_planned_on_idx" ON "visit"("firm_id", "planned_on");

-- CreateIndex
CREATE UNIQUE INDEX "duty_slot_visit_id_key" ON "duty_slot"("visit_id");

-- CreateIndex
CREATE INDEX "duty_slot_practitioner_id_starts_at_idx" ON "duty_slot"("practitioner_id", "starts_at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm" ADD CONSTRAINT "firm_street_code_fkey" FOREIGN KEY ("street_code") REFERENCES "street"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_inspection" ADD CONSTRAINT "firm_inspection_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_community_code_fkey" FOREIGN KEY ("community_code") REFERENCES "community"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_firm_id_at_start_fkey" FOREIGN KEY ("firm_id_at_start") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "pairing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing_pause" ADD CONSTRAINT "pairing_pause_pairing_id_fkey" FOREIGN KEY ("pairing_id") REFERENCES "pairing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "community" ADD CONSTRAINT "community_street_code_fkey" FOREIGN KEY ("street_code") REFERENCES "street"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "community_demand" ADD CONSTRAINT "community_demand_community_code_fkey" FOREIGN KEY ("community_code") REFERENCES "community"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practitioner" ADD CONSTRAINT "practitioner_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_membership" ADD CONSTRAINT "firm_membership_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firm_membership" ADD CONSTRAINT "firm_membership_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practitioner_specialty" ADD CONSTRAINT "practitioner_specialty_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annual_assessment" ADD CONSTRAINT "annual_assessment_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_log" ADD CONSTRAINT "service_log_pairing_id_fkey" FOREIGN KEY ("pairing_id") REFERENCES "pairing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_log" ADD CONSTRAINT "service_log_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_log" ADD CONSTRAINT "service_log_community_code_fkey" FOREIGN KEY ("community_code") REFERENCES "community"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_log" ADD CONSTRAINT "service_log_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_log" ADD CONSTRAINT "service_log_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_log_photo" ADD CONSTRAINT "service_log_photo_service_log_id_fkey" FOREIGN KEY ("service_log_id") REFERENCES "service_log"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_log_photo" ADD CONSTRAINT "service_log_photo_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_pairing_id_fkey" FOREIGN KEY ("pairing_id") REFERENCES "pairing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_community_code_fkey" FOREIGN KEY ("community_code") REFERENCES "community"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_make_up_for_id_fkey" FOREIGN KEY ("make_up_for_id") REFERENCES "visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_rescheduled_from_id_fkey" FOREIGN KEY ("rescheduled_from_id") REFERENCES "visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_slot" ADD CONSTRAINT "duty_slot_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_slot" ADD CONSTRAINT "duty_slot_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which firm somebody belonged to on a day is asked for each pairing and month. With all it needs the index answers
-- alone, so that the planner prefers it to the one behind firm_membership_once, which takes ten times as long.

-- DropIndex
DROP INDEX "firm_membership_practitioner_id_valid_from_idx";

-- CreateIndex
CREATE INDEX "firm_membership_practitioner_id_valid_from_valid_to_firm_id_idx" ON "firm_membership"("practitioner_id", "valid_from", "valid_to", "firm_id");

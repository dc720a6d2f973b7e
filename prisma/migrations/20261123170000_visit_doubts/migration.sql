-- Why the community has to confirm a visit (BR-13), as judged when it was checked in: later settings do not judge it anew.
ALTER TABLE "visit" ADD COLUMN "doubts" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

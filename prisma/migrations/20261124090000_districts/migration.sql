-- Firms and their people belong to a district, whose code has six digits: reads compare it for equality, so that an
-- index on (division, name) gives the order too (access.ts, inDistricts).
ALTER TABLE firm ADD CONSTRAINT firm_district CHECK (division_code ~ '^[0-9]{6}$');
ALTER TABLE practitioner ADD CONSTRAINT practitioner_district CHECK (division_code ~ '^[0-9]{6}$');

-- The same two rules, in words that follow from no condition of a query: the planner takes their GiST indexes for as good
-- a way to a community's pairings as the B-tree, and they are seven times slower.
ALTER TABLE pairing
  DROP CONSTRAINT pairing_one_lead,
  DROP CONSTRAINT pairing_one_seat,
  ADD CONSTRAINT pairing_one_lead EXCLUDE USING gist (community_code WITH =, daterange(term_from, ends_on) WITH &&)
    WHERE (seat IS NOT DISTINCT FROM 'LEAD' AND status IS DISTINCT FROM 'REJECTED'),
  ADD CONSTRAINT pairing_one_seat EXCLUDE USING gist
    (community_code WITH =, practitioner_id WITH =, daterange(term_from, ends_on) WITH &&)
    WHERE (status IS DISTINCT FROM 'REJECTED');

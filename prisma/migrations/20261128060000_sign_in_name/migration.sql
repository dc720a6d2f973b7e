-- How often a name that nobody has was tried is counted by the log of sign-ins.
CREATE INDEX "sign_in_event_user_name_at_idx" ON "sign_in_event"("user_name", "at" DESC);

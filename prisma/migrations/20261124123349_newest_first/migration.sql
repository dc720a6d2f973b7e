-- Lists begin with the newest. Of a district PostgreSQL sorts what the place has; of a province it reads from here until a page is full.
-- CreateIndex
CREATE INDEX "service_log_occurred_on_id_idx" ON "service_log"("occurred_on", "id");

-- CreateIndex
CREATE INDEX "visit_starts_at_id_idx" ON "visit"("starts_at", "id");

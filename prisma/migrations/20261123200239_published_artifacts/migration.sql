-- CreateIndex
CREATE INDEX "case_revision_snapshot_idx" ON "case_revision" USING GIN ("snapshot" jsonb_path_ops);

-- CreateTable
CREATE TABLE "rebuild" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'queued',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "problem" TEXT,
    "asked_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "beat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rebuild_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rebuild_kind_created_at_idx" ON "rebuild"("kind", "created_at");

-- AddForeignKey
ALTER TABLE "rebuild" ADD CONSTRAINT "rebuild_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

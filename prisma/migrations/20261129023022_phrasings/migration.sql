-- CreateEnum
CREATE TYPE "WordingVerdict" AS ENUM ('same', 'not_the_same');

-- AlterTable
ALTER TABLE "search_document" ADD COLUMN     "phrasing_id" UUID,
ADD COLUMN     "supplied_by" TEXT;

-- AlterTable
ALTER TABLE "wording" ADD COLUMN     "bands" INTEGER[],
ADD COLUMN     "body" TEXT,
ADD COLUMN     "nearness" REAL,
ADD COLUMN     "pending_text" TEXT,
ADD COLUMN     "phrasing_id" UUID,
ADD COLUMN     "pivot_bands" INTEGER[],
ADD COLUMN     "pivot_id" UUID,
ADD COLUMN     "sketch_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "text" TEXT;

-- CreateTable
CREATE TABLE "phrasing" (
    "id" UUID NOT NULL,
    "pivot_id" UUID,
    "wording_count" INTEGER NOT NULL DEFAULT 0,
    "post_count" INTEGER NOT NULL DEFAULT 0,
    "repost_count" INTEGER NOT NULL DEFAULT 0,
    "account_count" INTEGER NOT NULL DEFAULT 0,
    "first_posted_at" TIMESTAMPTZ(3),
    "last_posted_at" TIMESTAMPTZ(3),
    "first_seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phrasing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wording_decision" (
    "id" UUID NOT NULL,
    "wording_a_id" UUID NOT NULL,
    "wording_b_id" UUID NOT NULL,
    "verdict" "WordingVerdict" NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "is_settled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "wording_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "phrasing_post_count_id_idx" ON "phrasing"("post_count", "id");

-- CreateIndex
CREATE INDEX "phrasing_last_posted_at_id_idx" ON "phrasing"("last_posted_at", "id");

-- CreateIndex
CREATE INDEX "wording_decision_wording_a_id_idx" ON "wording_decision"("wording_a_id");

-- CreateIndex
CREATE INDEX "wording_decision_wording_b_id_idx" ON "wording_decision"("wording_b_id");

-- CreateIndex
CREATE INDEX "wording_decision_is_settled_idx" ON "wording_decision"("is_settled");

-- CreateIndex
CREATE INDEX "saved_search_created_by_id_created_at_idx" ON "saved_search"("created_by_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_created_by_id_query_key" ON "saved_search"("created_by_id", "query");

-- CreateIndex
CREATE INDEX "search_document_phrasing_id_idx" ON "search_document"("phrasing_id");

-- CreateIndex
CREATE INDEX "wording_bands_idx" ON "wording" USING GIN ("bands");

-- CreateIndex
CREATE INDEX "wording_pivot_bands_idx" ON "wording" USING GIN ("pivot_bands");

-- CreateIndex
CREATE INDEX "wording_pivot_id_idx" ON "wording"("pivot_id");

-- CreateIndex
CREATE INDEX "wording_phrasing_id_idx" ON "wording"("phrasing_id");

-- AddForeignKey
ALTER TABLE "wording" ADD CONSTRAINT "wording_phrasing_id_fkey" FOREIGN KEY ("phrasing_id") REFERENCES "phrasing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wording_decision" ADD CONSTRAINT "wording_decision_wording_a_id_fkey" FOREIGN KEY ("wording_a_id") REFERENCES "wording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wording_decision" ADD CONSTRAINT "wording_decision_wording_b_id_fkey" FOREIGN KEY ("wording_b_id") REFERENCES "wording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wording_decision" ADD CONSTRAINT "wording_decision_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wording_decision" ADD CONSTRAINT "wording_decision_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

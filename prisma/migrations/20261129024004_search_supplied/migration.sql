-- AlterTable
ALTER TABLE "search_document" ADD COLUMN     "patched_at" TIMESTAMPTZ(3),
ALTER COLUMN "outcome" DROP NOT NULL;

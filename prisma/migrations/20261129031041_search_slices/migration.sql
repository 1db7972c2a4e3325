-- DropIndex
DROP INDEX "search_document_account_idx";

-- DropIndex
DROP INDEX "search_document_folded_idx";

-- DropIndex
DROP INDEX "search_document_hashtags_idx";

-- DropIndex
DROP INDEX "search_document_phrasing_id_idx";

-- DropIndex
DROP INDEX "search_document_tsv_idx";

-- AlterTable
ALTER TABLE "search_document" DROP COLUMN "folded",
ADD COLUMN     "slice" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "docs" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "search_slices" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "bounds" TIMESTAMPTZ(3)[],
    "is_settled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "search_slices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_document_phrasing_id_at_idx" ON "search_document"("phrasing_id", "at");


-- Prisma knows no partial indexes; the rest is by hand.

-- One index over the words per slice of time, so that a search for common words ends in the newest slices.
DO $$
BEGIN
  FOR n IN 0..15 LOOP
    EXECUTE format(
      'CREATE INDEX search_document_slice_%s_idx ON search_document USING GIN (tsv) WITH (gin_pending_list_limit = 256) WHERE slice = %s',
      n, n);
  END LOOP;
END
$$;

-- For "most copies first" over everything.
CREATE INDEX search_document_copied_idx ON search_document (copies, at) WHERE copies > 1;

-- Words near in spelling; marks for filters begin with `=` and are no words.
CREATE INDEX search_word_near_idx ON search_word USING GIN (word gin_trgm_ops) WHERE word !~ '^=';

INSERT INTO search_slices (id, bounds) VALUES (1, '{}');

-- The documents are derived: they come again, through the outbox, as they are made now.
TRUNCATE search_document;
INSERT INTO search_outbox (kind, entity_id) SELECT 'post', id FROM post ORDER BY id;
INSERT INTO search_outbox (kind, entity_id)
  SELECT 'capture', c.id FROM capture c JOIN source s ON s.id = c.source_id WHERE s.kind = 'web_page' ORDER BY c.id;
INSERT INTO search_outbox (kind, entity_id) SELECT 'supplied', id FROM supplied_item ORDER BY id;

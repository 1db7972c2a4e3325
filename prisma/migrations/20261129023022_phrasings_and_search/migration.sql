-- CreateEnum
CREATE TYPE "WordingVerdict" AS ENUM ('same', 'not_the_same');

-- DropIndex
DROP INDEX "post_hashtag_hashtag_id_idx";

-- DropIndex
DROP INDEX "search_document_account_idx";

-- DropIndex
DROP INDEX "search_document_folded_idx";

-- DropIndex
DROP INDEX "search_document_hashtags_idx";

-- DropIndex
DROP INDEX "search_document_tsv_idx";

-- AlterTable
ALTER TABLE "search_document" ADD COLUMN     "phrasing_id" UUID,
ADD COLUMN     "supplied_by" TEXT,
ADD COLUMN     "patched_at" TIMESTAMPTZ(3),
ADD COLUMN     "slice" SMALLINT NOT NULL DEFAULT 0,
ALTER COLUMN "outcome" DROP NOT NULL,
DROP COLUMN "folded";

-- AlterTable
ALTER TABLE "wording" ADD COLUMN     "bands" INTEGER[],
ADD COLUMN     "body" TEXT,
ADD COLUMN     "nearness" REAL,
ADD COLUMN     "phrasing_id" UUID,
ADD COLUMN     "pivot_bands" INTEGER[],
ADD COLUMN     "pivot_id" UUID,
ADD COLUMN     "sketch_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "text" TEXT;

-- AlterTable
ALTER TABLE "post_hashtag" ADD COLUMN     "account_id" UUID,
ADD COLUMN     "is_repost" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "posted_at" TIMESTAMPTZ(3),
ADD COLUMN     "wording_id" UUID;

-- CreateTable
CREATE TABLE "phrasing" (
    "id" UUID NOT NULL,
    "pivot_id" UUID,
    "usual_id" UUID,
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

-- CreateTable
CREATE TABLE "wording_text" (
    "id" BIGSERIAL NOT NULL,
    "wording_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "wording_text_pkey" PRIMARY KEY ("id")
);

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

-- CreateTable
CREATE TABLE "search_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "engine" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,
    "filled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_state_pkey" PRIMARY KEY ("id")
);

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
    "differences" INTEGER,

    CONSTRAINT "rebuild_pkey" PRIMARY KEY ("id")
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
CREATE INDEX "search_document_phrasing_id_at_idx" ON "search_document"("phrasing_id", "at");

-- CreateIndex
CREATE INDEX "wording_bands_idx" ON "wording" USING GIN ("bands");

-- CreateIndex
CREATE INDEX "wording_pivot_bands_idx" ON "wording" USING GIN ("pivot_bands");

-- CreateIndex
CREATE INDEX "wording_pivot_id_idx" ON "wording"("pivot_id");

-- CreateIndex
CREATE INDEX "wording_sketch_version_idx" ON "wording"("sketch_version");

-- CreateIndex
CREATE INDEX "wording_phrasing_id_id_idx" ON "wording"("phrasing_id", "id");

-- CreateIndex
CREATE INDEX "wording_text_wording_id_idx" ON "wording_text"("wording_id");

-- CreateIndex
CREATE INDEX "rebuild_kind_created_at_idx" ON "rebuild"("kind", "created_at");

-- CreateIndex
CREATE INDEX "post_hashtag_hashtag_id_posted_at_account_id_wording_id_is__idx" ON "post_hashtag"("hashtag_id", "posted_at", "account_id", "wording_id", "is_repost");

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

-- AddForeignKey
ALTER TABLE "wording_text" ADD CONSTRAINT "wording_text_wording_id_fkey" FOREIGN KEY ("wording_id") REFERENCES "wording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebuild" ADD CONSTRAINT "rebuild_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Prisma knows neither triggers nor partial indexes nor room on pages: from here on by hand.

-- What a post says of itself by its words: lib/core/posts/is-repost.ts says the same.
CREATE FUNCTION is_repost(text text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(text ~* '^\s*RT\s+@', false)
$$;

-- What hashtags repeat of their posts: filled when a post comes under a hashtag, unless whoever writes many at once
-- brings it along, and kept when the post changes.
CREATE FUNCTION fill_post_hashtag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT p.posted_at, p.account_id, p.wording_id, is_repost(p.text)
    INTO NEW.posted_at, NEW.account_id, NEW.wording_id, NEW.is_repost
    FROM post p WHERE p.id = NEW.post_id;
  NEW.is_repost := coalesce(NEW.is_repost, false);
  RETURN NEW;
END $$;
CREATE TRIGGER post_hashtag_filled BEFORE INSERT ON "post_hashtag"
  FOR EACH ROW WHEN (num_nonnulls(NEW.posted_at, NEW.account_id, NEW.wording_id) = 0)
  EXECUTE FUNCTION fill_post_hashtag();

CREATE FUNCTION follow_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE post_hashtag SET posted_at = NEW.posted_at, account_id = NEW.account_id, wording_id = NEW.wording_id,
         is_repost = is_repost(NEW.text)
   WHERE post_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER post_followed AFTER UPDATE OF posted_at, account_id, wording_id, text ON "post"
  FOR EACH ROW
  WHEN ((OLD.posted_at, OLD.account_id, OLD.wording_id, OLD.text)
        IS DISTINCT FROM (NEW.posted_at, NEW.account_id, NEW.wording_id, NEW.text))
  EXECUTE FUNCTION follow_post();

-- Posts from before.
UPDATE post_hashtag h SET posted_at = p.posted_at, account_id = p.account_id, wording_id = p.wording_id,
       is_repost = is_repost(p.text)
  FROM post p WHERE p.id = h.post_id;

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

-- Counts change with every document: with room on its page a row is changed where it stands, and no index hears of it.
ALTER TABLE search_word SET (fillfactor = 60);

-- Those without a place yet, which the worker asks for twice a second.
CREATE INDEX wording_unplaced_idx ON wording (id) WHERE pivot_id IS NULL;

-- New entries wait in a list that every question reads from end to end; at the usual 4 MB that takes ten times as long as
-- the question itself (measured at 800,000 wordings).
ALTER INDEX wording_bands_idx SET (gin_pending_list_limit = 128);
ALTER INDEX wording_pivot_bands_idx SET (gin_pending_list_limit = 128);

-- The documents are derived: they come again, through the outbox, as they are made now.
TRUNCATE search_document;
INSERT INTO search_outbox (kind, entity_id) SELECT 'post', id FROM post ORDER BY id;
INSERT INTO search_outbox (kind, entity_id)
  SELECT 'capture', c.id FROM capture c JOIN source s ON s.id = c.source_id WHERE s.kind = 'web_page' ORDER BY c.id;
INSERT INTO search_outbox (kind, entity_id) SELECT 'supplied', id FROM supplied_item ORDER BY id;

-- DropIndex
DROP INDEX "post_hashtag_hashtag_id_idx";

-- DropIndex
DROP INDEX "wording_phrasing_id_idx";

-- AlterTable
ALTER TABLE "post_hashtag" ADD COLUMN     "account_id" UUID,
ADD COLUMN     "is_repost" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "posted_at" TIMESTAMPTZ(3),
ADD COLUMN     "wording_id" UUID;

-- CreateIndex
CREATE INDEX "post_hashtag_hashtag_id_posted_at_account_id_wording_id_is__idx" ON "post_hashtag"("hashtag_id", "posted_at", "account_id", "wording_id", "is_repost");

-- CreateIndex
CREATE INDEX "wording_phrasing_id_id_idx" ON "wording"("phrasing_id", "id");

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

-- Trigrams for typos and parts of words.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('admin', 'publisher', 'editor');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('post', 'hashtag', 'account', 'web_page');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('content', 'partial', 'deleted', 'suspended', 'protected', 'withheld', 'age_restricted', 'login_wall', 'bot_block', 'rate_limited', 'not_found', 'unavailable', 'error');

-- CreateEnum
CREATE TYPE "ArtifactRole" AS ENUM ('screenshot', 'post_crop', 'pdf', 'response_html', 'dom_html', 'text', 'post_json', 'media', 'warc', 'wacz', 'provenance', 'manifest', 'timestamp');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('queued', 'running', 'finished', 'failed');

-- CreateEnum
CREATE TYPE "ItemState" AS ENUM ('accepted', 'duplicate', 'rejected');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('draft', 'in_review', 'published', 'retracted');

-- CreateEnum
CREATE TYPE "ExhibitKind" AS ENUM ('capture', 'post', 'wording');

-- CreateEnum
CREATE TYPE "RevisionKind" AS ENUM ('publication', 'correction', 'retraction');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" BIGSERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "succeeded" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custody_event" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "custody_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "platform" TEXT NOT NULL,
    "platform_id" TEXT,
    "canonical_url" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "case_file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_item" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "input" TEXT NOT NULL,
    "state" "ItemState" NOT NULL,
    "problem" TEXT,
    "source_id" UUID,
    "request_id" UUID,
    "existing_id" UUID,

    CONSTRAINT "submission_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture_request" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'queued',
    "step" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "retry_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "capture_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "signals" JSONB NOT NULL,
    "limits_hit" JSONB NOT NULL DEFAULT '[]',
    "requested_url" TEXT NOT NULL,
    "final_url" TEXT NOT NULL,
    "http_status" INTEGER,
    "title" TEXT,
    "text" TEXT,
    "language" TEXT,
    "ended_by" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "manifest_sha256" TEXT NOT NULL,

    CONSTRAINT "capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artifact" (
    "id" UUID NOT NULL,
    "capture_id" UUID NOT NULL,
    "role" "ArtifactRole" NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,

    CONSTRAINT "artifact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "display_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hashtag" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "hashtag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "platform_id" TEXT NOT NULL,
    "canonical_url" TEXT NOT NULL,
    "account_id" UUID,
    "text" TEXT,
    "language" TEXT,
    "posted_at" TIMESTAMPTZ(3),
    "wording_id" UUID,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "availability" "Outcome" NOT NULL,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_hashtag" (
    "post_id" UUID NOT NULL,
    "hashtag_id" UUID NOT NULL,

    CONSTRAINT "post_hashtag_pkey" PRIMARY KEY ("post_id","hashtag_id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "capture_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "text" TEXT,
    "author_name" TEXT,
    "author_handle" TEXT,
    "posted_at" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '{}',
    "field_sources" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wording" (
    "id" UUID NOT NULL,
    "fold_version" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "wording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_outbox" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "search_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_document" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "title" TEXT,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "tsv" tsvector NOT NULL,
    "platform" TEXT NOT NULL,
    "account" TEXT,
    "account_name" TEXT,
    "hashtags" TEXT[],
    "language" TEXT,
    "outcome" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "capture_id" UUID,
    "case_ids" TEXT[],
    "wording_id" UUID,
    "copies" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "indexed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_file" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "CaseStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" JSONB NOT NULL DEFAULT '{}',
    "standfirst" JSONB NOT NULL DEFAULT '{}',
    "place" JSONB NOT NULL DEFAULT '{}',
    "incident_date" TEXT,
    "story" JSONB NOT NULL DEFAULT '{}',
    "how_we_know" JSONB NOT NULL DEFAULT '{}',
    "not_established" JSONB NOT NULL DEFAULT '{}',
    "absent_locale" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID NOT NULL,
    "last_edited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_revision_id" UUID,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "case_file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "statement" JSONB NOT NULL DEFAULT '{}',
    "claimant" JSONB NOT NULL DEFAULT '{}',
    "said_on" TEXT,
    "said_where" JSONB NOT NULL DEFAULT '{}',
    "citation" JSONB NOT NULL DEFAULT '{}',
    "source_url" TEXT,
    "verdict" TEXT,
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "would_settle" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_entry" (
    "id" UUID NOT NULL,
    "case_file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "text" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exhibit" (
    "id" UUID NOT NULL,
    "case_file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ExhibitKind" NOT NULL,
    "capture_id" UUID,
    "post_id" UUID,
    "wording_id" UUID,
    "caption" JSONB NOT NULL DEFAULT '{}',
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exhibit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_revision" (
    "id" UUID NOT NULL,
    "case_file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "RevisionKind" NOT NULL,
    "snapshot" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" JSONB NOT NULL DEFAULT '{}',
    "published_by_id" UUID NOT NULL,
    "authored_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_note" (
    "id" UUID NOT NULL,
    "case_file_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_accepted_by_id_key" ON "invitation"("accepted_by_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "sign_in_attempt_email_at_idx" ON "sign_in_attempt"("email", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_address_at_idx" ON "sign_in_attempt"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "custody_event_hash_key" ON "custody_event"("hash");

-- CreateIndex
CREATE INDEX "custody_event_subject_type_subject_id_idx" ON "custody_event"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_canonical_url_key" ON "source"("canonical_url");

-- CreateIndex
CREATE INDEX "source_platform_kind_platform_id_idx" ON "source"("platform", "kind", "platform_id");

-- CreateIndex
CREATE INDEX "submission_created_at_idx" ON "submission"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_item_submission_id_line_number_key" ON "submission_item"("submission_id", "line_number");

-- CreateIndex
CREATE INDEX "capture_request_state_created_at_idx" ON "capture_request"("state", "created_at");

-- CreateIndex
CREATE INDEX "capture_request_source_id_idx" ON "capture_request"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "capture_request_id_key" ON "capture"("request_id");

-- CreateIndex
CREATE INDEX "capture_source_id_finished_at_idx" ON "capture"("source_id", "finished_at");

-- CreateIndex
CREATE INDEX "capture_finished_at_idx" ON "capture"("finished_at");

-- CreateIndex
CREATE INDEX "artifact_sha256_idx" ON "artifact"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "artifact_capture_id_name_key" ON "artifact"("capture_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "account_platform_handle_key" ON "account"("platform", "handle");

-- CreateIndex
CREATE UNIQUE INDEX "hashtag_folded_key" ON "hashtag"("folded");

-- CreateIndex
CREATE INDEX "post_wording_id_posted_at_idx" ON "post"("wording_id", "posted_at");

-- CreateIndex
CREATE INDEX "post_account_id_posted_at_idx" ON "post"("account_id", "posted_at");

-- CreateIndex
CREATE UNIQUE INDEX "post_platform_platform_id_key" ON "post"("platform", "platform_id");

-- CreateIndex
CREATE INDEX "post_hashtag_hashtag_id_idx" ON "post_hashtag"("hashtag_id");

-- CreateIndex
CREATE INDEX "observation_capture_id_idx" ON "observation"("capture_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_post_id_capture_id_key" ON "observation"("post_id", "capture_id");

-- CreateIndex
CREATE UNIQUE INDEX "wording_fold_version_digest_key" ON "wording"("fold_version", "digest");

-- CreateIndex
CREATE INDEX "search_document_tsv_idx" ON "search_document" USING GIN ("tsv");

-- CreateIndex
CREATE INDEX "search_document_folded_idx" ON "search_document" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_document_at_idx" ON "search_document"("at");

-- CreateIndex
CREATE INDEX "search_document_wording_id_idx" ON "search_document"("wording_id");

-- CreateIndex
CREATE INDEX "search_document_account_idx" ON "search_document"("account");

-- CreateIndex
CREATE INDEX "search_document_hashtags_idx" ON "search_document" USING GIN ("hashtags");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_slug_key" ON "case_file"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_published_revision_id_key" ON "case_file"("published_revision_id");

-- CreateIndex
CREATE INDEX "case_file_status_updated_at_idx" ON "case_file"("status", "updated_at");

-- CreateIndex
CREATE INDEX "claim_case_file_id_position_idx" ON "claim"("case_file_id", "position");

-- CreateIndex
CREATE INDEX "timeline_entry_case_file_id_position_idx" ON "timeline_entry"("case_file_id", "position");

-- CreateIndex
CREATE INDEX "exhibit_case_file_id_position_idx" ON "exhibit"("case_file_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "case_revision_case_file_id_number_key" ON "case_revision"("case_file_id", "number");

-- CreateIndex
CREATE INDEX "case_note_case_file_id_created_at_idx" ON "case_note"("case_file_id", "created_at");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_case_file_id_fkey" FOREIGN KEY ("case_file_id") REFERENCES "case_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_item" ADD CONSTRAINT "submission_item_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_item" ADD CONSTRAINT "submission_item_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_item" ADD CONSTRAINT "submission_item_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "capture_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_item" ADD CONSTRAINT "submission_item_existing_id_fkey" FOREIGN KEY ("existing_id") REFERENCES "capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_request" ADD CONSTRAINT "capture_request_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture_request" ADD CONSTRAINT "capture_request_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "capture_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifact" ADD CONSTRAINT "artifact_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_wording_id_fkey" FOREIGN KEY ("wording_id") REFERENCES "wording"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_hashtag" ADD CONSTRAINT "post_hashtag_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_hashtag" ADD CONSTRAINT "post_hashtag_hashtag_id_fkey" FOREIGN KEY ("hashtag_id") REFERENCES "hashtag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_last_edited_by_id_fkey" FOREIGN KEY ("last_edited_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_published_revision_id_fkey" FOREIGN KEY ("published_revision_id") REFERENCES "case_revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_case_file_id_fkey" FOREIGN KEY ("case_file_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_case_file_id_fkey" FOREIGN KEY ("case_file_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_case_file_id_fkey" FOREIGN KEY ("case_file_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_wording_id_fkey" FOREIGN KEY ("wording_id") REFERENCES "wording"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_revision" ADD CONSTRAINT "case_revision_case_file_id_fkey" FOREIGN KEY ("case_file_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_revision" ADD CONSTRAINT "case_revision_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_revision" ADD CONSTRAINT "case_revision_authored_by_id_fkey" FOREIGN KEY ("authored_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_case_file_id_fkey" FOREIGN KEY ("case_file_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_note" ADD CONSTRAINT "case_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Evidence is written once. These triggers hold it even against a bug of our own.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are evidence and are never changed or deleted', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END;
$$;

CREATE TRIGGER custody_event_append_only BEFORE UPDATE OR DELETE ON "custody_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER custody_event_no_truncate BEFORE TRUNCATE ON "custody_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER capture_write_once BEFORE UPDATE OR DELETE ON "capture"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER artifact_write_once BEFORE UPDATE OR DELETE ON "artifact"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER observation_write_once BEFORE UPDATE OR DELETE ON "observation"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_revision_write_once BEFORE UPDATE OR DELETE ON "case_revision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A custody event names the hash of the one before it, without gaps, whatever program inserts it.
CREATE FUNCTION check_custody_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head record;
BEGIN
  SELECT seq, hash INTO head FROM "custody_event" ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> COALESCE(head.seq, 0) + 1 OR NEW.prev_hash <> COALESCE(head.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'custody event % does not follow the head of the chain', NEW.seq
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER custody_event_follows BEFORE INSERT ON "custody_event"
  FOR EACH ROW EXECUTE FUNCTION check_custody_link();

-- CreateEnum
CREATE TYPE "CaptureWay" AS ENUM ('browser', 'session', 'api');

-- CreateEnum
CREATE TYPE "RequestCause" AS ENUM ('submission', 'schedule');

-- CreateEnum
CREATE TYPE "ReplayResult" AS ENUM ('replays', 'replays_partly', 'does_not_replay');

-- CreateEnum
CREATE TYPE "KeyPurpose" AS ENUM ('manifest', 'wacz');

-- CreateEnum
CREATE TYPE "TimestampState" AS ENUM ('pending', 'granted', 'abandoned');

-- CreateEnum
CREATE TYPE "CredentialKind" AS ENUM ('bearer_token', 'session_cookies');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ArtifactRole" ADD VALUE 'screenshot_clean';
ALTER TYPE "ArtifactRole" ADD VALUE 'signature';

-- AlterEnum
ALTER TYPE "ExhibitKind" ADD VALUE 'supplied';

-- AlterTable
ALTER TABLE "capture" ADD COLUMN     "way" "CaptureWay" NOT NULL DEFAULT 'browser';

-- AlterTable
ALTER TABLE "capture_request" ADD COLUMN     "cause" "RequestCause" NOT NULL DEFAULT 'submission',
ADD COLUMN     "options" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "way" "CaptureWay" NOT NULL DEFAULT 'browser';

-- AlterTable
ALTER TABLE "exhibit" ADD COLUMN     "supplied_id" UUID;

-- AlterTable
ALTER TABLE "observation" ADD COLUMN     "details" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "signing_key" (
    "id" UUID NOT NULL,
    "purpose" "KeyPurpose" NOT NULL,
    "algorithm" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timestamp_request" (
    "id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "state" "TimestampState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stamped_at" TIMESTAMPTZ(3),
    "token_sha256" TEXT,

    CONSTRAINT "timestamp_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custody_head" (
    "id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "statement_sha256" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" UUID NOT NULL,

    CONSTRAINT "custody_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay_check" (
    "id" UUID NOT NULL,
    "capture_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result" "ReplayResult" NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "replay_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recheck" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_change" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "from_capture_id" UUID NOT NULL,
    "to_capture_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kinds" TEXT[],
    "details" JSONB NOT NULL DEFAULT '{}',
    "seen_at" TIMESTAMPTZ(3),
    "seen_by_id" UUID,

    CONSTRAINT "source_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host_pace" (
    "host" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "resting_until" TIMESTAMPTZ(3),

    CONSTRAINT "host_pace_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "platform_credential" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "kind" "CredentialKind" NOT NULL,
    "label" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "platform_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_page" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "posts" INTEGER NOT NULL,
    "next_token" TEXT,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supplied_item" (
    "id" UUID NOT NULL,
    "supplied_by_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "origin" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "claimed_url" TEXT,
    "claimed_at" TEXT,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,

    CONSTRAINT "supplied_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "signing_key_fingerprint_key" ON "signing_key"("fingerprint");

-- CreateIndex
CREATE INDEX "signing_key_purpose_created_at_idx" ON "signing_key"("purpose", "created_at");

-- CreateIndex
CREATE INDEX "timestamp_request_state_next_try_at_idx" ON "timestamp_request"("state", "next_try_at");

-- CreateIndex
CREATE UNIQUE INDEX "timestamp_request_subject_type_subject_id_authority_key" ON "timestamp_request"("subject_type", "subject_id", "authority");

-- CreateIndex
CREATE INDEX "custody_head_at_idx" ON "custody_head"("at");

-- CreateIndex
CREATE INDEX "replay_check_capture_id_at_idx" ON "replay_check"("capture_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "recheck_request_id_key" ON "recheck"("request_id");

-- CreateIndex
CREATE INDEX "recheck_due_at_idx" ON "recheck"("due_at");

-- CreateIndex
CREATE INDEX "recheck_source_id_due_at_idx" ON "recheck"("source_id", "due_at");

-- CreateIndex
CREATE INDEX "source_change_source_id_at_idx" ON "source_change"("source_id", "at");

-- CreateIndex
CREATE INDEX "source_change_seen_at_at_idx" ON "source_change"("seen_at", "at");

-- CreateIndex
CREATE UNIQUE INDEX "source_change_from_capture_id_to_capture_id_key" ON "source_change"("from_capture_id", "to_capture_id");

-- CreateIndex
CREATE INDEX "platform_credential_platform_kind_revoked_at_idx" ON "platform_credential"("platform", "kind", "revoked_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_page_request_id_number_key" ON "api_page"("request_id", "number");

-- CreateIndex
CREATE INDEX "supplied_item_received_at_idx" ON "supplied_item"("received_at");

-- CreateIndex
CREATE INDEX "supplied_item_sha256_idx" ON "supplied_item"("sha256");

-- AddForeignKey
ALTER TABLE "exhibit" ADD CONSTRAINT "exhibit_supplied_id_fkey" FOREIGN KEY ("supplied_id") REFERENCES "supplied_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "custody_head" ADD CONSTRAINT "custody_head_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "signing_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replay_check" ADD CONSTRAINT "replay_check_capture_id_fkey" FOREIGN KEY ("capture_id") REFERENCES "capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recheck" ADD CONSTRAINT "recheck_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "capture_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_from_capture_id_fkey" FOREIGN KEY ("from_capture_id") REFERENCES "capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_to_capture_id_fkey" FOREIGN KEY ("to_capture_id") REFERENCES "capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_seen_by_id_fkey" FOREIGN KEY ("seen_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_credential" ADD CONSTRAINT "platform_credential_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_page" ADD CONSTRAINT "api_page_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "capture_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supplied_item" ADD CONSTRAINT "supplied_item_supplied_by_id_fkey" FOREIGN KEY ("supplied_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Evidence is written once (see the first migration).
CREATE TRIGGER custody_head_write_once BEFORE UPDATE OR DELETE ON "custody_head"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER replay_check_write_once BEFORE UPDATE OR DELETE ON "replay_check"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER api_page_write_once BEFORE UPDATE OR DELETE ON "api_page"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supplied_item_write_once BEFORE UPDATE OR DELETE ON "supplied_item"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A key may be retired, never exchanged: signatures made with it must stay checkable.
CREATE FUNCTION keep_signing_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.retired_at IS NOT NULL
     OR (NEW.id, NEW.purpose, NEW.algorithm, NEW.public_key, NEW.fingerprint, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.purpose, OLD.algorithm, OLD.public_key, OLD.fingerprint, OLD.created_at) THEN
    RAISE EXCEPTION 'a signing key can only be retired, once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signing_key_kept BEFORE UPDATE OR DELETE ON "signing_key"
  FOR EACH ROW EXECUTE FUNCTION keep_signing_key();

-- A token that was granted stays.
CREATE FUNCTION keep_granted_token() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'granted' THEN
    RAISE EXCEPTION 'a granted timestamp does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER timestamp_request_kept BEFORE UPDATE OR DELETE ON "timestamp_request"
  FOR EACH ROW EXECUTE FUNCTION keep_granted_token();

-- AlterTable
ALTER TABLE "wording" DROP COLUMN "pending_text";

-- CreateTable
CREATE TABLE "wording_text" (
    "id" BIGSERIAL NOT NULL,
    "wording_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "wording_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "wording_text_wording_id_idx" ON "wording_text"("wording_id");

-- AddForeignKey
ALTER TABLE "wording_text" ADD CONSTRAINT "wording_text_wording_id_fkey" FOREIGN KEY ("wording_id") REFERENCES "wording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

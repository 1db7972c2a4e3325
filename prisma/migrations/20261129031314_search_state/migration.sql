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

-- AlterTable
ALTER TABLE "rebuild" ADD COLUMN     "differences" INTEGER;

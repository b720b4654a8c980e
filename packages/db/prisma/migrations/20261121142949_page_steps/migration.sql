-- AlterTable
ALTER TABLE "page_revision" ADD COLUMN     "step_to" INTEGER;

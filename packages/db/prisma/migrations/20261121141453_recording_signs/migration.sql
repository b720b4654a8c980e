-- AlterTable
ALTER TABLE "recording" ADD COLUMN     "duplicate_of_id" UUID,
ADD COLUMN     "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

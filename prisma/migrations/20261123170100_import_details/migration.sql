-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "ignored_columns" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "purged_at" TIMESTAMPTZ(3),
ADD COLUMN     "verified" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "changes" JSONB;

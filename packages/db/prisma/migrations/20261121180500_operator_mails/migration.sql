-- AlterEnum
ALTER TYPE "TokenKind" ADD VALUE 'undo_second_factor';

-- AlterTable
ALTER TABLE "operator" ADD COLUMN "locale" TEXT;

-- CreateTable
CREATE TABLE "operator_mail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "recipient" CITEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operator_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "operator_mail_operator_id_template_created_at_idx" ON "operator_mail"("operator_id", "template", "created_at");
-- The few that wait.
CREATE INDEX operator_mail_due ON operator_mail (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- AddForeignKey
ALTER TABLE "operator_mail" ADD CONSTRAINT "operator_mail_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The console writes letters; the relay's role sends them, and says what became of them.
GRANT SELECT, INSERT ON operator_mail TO platform;
GRANT SELECT, UPDATE (tries, due_at, sent_at, failed_at, error, payload) ON operator_mail TO relay;

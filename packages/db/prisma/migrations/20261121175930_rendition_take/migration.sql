-- Whose objects a rendition speaks of. What was encoded before lies right under the recording: 0.
ALTER TABLE "rendition" ADD COLUMN "take" INTEGER NOT NULL DEFAULT 0;

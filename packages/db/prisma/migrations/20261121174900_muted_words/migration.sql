-- Words that have a comment looked at before it is seen.
ALTER TABLE "site_setting" ADD COLUMN "muted_words" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "mix_comment" ADD COLUMN "held_for" TEXT;

-- What a restored mix goes back to, how the claimant is written to, and what they said when they went on after a counter-notice.
ALTER TABLE "takedown" ADD COLUMN "publication_before" "Publication",
  ADD COLUMN "claimant_locale" TEXT NOT NULL DEFAULT 'en',
  ADD COLUMN "continued_at" TIMESTAMPTZ(3),
  ADD COLUMN "continued_statement" TEXT;

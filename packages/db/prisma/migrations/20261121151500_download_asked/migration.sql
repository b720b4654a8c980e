-- When the MP3 to take along was asked for last: asked again by many, it is made once.
ALTER TABLE "recording" ADD COLUMN "download_asked_at" TIMESTAMPTZ(3);

-- An MP3 is asked for again when what it says of the mix has changed.
ALTER TABLE "recording" ADD COLUMN "download_asked_for" TEXT;

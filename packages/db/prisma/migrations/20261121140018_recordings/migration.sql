-- CreateEnum
CREATE TYPE "Quality" AS ENUM ('aac128', 'aac256', 'aac320', 'lossless');

-- CreateEnum
CREATE TYPE "DownloadBenefit" AS ENUM ('none', 'mp3', 'original');

-- CreateEnum
CREATE TYPE "MembershipSource" AS ENUM ('granted', 'paid', 'gift');

-- CreateEnum
CREATE TYPE "ListenerKind" AS ENUM ('fan', 'crew', 'bot');

-- CreateEnum
CREATE TYPE "UploadState" AS ENUM ('open', 'completed', 'aborted', 'refused');

-- CreateEnum
CREATE TYPE "RecordingStage" AS ENUM ('received', 'checked', 'measured', 'encoded', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "TimedTextKind" AS ENUM ('lyrics', 'notes');

-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('open', 'accepted', 'declined');

-- CreateEnum
CREATE TYPE "TakedownState" AS ENUM ('reported', 'upheld', 'rejected', 'countered', 'restored');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "history_off" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "mix" ADD COLUMN     "comments_open" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "downloadable" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "early_access" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "embed_allowed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "exclusive_tier_id" UUID,
ADD COLUMN     "recording_id" UUID;

-- AlterTable
ALTER TABLE "site_setting" ADD COLUMN     "originals_kept_days" INTEGER;

-- AlterTable
ALTER TABLE "tenant" ADD COLUMN     "entitlements" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "track" ADD COLUMN     "is_unknown" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "mix_like" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "mix_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mix_like_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "follow" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "mix_comment" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mix_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "at_ms" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_by" UUID,

    CONSTRAINT "mix_comment_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "comment_report" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "comment_id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_report_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tier" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL DEFAULT '{}',
    "rank" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "price_month_minor" INTEGER NOT NULL,
    "price_year_minor" INTEGER,
    "quality" "Quality" NOT NULL,
    "early_access_hours" INTEGER NOT NULL DEFAULT 0,
    "exclusives" BOOLEAN NOT NULL DEFAULT false,
    "downloads" "DownloadBenefit" NOT NULL DEFAULT 'none',
    "message_quota" INTEGER NOT NULL DEFAULT 0,
    "backstage" BOOLEAN NOT NULL DEFAULT false,
    "ad_free" BOOLEAN NOT NULL DEFAULT true,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tier_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "membership" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "tier_id" UUID NOT NULL,
    "source" "MembershipSource" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "granted_by" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "feed_token" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "feed_token_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "listening_position" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "mix_id" UUID NOT NULL,
    "position_ms" INTEGER NOT NULL,
    "finished" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listening_position_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "listening_entry" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "mix_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "listened_ms" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "listening_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "player_state" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "device_id" UUID,
    "device_name" TEXT NOT NULL DEFAULT '',
    "mix_id" UUID,
    "position_ms" INTEGER NOT NULL DEFAULT 0,
    "rate" INTEGER NOT NULL DEFAULT 1000,
    "playing" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queue" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "player_state_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "sound_preset" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sound_preset_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "play" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "mix_id" UUID NOT NULL,
    "recording_id" UUID,
    "kind" "ListenerKind" NOT NULL DEFAULT 'fan',
    "listener" TEXT NOT NULL,
    "is_member" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT 'site',
    "country" CHAR(2),
    "place" TEXT,
    "device" TEXT NOT NULL DEFAULT 'other',
    "browser" TEXT NOT NULL DEFAULT '',
    "quality" TEXT NOT NULL DEFAULT '',
    "duration_ms" INTEGER NOT NULL,
    "listened_ms" INTEGER NOT NULL DEFAULT 0,
    "ranges" int4multirange NOT NULL DEFAULT '{}'::int4multirange,
    "last_beat_at" TIMESTAMPTZ(3) NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "finished" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "play_pkey" PRIMARY KEY ("tenant_id","id","started_at")
) PARTITION BY RANGE ("started_at");

-- CreateTable
CREATE TABLE "play_beat" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seq" INTEGER NOT NULL,
    "from_s" INTEGER NOT NULL,
    "to_s" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "play_beat_pkey" PRIMARY KEY ("tenant_id","id","started_at","seq")
) PARTITION BY RANGE ("started_at");

-- CreateTable
CREATE TABLE "play_hour" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "mix_id" UUID NOT NULL,
    "kind" "ListenerKind" NOT NULL,
    "source" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "plays" INTEGER NOT NULL,
    "listeners" INTEGER NOT NULL,
    "listened_ms" BIGINT NOT NULL,
    "finished" INTEGER NOT NULL,

    CONSTRAINT "play_hour_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "play_hour_due" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "play_hour_due_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "upload" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mix_id" UUID,
    "filename" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "part_bytes" INTEGER NOT NULL,
    "file_mark" TEXT NOT NULL,
    "object_key" TEXT NOT NULL,
    "storage_upload_id" TEXT NOT NULL,
    "state" "UploadState" NOT NULL DEFAULT 'open',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "recording" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mix_id" UUID NOT NULL,
    "upload_id" UUID,
    "number" INTEGER NOT NULL,
    "stage" "RecordingStage" NOT NULL DEFAULT 'received',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "failed_at" "RecordingStage",
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "first_play_at" TIMESTAMPTZ(3),
    "ready_at" TIMESTAMPTZ(3),
    "filename" TEXT NOT NULL,
    "object_key" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT,
    "original_deleted_at" TIMESTAMPTZ(3),
    "format" TEXT,
    "lossless" BOOLEAN NOT NULL DEFAULT false,
    "sample_rate" INTEGER,
    "channels" INTEGER,
    "bits_per_sample" INTEGER,
    "duration_ms" INTEGER,
    "trim_start_ms" INTEGER NOT NULL DEFAULT 0,
    "trim_end_ms" INTEGER NOT NULL DEFAULT 0,
    "silence_start_ms" INTEGER,
    "silence_end_ms" INTEGER,
    "tags" JSONB NOT NULL DEFAULT '{}',
    "cue_sheet" TEXT,
    "loudness_centi_lufs" INTEGER,
    "true_peak_centi_db" INTEGER,
    "range_centi_lu" INTEGER,
    "bpm_centi" INTEGER,
    "bpm_confidence" INTEGER,
    "bpm_alternatives" JSONB NOT NULL DEFAULT '[]',
    "musical_key" TEXT,
    "camelot" TEXT,
    "key_confidence" INTEGER,
    "energy" JSONB NOT NULL DEFAULT '[]',
    "suggestion" JSONB NOT NULL DEFAULT '{}',
    "fingerprint" BYTEA,
    "peaks" BYTEA,
    "peaks_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "rendition" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "recording_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "codecs" TEXT NOT NULL,
    "bandwidth" INTEGER NOT NULL,
    "average_bandwidth" INTEGER NOT NULL,
    "segment_ms" INTEGER[],
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rendition_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "timed_text" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mix_id" UUID NOT NULL,
    "kind" "TimedTextKind" NOT NULL,
    "locale" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "timed_text_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "track_suggestion" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "track_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "artist" TEXT NOT NULL,
    "state" "SuggestionState" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "track_suggestion_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "rights_declaration" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mix_id" UUID NOT NULL,
    "recording_id" UUID,
    "account_id" UUID NOT NULL,
    "account_name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rights_declaration_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "takedown" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mix_id" UUID NOT NULL,
    "state" "TakedownState" NOT NULL DEFAULT 'reported',
    "kind" TEXT NOT NULL,
    "claimant_name" TEXT NOT NULL,
    "claimant_email" CITEXT NOT NULL,
    "work" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "at_ms" INTEGER,
    "reported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decision" TEXT,
    "counter_name" TEXT,
    "counter_statement" TEXT,
    "countered_at" TIMESTAMPTZ(3),
    "restore_after" TIMESTAMPTZ(3),

    CONSTRAINT "takedown_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "listen_link" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mix_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "listen_link_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "mix_like_tenant_id_mix_id_idx" ON "mix_like"("tenant_id", "mix_id");

-- CreateIndex
CREATE UNIQUE INDEX "mix_like_tenant_id_account_id_mix_id_key" ON "mix_like"("tenant_id", "account_id", "mix_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_tenant_id_account_id_key" ON "follow"("tenant_id", "account_id");

-- CreateIndex
CREATE INDEX "mix_comment_tenant_id_mix_id_at_ms_idx" ON "mix_comment"("tenant_id", "mix_id", "at_ms");

-- CreateIndex
CREATE INDEX "mix_comment_tenant_id_account_id_created_at_idx" ON "mix_comment"("tenant_id", "account_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_report_tenant_id_resolved_at_idx" ON "comment_report"("tenant_id", "resolved_at");

-- CreateIndex
CREATE UNIQUE INDEX "comment_report_tenant_id_comment_id_reporter_id_key" ON "comment_report"("tenant_id", "comment_id", "reporter_id");

-- CreateIndex
CREATE INDEX "tier_tenant_id_rank_idx" ON "tier"("tenant_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "tier_tenant_id_slug_key" ON "tier"("tenant_id", "slug");

-- CreateIndex
CREATE INDEX "membership_tenant_id_account_id_ends_at_idx" ON "membership"("tenant_id", "account_id", "ends_at");

-- CreateIndex
CREATE INDEX "membership_tenant_id_tier_id_idx" ON "membership"("tenant_id", "tier_id");

-- CreateIndex
CREATE INDEX "feed_token_tenant_id_account_id_idx" ON "feed_token"("tenant_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "feed_token_tenant_id_token_hash_key" ON "feed_token"("tenant_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "listening_position_tenant_id_account_id_mix_id_key" ON "listening_position"("tenant_id", "account_id", "mix_id");

-- CreateIndex
CREATE INDEX "listening_entry_tenant_id_account_id_started_at_idx" ON "listening_entry"("tenant_id", "account_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "player_state_tenant_id_account_id_key" ON "player_state"("tenant_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sound_preset_tenant_id_account_id_name_key" ON "sound_preset"("tenant_id", "account_id", "name");

-- CreateIndex
CREATE INDEX "play_tenant_id_mix_id_started_at_idx" ON "play"("tenant_id", "mix_id", "started_at");

-- CreateIndex
CREATE INDEX "play_tenant_id_started_at_idx" ON "play"("tenant_id", "started_at");

-- CreateIndex
CREATE INDEX "play_beat_tenant_id_received_at_idx" ON "play_beat"("tenant_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "play_hour_tenant_id_hour_mix_id_kind_source_country_device_key" ON "play_hour"("tenant_id", "hour", "mix_id", "kind", "source", "country", "device");

-- CreateIndex
CREATE UNIQUE INDEX "play_hour_due_tenant_id_hour_key" ON "play_hour_due"("tenant_id", "hour");

-- CreateIndex
CREATE INDEX "upload_tenant_id_state_expires_at_idx" ON "upload"("tenant_id", "state", "expires_at");

-- CreateIndex
CREATE INDEX "upload_tenant_id_created_by_created_at_idx" ON "upload"("tenant_id", "created_by", "created_at");

-- CreateIndex
CREATE INDEX "recording_tenant_id_stage_idx" ON "recording"("tenant_id", "stage");

-- CreateIndex
CREATE INDEX "recording_tenant_id_sha256_idx" ON "recording"("tenant_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "recording_tenant_id_mix_id_number_key" ON "recording"("tenant_id", "mix_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "rendition_tenant_id_recording_id_name_key" ON "rendition"("tenant_id", "recording_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "timed_text_tenant_id_mix_id_kind_locale_key" ON "timed_text"("tenant_id", "mix_id", "kind", "locale");

-- CreateIndex
CREATE INDEX "track_suggestion_tenant_id_state_created_at_idx" ON "track_suggestion"("tenant_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "track_suggestion_tenant_id_track_id_account_id_key" ON "track_suggestion"("tenant_id", "track_id", "account_id");

-- CreateIndex
CREATE INDEX "rights_declaration_tenant_id_mix_id_at_idx" ON "rights_declaration"("tenant_id", "mix_id", "at");

-- CreateIndex
CREATE INDEX "takedown_tenant_id_state_reported_at_idx" ON "takedown"("tenant_id", "state", "reported_at");

-- CreateIndex
CREATE INDEX "takedown_tenant_id_mix_id_idx" ON "takedown"("tenant_id", "mix_id");

-- CreateIndex
CREATE INDEX "listen_link_tenant_id_mix_id_idx" ON "listen_link"("tenant_id", "mix_id");

-- CreateIndex
CREATE UNIQUE INDEX "listen_link_tenant_id_token_hash_key" ON "listen_link"("tenant_id", "token_hash");

-- AddForeignKey
ALTER TABLE "mix" ADD CONSTRAINT "mix_tenant_id_recording_id_fkey" FOREIGN KEY ("tenant_id", "recording_id") REFERENCES "recording"("tenant_id", "id") ON DELETE SET NULL ("recording_id") ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mix" ADD CONSTRAINT "mix_tenant_id_exclusive_tier_id_fkey" FOREIGN KEY ("tenant_id", "exclusive_tier_id") REFERENCES "tier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mix_like" ADD CONSTRAINT "mix_like_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mix_like" ADD CONSTRAINT "mix_like_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mix_comment" ADD CONSTRAINT "mix_comment_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mix_comment" ADD CONSTRAINT "mix_comment_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_report" ADD CONSTRAINT "comment_report_tenant_id_comment_id_fkey" FOREIGN KEY ("tenant_id", "comment_id") REFERENCES "mix_comment"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_tenant_id_tier_id_fkey" FOREIGN KEY ("tenant_id", "tier_id") REFERENCES "tier"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_token" ADD CONSTRAINT "feed_token_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listening_position" ADD CONSTRAINT "listening_position_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listening_position" ADD CONSTRAINT "listening_position_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listening_entry" ADD CONSTRAINT "listening_entry_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listening_entry" ADD CONSTRAINT "listening_entry_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "player_state" ADD CONSTRAINT "player_state_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sound_preset" ADD CONSTRAINT "sound_preset_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recording" ADD CONSTRAINT "recording_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recording" ADD CONSTRAINT "recording_tenant_id_upload_id_fkey" FOREIGN KEY ("tenant_id", "upload_id") REFERENCES "upload"("tenant_id", "id") ON DELETE SET NULL ("upload_id") ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_tenant_id_recording_id_fkey" FOREIGN KEY ("tenant_id", "recording_id") REFERENCES "recording"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timed_text" ADD CONSTRAINT "timed_text_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_suggestion" ADD CONSTRAINT "track_suggestion_tenant_id_track_id_fkey" FOREIGN KEY ("tenant_id", "track_id") REFERENCES "track"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_suggestion" ADD CONSTRAINT "track_suggestion_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rights_declaration" ADD CONSTRAINT "rights_declaration_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "takedown" ADD CONSTRAINT "takedown_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listen_link" ADD CONSTRAINT "listen_link_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT lock_tenant_table(t) FROM unnest(ARRAY[
  'upload', 'recording', 'rendition', 'timed_text', 'track_suggestion', 'takedown', 'listen_link',
  'tier', 'membership', 'feed_token', 'listening_position', 'listening_entry', 'player_state', 'sound_preset',
  'mix_like', 'follow', 'mix_comment', 'comment_report', 'play', 'play_beat', 'play_hour', 'play_hour_due'
]::regclass[]) AS t;
-- What somebody declared stands as they said it.
SELECT lock_tenant_table('rights_declaration', 'SELECT, INSERT');

-- One row a seat: two grants at once make no second membership.
CREATE UNIQUE INDEX membership_one_open ON membership (tenant_id, account_id, tier_id) WHERE ended_at IS NULL AND ends_at IS NULL;

-- Partitions by month. They carry no grants and are reached through their parents, whose policies hold; made ahead by the worker's role,
-- which owns nothing: so a function that runs as its owner, and takes nothing but a span of time.
CREATE FUNCTION make_play_partitions(first_day date, last_day date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  parent text;
  month date;
  made int := 0;
BEGIN
  IF last_day > first_day + 3660 THEN RAISE EXCEPTION 'more than ten years of partitions'; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('make_play_partitions'));
  FOREACH parent IN ARRAY ARRAY['play', 'play_beat'] LOOP
    FOR month IN SELECT generate_series(date_trunc('month', first_day::timestamp), date_trunc('month', last_day::timestamp), interval '1 month')::date LOOP
      IF to_regclass(format('%I', parent || to_char(month, '_YYYY_MM'))) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', parent || to_char(month, '_YYYY_MM'), parent,
          month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', parent || to_char(month, '_YYYY_MM'));
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', parent || to_char(month, '_YYYY_MM'));
        made := made + 1;
      END IF;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION make_play_partitions(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_play_partitions(date, date) TO relay;
SELECT make_play_partitions((now() - interval '2 months')::date, (now() + interval '3 months')::date);

-- The first house: extensions, the tenant of a transaction, tables, locks.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;

GRANT USAGE ON SCHEMA public TO app, platform, relay;
-- Nobody calls a function unless it is granted: SECURITY DEFINER ones look across tenants.
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The tenant of the transaction. A setting that was once set reads '' afterwards, hence the nullif.
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION current_tenant() TO app, platform, relay;

-- Lock 1, the same for every tenant table. tests/architecture fails for a table that was not given to it.
CREATE FUNCTION lock_tenant_table(target regclass, app_may text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant_lock ON %s TO app USING (tenant_id = (SELECT current_tenant())) WITH CHECK (tenant_id = (SELECT current_tenant()))', target);
  EXECUTE format('GRANT %s ON %s TO app', app_may, target);
END $$;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('fan', 'moderator', 'editor', 'admin', 'owner');

-- CreateEnum
CREATE TYPE "TokenKind" AS ENUM ('verify_email', 'magic_link', 'reset_password', 'change_email', 'second_factor');

-- CreateEnum
CREATE TYPE "Publication" AS ENUM ('draft', 'scheduled', 'published', 'unlisted', 'taken_down');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('queued', 'sent', 'failed', 'suppressed', 'bounced', 'complained');

-- CreateEnum
CREATE TYPE "PageKind" AS ENUM ('page', 'about', 'legal');

-- CreateEnum
CREATE TYPE "SlugKind" AS ENUM ('mix', 'event', 'page');

-- CreateEnum
CREATE TYPE "TenantStatus" AS ENUM ('trial', 'active', 'grace', 'suspended', 'closed');

-- CreateEnum
CREATE TYPE "HostState" AS ENUM ('added', 'proved', 'routed', 'certified');

-- CreateTable
CREATE TABLE "account" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'fan',
    "locale" TEXT,
    "time_zone" TEXT,
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" INTEGER,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_agent" TEXT,
    "ip_prefix" TEXT,
    "place" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "one_time_token" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" TEXT NOT NULL,
    "kind" "TokenKind" NOT NULL,
    "account_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_token_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "role" "Role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "consent_record" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" UUID,
    "visitor_id" UUID,
    "kind" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "version" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_record_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "actor_id" UUID,
    "actor_name" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,
    "ip_prefix" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "brand" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "published" JSONB NOT NULL,
    "draft" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "brand_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "brand_revision" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record" JSONB NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brand_revision_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "site_setting" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "locales" TEXT[],
    "consent" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_setting_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "mix" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" JSONB NOT NULL DEFAULT '{}',
    "artwork_id" UUID,
    "duration_ms" INTEGER NOT NULL DEFAULT 0,
    "genre" TEXT,
    "moods" TEXT[],
    "recorded_on" DATE NOT NULL,
    "publication" "Publication" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "search_text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mix_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "track" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mix_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "start_ms" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "artist" TEXT NOT NULL,
    "label" TEXT,

    CONSTRAINT "track_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "event" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" JSONB NOT NULL DEFAULT '{}',
    "image_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL,
    "venue" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "ticket_url" TEXT,
    "price_minor" INTEGER,
    "currency" CHAR(3),
    "publication" "Publication" NOT NULL DEFAULT 'draft',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "link" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "position" INTEGER NOT NULL,
    "label" JSONB NOT NULL,
    "url" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'other',

    CONSTRAINT "link_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "mail_send" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "template" TEXT NOT NULL,
    "recipient" CITEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'queued',
    "provider_id" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_send_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "mail_suppression" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "recipient" CITEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_suppression_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "media_item" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "object_key" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "focal_x" INTEGER NOT NULL DEFAULT 500,
    "focal_y" INTEGER NOT NULL DEFAULT 500,
    "alt" JSONB NOT NULL DEFAULT '{}',
    "tone" TEXT NOT NULL DEFAULT '#808080',
    "sha256" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "uploaded_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_item_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "job" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "page" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "kind" "PageKind" NOT NULL DEFAULT 'page',
    "title" JSONB NOT NULL,
    "blocks" JSONB NOT NULL DEFAULT '[]',
    "published_title" JSONB,
    "published_blocks" JSONB,
    "published_at" TIMESTAMPTZ(3),
    "in_navigation" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "page_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "page_revision" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "page_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "blocks" JSONB NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "page_revision_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "slug_redirect" (
    "tenant_id" UUID NOT NULL DEFAULT current_tenant(),
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "SlugKind" NOT NULL,
    "from_slug" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slug_redirect_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tenant" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" "TenantStatus" NOT NULL DEFAULT 'trial',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "currency" CHAR(3) NOT NULL DEFAULT 'GBP',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/London',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "host" (
    "hostname" CITEXT NOT NULL,
    "tenant_id" UUID NOT NULL,
    "state" "HostState" NOT NULL DEFAULT 'added',
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "host_pkey" PRIMARY KEY ("hostname")
);

-- CreateTable
CREATE TABLE "operator" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" INTEGER,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_session" (
    "id" TEXT NOT NULL,
    "operator_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_agent" TEXT,
    "ip_prefix" TEXT,

    CONSTRAINT "operator_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_recovery_code" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "operator_recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_audit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "tenant_id" UUID,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operator_audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_tenant_id_role_idx" ON "account"("tenant_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "account_tenant_id_email_key" ON "account"("tenant_id", "email");

-- CreateIndex
CREATE INDEX "session_tenant_id_account_id_idx" ON "session"("tenant_id", "account_id");

-- CreateIndex
CREATE INDEX "session_tenant_id_expires_at_idx" ON "session"("tenant_id", "expires_at");

-- CreateIndex
CREATE INDEX "one_time_token_tenant_id_account_id_kind_idx" ON "one_time_token"("tenant_id", "account_id", "kind");

-- CreateIndex
CREATE INDEX "one_time_token_tenant_id_expires_at_idx" ON "one_time_token"("tenant_id", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_tenant_id_account_id_code_hash_key" ON "recovery_code"("tenant_id", "account_id", "code_hash");

-- CreateIndex
CREATE INDEX "sign_in_attempt_tenant_id_key_at_idx" ON "sign_in_attempt"("tenant_id", "key", "at");

-- CreateIndex
CREATE INDEX "invitation_tenant_id_email_idx" ON "invitation"("tenant_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_tenant_id_token_hash_key" ON "invitation"("tenant_id", "token_hash");

-- CreateIndex
CREATE INDEX "consent_record_tenant_id_account_id_kind_at_idx" ON "consent_record"("tenant_id", "account_id", "kind", "at");

-- CreateIndex
CREATE INDEX "audit_entry_tenant_id_at_idx" ON "audit_entry"("tenant_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_tenant_id_subject_kind_subject_id_at_idx" ON "audit_entry"("tenant_id", "subject_kind", "subject_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "brand_tenant_id_key" ON "brand"("tenant_id");

-- CreateIndex
CREATE INDEX "brand_revision_tenant_id_created_at_idx" ON "brand_revision"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "site_setting_tenant_id_key" ON "site_setting"("tenant_id");

-- CreateIndex
CREATE INDEX "mix_tenant_id_publication_published_at_idx" ON "mix"("tenant_id", "publication", "published_at" DESC);

-- CreateIndex
CREATE INDEX "mix_tenant_id_genre_idx" ON "mix"("tenant_id", "genre");

-- CreateIndex
CREATE UNIQUE INDEX "mix_tenant_id_slug_key" ON "mix"("tenant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "track_tenant_id_mix_id_position_key" ON "track"("tenant_id", "mix_id", "position");

-- CreateIndex
CREATE INDEX "event_tenant_id_starts_at_idx" ON "event"("tenant_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_tenant_id_slug_key" ON "event"("tenant_id", "slug");

-- CreateIndex
CREATE INDEX "link_tenant_id_position_idx" ON "link"("tenant_id", "position");

-- CreateIndex
CREATE INDEX "mail_send_tenant_id_recipient_created_at_idx" ON "mail_send"("tenant_id", "recipient", "created_at");

-- CreateIndex
CREATE INDEX "mail_send_tenant_id_provider_id_idx" ON "mail_send"("tenant_id", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_suppression_tenant_id_recipient_key" ON "mail_suppression"("tenant_id", "recipient");

-- CreateIndex
CREATE INDEX "media_item_tenant_id_created_at_idx" ON "media_item"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "media_item_tenant_id_sha256_key" ON "media_item"("tenant_id", "sha256");

-- CreateIndex
CREATE INDEX "outbox_event_created_at_idx" ON "outbox_event"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "page_tenant_id_slug_key" ON "page"("tenant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "page_revision_tenant_id_page_id_version_key" ON "page_revision"("tenant_id", "page_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "slug_redirect_tenant_id_kind_from_slug_key" ON "slug_redirect"("tenant_id", "kind", "from_slug");

-- CreateIndex
CREATE UNIQUE INDEX "tenant_slug_key" ON "tenant"("slug");

-- CreateIndex
CREATE INDEX "host_tenant_id_idx" ON "host"("tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "operator_email_key" ON "operator"("email");

-- CreateIndex
CREATE INDEX "operator_session_operator_id_idx" ON "operator_session"("operator_id");

-- CreateIndex
CREATE UNIQUE INDEX "operator_recovery_code_operator_id_code_hash_key" ON "operator_recovery_code"("operator_id", "code_hash");

-- CreateIndex
CREATE INDEX "operator_audit_tenant_id_at_idx" ON "operator_audit"("tenant_id", "at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_tenant_id_account_id_fkey" FOREIGN KEY ("tenant_id", "account_id") REFERENCES "account"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mix" ADD CONSTRAINT "mix_tenant_id_artwork_id_fkey" FOREIGN KEY ("tenant_id", "artwork_id") REFERENCES "media_item"("tenant_id", "id") ON DELETE SET NULL ("artwork_id") ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "track" ADD CONSTRAINT "track_tenant_id_mix_id_fkey" FOREIGN KEY ("tenant_id", "mix_id") REFERENCES "mix"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_tenant_id_image_id_fkey" FOREIGN KEY ("tenant_id", "image_id") REFERENCES "media_item"("tenant_id", "id") ON DELETE SET NULL ("image_id") ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "page_revision" ADD CONSTRAINT "page_revision_tenant_id_page_id_fkey" FOREIGN KEY ("tenant_id", "page_id") REFERENCES "page"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "host" ADD CONSTRAINT "host_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operator_session" ADD CONSTRAINT "operator_session_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operator_recovery_code" ADD CONSTRAINT "operator_recovery_code_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Locks on tenant tables.
SELECT lock_tenant_table(t) FROM unnest(ARRAY[
  'account', 'session', 'one_time_token', 'recovery_code', 'sign_in_attempt', 'invitation',
  'brand', 'brand_revision', 'site_setting', 'media_item', 'mix', 'track', 'event', 'link',
  'page', 'page_revision', 'slug_redirect', 'mail_send', 'mail_suppression'
]::regclass[]) AS t;
-- Written once: nobody rewrites what was done or agreed to. An erased fan's consent loses its link to the person.
SELECT lock_tenant_table('audit_entry', 'SELECT, INSERT');
SELECT lock_tenant_table('consent_record', 'SELECT, INSERT, UPDATE (account_id, visitor_id)');
SELECT lock_tenant_table('outbox_event', 'INSERT, SELECT');

-- The relay moves committed jobs of every tenant to the queue, and knows which tenants there are.
CREATE POLICY relay_moves ON outbox_event TO relay USING (true);
-- UPDATE is what FOR UPDATE asks for; no column is ever changed.
GRANT SELECT, UPDATE, DELETE ON outbox_event TO relay;

-- Platform tables. `app` reads its own tenant and hosts; `relay` the list; `platform` is at home here.
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON tenant FOR SELECT TO app USING (id = (SELECT current_tenant()));
CREATE POLICY relay_lists ON tenant FOR SELECT TO relay USING (true);
CREATE POLICY platform_all ON tenant TO platform USING (true) WITH CHECK (true);
GRANT SELECT ON tenant TO app, relay;
GRANT SELECT, INSERT, UPDATE ON tenant TO platform;

ALTER TABLE host ENABLE ROW LEVEL SECURITY;
ALTER TABLE host FORCE ROW LEVEL SECURITY;
CREATE POLICY own_hosts ON host FOR SELECT TO app USING (tenant_id = (SELECT current_tenant()));
CREATE POLICY platform_all ON host TO platform USING (true) WITH CHECK (true);
GRANT SELECT ON host TO app;
GRANT SELECT, INSERT, UPDATE, DELETE ON host TO platform;
CREATE UNIQUE INDEX host_one_primary ON host (tenant_id) WHERE is_primary;

GRANT SELECT, INSERT, UPDATE, DELETE ON operator, operator_session, operator_recovery_code TO platform;
GRANT SELECT, INSERT ON operator_audit TO platform;

-- Host name → tenant: the one look across tenants that `app` has. Own domains answer only once routed.
CREATE FUNCTION resolve_host(wanted_hostname citext, wanted_slug citext)
RETURNS TABLE (tenant_id uuid, slug text, name text, status text, locale text, currency text, time_zone text, revision int, primary_host text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.slug::text, t.name, t.status::text, t.locale, t.currency::text, t.time_zone, t.revision,
         (SELECT p.hostname::text FROM host p WHERE p.tenant_id = t.id AND p.is_primary AND p.state IN ('routed', 'certified'))
  FROM tenant t
  WHERE t.status <> 'closed' AND t.id = CASE
    WHEN wanted_slug IS NOT NULL THEN (SELECT s.id FROM tenant s WHERE s.slug = wanted_slug)
    ELSE (SELECT h.tenant_id FROM host h WHERE h.hostname = wanted_hostname AND h.state IN ('routed', 'certified'))
  END
$$;
GRANT EXECUTE ON FUNCTION resolve_host(citext, citext) TO app;

-- Raises the revision of the transaction's own tenant and tells every process at commit.
CREATE FUNCTION raise_tenant_revision() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE raised int;
BEGIN
  UPDATE tenant SET revision = revision + 1 WHERE id = current_tenant() RETURNING revision INTO raised;
  IF raised IS NULL THEN RAISE EXCEPTION 'no tenant in this transaction'; END IF;
  PERFORM pg_notify('tenant_revision', current_tenant() || ':' || raised);
  RETURN raised;
END $$;
GRANT EXECUTE ON FUNCTION raise_tenant_revision() TO app;

-- A change of the tenant itself or of its hosts (the platform's doing) raises the revision too.
CREATE FUNCTION tenant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision = OLD.revision THEN
    NEW.revision := OLD.revision + 1;
    PERFORM pg_notify('tenant_revision', NEW.id || ':' || NEW.revision);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tenant_changed BEFORE UPDATE ON tenant FOR EACH ROW EXECUTE FUNCTION tenant_changed();

CREATE FUNCTION host_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE tenant SET revision = revision + 1 WHERE id IN (OLD.tenant_id, NEW.tenant_id);
  PERFORM pg_notify('tenant_revision', t.id || ':' || t.revision) FROM tenant t WHERE t.id IN (OLD.tenant_id, NEW.tenant_id);
  RETURN NULL;
END $$;
CREATE TRIGGER host_changed AFTER INSERT OR UPDATE OR DELETE ON host FOR EACH ROW EXECUTE FUNCTION host_changed();

-- Wakes the relay; its polling stays the net.
CREATE FUNCTION outbox_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_written AFTER INSERT ON outbox_event FOR EACH STATEMENT EXECUTE FUNCTION outbox_written();

-- What the search looks at: lower case, without accents.
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT lower(unaccent(coalesce(words, ''))) $$;
GRANT EXECUTE ON FUNCTION search_fold(text) TO app;

CREATE FUNCTION mix_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := search_fold(concat_ws(' ', NEW.title, NEW.genre, array_to_string(NEW.moods, ' '),
    (SELECT string_agg(t.artist || ' ' || t.title, ' ' ORDER BY t.position) FROM track t WHERE t.tenant_id = NEW.tenant_id AND t.mix_id = NEW.id)));
  RETURN NEW;
END $$;
CREATE TRIGGER mix_search_text BEFORE INSERT OR UPDATE ON mix FOR EACH ROW EXECUTE FUNCTION mix_search_text();

-- Touching the mix makes its own trigger read the tracks again; once a statement, not once a track.
CREATE FUNCTION track_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE mix SET search_text = '' WHERE (tenant_id, id) IN (SELECT DISTINCT c.tenant_id, c.mix_id FROM changed c);
  RETURN NULL;
END $$;
CREATE TRIGGER track_inserted AFTER INSERT ON track REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION track_search_text();
CREATE TRIGGER track_updated AFTER UPDATE ON track REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION track_search_text();
CREATE TRIGGER track_deleted AFTER DELETE ON track REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION track_search_text();

-- The lock's own tools belong to the migrator.
REVOKE EXECUTE ON FUNCTION lock_tenant_table(regclass, text) FROM PUBLIC;

-- A provider's webhook names a mail by the provider's own id and no tenant: this finds the tenant, from what we wrote ourselves.
CREATE TABLE "mail_provider_ref" (
    "provider_id" TEXT NOT NULL,
    "tenant_id" UUID NOT NULL,
    "mail_send_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_provider_ref_pkey" PRIMARY KEY ("provider_id")
);
CREATE INDEX "mail_provider_ref_created_at_idx" ON "mail_provider_ref"("created_at");
ALTER TABLE mail_provider_ref ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_provider_ref FORCE ROW LEVEL SECURITY;

-- Written in the tenant's own transaction, for that tenant alone. The first to register an id keeps it.
CREATE FUNCTION register_mail(given_provider_id text, given_mail_send_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO mail_provider_ref (provider_id, tenant_id, mail_send_id)
  SELECT given_provider_id, current_tenant(), given_mail_send_id WHERE current_tenant() IS NOT NULL
  ON CONFLICT (provider_id) DO NOTHING
$$;
GRANT EXECUTE ON FUNCTION register_mail(text, uuid) TO app;

CREATE FUNCTION resolve_mail(wanted_provider_id text) RETURNS TABLE (tenant_id uuid, mail_send_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.tenant_id, r.mail_send_id FROM mail_provider_ref r WHERE r.provider_id = wanted_provider_id
$$;
GRANT EXECUTE ON FUNCTION resolve_mail(text) TO app;

-- Who changed a mix last: named to whoever was overtaken.
ALTER TABLE "mix" ADD COLUMN "updated_by" UUID;

-- What waits for its minute, over all tenants.
CREATE INDEX mix_scheduled ON mix (published_at, tenant_id) WHERE publication = 'scheduled';

-- Tenants whose mixes' hour has come: asked every minute, answered from the index alone.
CREATE FUNCTION tenants_with_due_mixes() RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m.tenant_id FROM mix m WHERE m.publication = 'scheduled' AND m.published_at <= now()
$$;
REVOKE ALL ON FUNCTION tenants_with_due_mixes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenants_with_due_mixes() TO relay;

-- A mix may be scheduled while its audio is still made: it is due when its hour has come and there is something to hear.
CREATE OR REPLACE FUNCTION tenants_with_due_mixes() RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m.tenant_id FROM mix m WHERE m.publication = 'scheduled' AND m.published_at <= now() AND m.recording_id IS NOT NULL
$$;

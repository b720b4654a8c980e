-- The console's repeat rule: how many mixes of each tenant were taken down since then, and are still held to be rightly so (domain/rights/strikes.ts).
CREATE INDEX audit_takedowns ON audit_entry (at, tenant_id) WHERE subject_kind = 'takedown';
CREATE FUNCTION tenants_with_strikes(since timestamptz) RETURNS TABLE (tenant_id uuid, strikes int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.tenant_id, count(DISTINCT u.data ->> 'mixId')::int FROM audit_entry u
  WHERE u.subject_kind = 'takedown' AND u.action = 'takedown.upheld' AND u.at > since
    AND NOT EXISTS (SELECT FROM audit_entry r WHERE r.tenant_id = u.tenant_id AND r.subject_kind = 'takedown'
      AND r.action = 'takedown.restored' AND r.subject_id = u.subject_id AND r.id > u.id)
  GROUP BY u.tenant_id
$$;
REVOKE ALL ON FUNCTION tenants_with_strikes(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenants_with_strikes(timestamptz) TO platform;

-- Single plays are kept for so long and no longer: a month at a time, as partitions, by the worker's role, which owns nothing.
-- Nothing younger than half a year goes, whoever asks; a month whose hours are not all summed yet stays until they are.
CREATE FUNCTION drop_play_partitions(kept_from date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  parent text;
  child text;
  month date;
  dropped int := 0;
BEGIN
  IF kept_from > (now() - interval '6 months')::date THEN RAISE EXCEPTION 'plays of the last six months are kept'; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('make_play_partitions'));
  FOREACH parent IN ARRAY ARRAY['play_beat', 'play'] LOOP
    FOR child, month IN
      SELECT c.relname, to_date(right(c.relname, 7), 'YYYY_MM') FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = parent::regclass AND c.relname ~ ('^' || parent || '_\d{4}_\d{2}$')
    LOOP
      CONTINUE WHEN month + interval '1 month' > kept_from;
      CONTINUE WHEN EXISTS (SELECT FROM play_hour_due WHERE hour >= month AND hour < month + interval '1 month');
      EXECUTE format('DROP TABLE %I', child);
      dropped := dropped + 1;
    END LOOP;
  END LOOP;
  RETURN dropped;
END $$;
REVOKE EXECUTE ON FUNCTION drop_play_partitions(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_play_partitions(date) TO relay;

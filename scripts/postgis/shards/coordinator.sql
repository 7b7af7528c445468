-- The server that is asked, after points.sql, tiles.sql, levels.sql, zones.sql: it holds zones and overview, the shards hold the points.
CREATE EXTENSION IF NOT EXISTS postgres_fdw;

ALTER TABLE points RENAME TO points_before;
CREATE TABLE points (LIKE points_before) PARTITION BY HASH (id);
DROP TABLE points_before;

-- The views of the shards, by their number.
CREATE TABLE points_placed (shard integer NOT NULL, east float8 NOT NULL, north float8 NOT NULL) PARTITION BY LIST (shard);
CREATE TABLE shard_counts (shard integer NOT NULL, zone text NOT NULL, points bigint NOT NULL) PARTITION BY LIST (shard);
CREATE TABLE shard_digests (shard integer NOT NULL, digest text) PARTITION BY LIST (shard);

-- Every shard gets the coordinator's zones, so that points and zones are joined where the points are.
CREATE OR REPLACE PROCEDURE copy_zones() LANGUAGE plpgsql AS $$
DECLARE
  shard text;
BEGIN
  FOR shard IN SELECT srvname FROM pg_foreign_server ORDER BY srvname LOOP
    EXECUTE format('DELETE FROM %I.zones', shard);
    EXECUTE format('INSERT INTO %I.zones SELECT * FROM zones', shard);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION require_same_zones() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF EXISTS (SELECT FROM shard_digests WHERE digest IS DISTINCT FROM (SELECT digest FROM zones_digest)) THEN
    RAISE EXCEPTION 'not all shards hold the zones of the coordinator: CALL copy_zones()';
  END IF;
  RETURN true;
END $$;

-- The view of counts.sql: every shard counts its points, and since a point is on one of them, the coordinator adds up.
CREATE OR REPLACE VIEW zone_counts AS
  SELECT zone, sum(points)::bigint AS points
  -- gathered first, sorted after: shards that are asked for sorted rows are asked one after the other
  FROM (SELECT shard_counts.zone, shard_counts.points FROM require_same_zones(), shard_counts OFFSET 0) AS counted
  GROUP BY zone
  ORDER BY zone = 'all zones, each point once', zone;

-- Replaces the function of levels.sql: the shards count their cells, the coordinator adds them up.
CREATE OR REPLACE FUNCTION points_by_cell(level integer) RETURNS TABLE (n bigint, east float8, north float8)
  LANGUAGE sql STABLE SET enable_partitionwise_aggregate = on AS $$
  SELECT sum(cells.n)::bigint, sum(cells.east) / sum(cells.n), sum(cells.north) / sum(cells.n) FROM (
    SELECT shard, floor((p.east / 40075016.685578488 + 0.5) * 32 * 2 ^ level) AS x, floor((0.5 - p.north / 40075016.685578488) * 32 * 2 ^ level) AS y,
      count(*) AS n, sum(p.east) AS east, sum(p.north) AS north
    FROM points_placed p
    GROUP BY shard, x, y
  ) AS cells
  GROUP BY x, y
$$;

-- The plan must know the tile: only then do the shards look it up in their index.
ALTER FUNCTION points_tile(integer, integer, integer) SET plan_cache_mode = force_custom_plan;

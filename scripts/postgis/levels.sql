-- How points_overview is counted; overview.sql does it. points_levels says down to which zoom.

-- The points counted in the cells of one zoom, with their mean position. In a cluster this is what the shards do (shards/coordinator.sql).
CREATE OR REPLACE FUNCTION points_by_cell(level integer) RETURNS TABLE (n bigint, east float8, north float8)
  LANGUAGE sql STABLE AS $$
  SELECT count(*), sum(ST_X(geom)) / count(*), sum(ST_Y(geom)) / count(*)
  FROM points
  GROUP BY floor((ST_X(geom) / 40075016.685578488 + 0.5) * 32 * 2 ^ level), floor((0.5 - ST_Y(geom) / 40075016.685578488) * 32 * 2 ^ level)
$$;

-- The finest level is counted from the points, each other one from the next finer.
CREATE OR REPLACE PROCEDURE fill_points_overview() LANGUAGE plpgsql AS $$
DECLARE
  world CONSTANT float8 := 40075016.685578488;
  finest CONSTANT integer := (SELECT detail_zoom - 1 FROM points_levels);
BEGIN
  TRUNCATE points_overview;
  FOR level IN REVERSE finest..0 LOOP
    IF level = finest THEN
      CREATE TEMP TABLE coarser ON COMMIT DROP AS SELECT * FROM points_by_cell(finest);
    ELSE
      CREATE TEMP TABLE coarser ON COMMIT DROP AS
        SELECT sum(n)::bigint AS n, sum(n * east) / sum(n) AS east, sum(n * north) / sum(n) AS north
        FROM finer
        GROUP BY floor((east / world + 0.5) * 32 * 2 ^ level), floor((0.5 - north / world) * 32 * 2 ^ level);
      DROP TABLE finer;
    END IF;
    INSERT INTO points_overview
      SELECT level, floor((east / world + 0.5) * 2 ^ level), floor((0.5 - north / world) * 2 ^ level), n, ST_SetSRID(ST_MakePoint(east, north), 3857)
      FROM coarser;
    ALTER TABLE coarser RENAME TO finer;
  END LOOP;
  DROP TABLE IF EXISTS finer;
END $$;

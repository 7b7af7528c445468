-- Fills points_overview from points; points_levels says down to which zoom. Each level is counted from the next finer one.
CREATE INDEX IF NOT EXISTS points_geom ON points USING gist (geom);

CREATE OR REPLACE PROCEDURE fill_points_overview() LANGUAGE plpgsql AS $$
DECLARE
  world CONSTANT float8 := 40075016.685578488;
  finest CONSTANT integer := (SELECT detail_zoom - 1 FROM points_levels);
BEGIN
  TRUNCATE points_overview;
  CREATE TEMP TABLE finer ON COMMIT DROP AS
    SELECT 1::bigint AS n, ST_X(geom) AS east, ST_Y(geom) AS north FROM points;
  FOR level IN REVERSE finest..0 LOOP
    CREATE TEMP TABLE coarser ON COMMIT DROP AS
      SELECT sum(n)::bigint AS n, sum(n * east) / sum(n) AS east, sum(n * north) / sum(n) AS north
      FROM finer
      GROUP BY floor((east / world + 0.5) * 32 * 2 ^ level), floor((0.5 - north / world) * 32 * 2 ^ level);
    INSERT INTO points_overview
      SELECT level, floor((east / world + 0.5) * 2 ^ level), floor((0.5 - north / world) * 2 ^ level), n, ST_SetSRID(ST_MakePoint(east, north), 3857)
      FROM coarser;
    DROP TABLE finer;
    ALTER TABLE coarser RENAME TO finer;
  END LOOP;
END $$;

CALL fill_points_overview();
CREATE INDEX IF NOT EXISTS points_overview_tile ON points_overview (z, x, y);
ANALYZE points, points_overview;

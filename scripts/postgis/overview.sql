-- Fills points_overview from points, as levels.sql says.
CREATE INDEX IF NOT EXISTS points_geom ON points USING gist (geom);
CALL fill_points_overview();
CREATE INDEX IF NOT EXISTS points_overview_tile ON points_overview (z, x, y);
ANALYZE points, points_overview;

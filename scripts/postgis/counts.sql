-- Points per zone, after points.sql and zones.sql: the join that the site makes in the browser, for a table of any size.
-- A point in two zones counts in each; the last row counts every point once, so it is not the sum of the others.
CREATE OR REPLACE VIEW zone_counts AS
  WITH inside AS MATERIALIZED (
    SELECT zones.layout || '/' || zones.id AS zone, points.id FROM points JOIN zones ON ST_Intersects(zones.geom, points.geom)
  )
  SELECT zone, points FROM (
    SELECT false AS total, zone, count(*) AS points FROM inside GROUP BY zone
    UNION ALL
    SELECT true, 'all zones, each point once', count(DISTINCT id) FROM inside
  ) AS counted
  ORDER BY total, zone;

-- Points per zone: the join that the site makes in the browser, for a table of any size. A point in two zones counts in each;
-- the last row counts every point once, so it is not the sum of the others. Without GROUPING SETS, which Citus has for one shard only.
SELECT zone, points FROM (
  SELECT false AS total, zones.layout || '/' || zones.id AS zone, count(DISTINCT points.id) AS points
  FROM points JOIN zones ON ST_Intersects(zones.geom, points.geom)
  GROUP BY zones.layout, zones.id
  UNION ALL
  SELECT true, 'all zones, each point once', count(DISTINCT points.id)
  FROM points JOIN zones ON ST_Intersects(zones.geom, points.geom)
) AS counted
ORDER BY total, zone;

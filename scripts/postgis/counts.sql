-- Points per zone: the join that the site makes in the browser, for a table of any size. A point in two zones counts in each;
-- the last row counts every point once, so it is not the sum of the others.
SELECT coalesce(zones.layout || '/' || zones.id, 'all zones, each point once') AS zone, count(DISTINCT points.id) AS points
FROM points
JOIN zones ON ST_Intersects(zones.geom, points.geom)
GROUP BY GROUPING SETS ((zones.layout, zones.id), ())
ORDER BY grouping(zones.id), zone;

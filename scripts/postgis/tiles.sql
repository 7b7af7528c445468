-- Vector tiles in the form that Martin and pg_tileserv publish by themselves: a function of z, x, y that returns MVT.

-- Layer “cells” with the count `n` of each below the detail zoom, layer “points” with their attributes from there on.
CREATE OR REPLACE FUNCTION points_tile(z integer, x integer, y integer) RETURNS bytea
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF z < (SELECT detail_zoom FROM points_levels) THEN
    RETURN (
      SELECT ST_AsMVT(cells, 'cells', 4096, 'geom') FROM (
        SELECT ST_AsMVTGeom(o.geom, ST_TileEnvelope(points_tile.z, points_tile.x, points_tile.y), 4096, 0, true) AS geom, o.n
        FROM points_overview o
        WHERE o.z = points_tile.z AND o.x = points_tile.x AND o.y = points_tile.y
        ORDER BY o.n, ST_X(o.geom), ST_Y(o.geom)
      ) AS cells
    );
  END IF;
  RETURN (
    SELECT ST_AsMVT(single, 'points', 8192, 'geom', 'id') FROM (
      SELECT ST_AsMVTGeom(p.geom, p.tile, 8192, 0, true) AS geom, p.id, p.attributes FROM (
        SELECT points.geom, tile, points.id, points.attributes
        FROM points, ST_TileEnvelope(points_tile.z, points_tile.x, points_tile.y) AS tile
        -- the index knows boxes only to the metre: without the exact edges a point could be in two tiles
        WHERE points.geom && tile
          AND ST_X(points.geom) >= ST_XMin(tile) AND ST_X(points.geom) < ST_XMax(tile)
          AND ST_Y(points.geom) > ST_YMin(tile) AND ST_Y(points.geom) <= ST_YMax(tile)
        OFFSET 0 -- sorted after it is gathered: shards that are asked for sorted rows are asked one after the other
      ) AS p
      ORDER BY p.id
    ) AS single
  );
END $$;
COMMENT ON FUNCTION points_tile IS 'Points: cells with a count at low zooms, single points from the detail zoom on';

-- Points and their overview levels, as Web Mercator: what the tiles are cut from.
CREATE EXTENSION IF NOT EXISTS postgis;

CREATE TABLE points (
  id bigint PRIMARY KEY,
  geom geometry(Point, 3857) NOT NULL,
  -- the file's other columns: numbers where a whole column is numbers, else text; blanks left out
  attributes jsonb NOT NULL
);

-- How many points lie in each cell of a grid of 32 × 32 cells to the tile, for every zoom below the one that shows single points.
CREATE TABLE points_overview (
  z integer NOT NULL,
  x integer NOT NULL,
  y integer NOT NULL,
  n bigint NOT NULL,
  -- the mean position of the cell's points
  geom geometry(Point, 3857) NOT NULL
);

-- The zoom from which single points are shown, and the deepest that tiles are made for.
CREATE TABLE points_levels (detail_zoom integer NOT NULL);

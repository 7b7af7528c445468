-- Zones, loaded from the site's own GeoJSON (static/data/v1/zones/*.geojson) one feature a row.
CREATE EXTENSION IF NOT EXISTS postgis;

CREATE TABLE zones (
  id text NOT NULL,
  layout text NOT NULL,
  properties jsonb NOT NULL,
  geom geometry(Geometry, 3857) NOT NULL,
  PRIMARY KEY (layout, id)
);

-- A whole FeatureCollection, as text: WGS 84 longitude and latitude, as GeoJSON is.
CREATE OR REPLACE FUNCTION load_zones(name text, collection jsonb) RETURNS bigint LANGUAGE sql AS $$
  WITH loaded AS (
    INSERT INTO zones
    SELECT feature->>'id', name, feature->'properties', ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(feature->'geometry'), 4326), 3857)
    FROM jsonb_array_elements(collection->'features') AS feature
    RETURNING 1
  )
  SELECT count(*) FROM loaded
$$;

CREATE INDEX IF NOT EXISTS zones_geom ON zones USING gist (geom);

-- Layer “zones”: outlines with their id and layout.
CREATE OR REPLACE FUNCTION zones_tile(z integer, x integer, y integer) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT ST_AsMVT(shape, 'zones', 4096, 'geom') FROM (
    SELECT ST_AsMVTGeom(geom, ST_TileEnvelope(z, x, y), 4096, 64, true) AS geom, id, layout
    FROM zones
    WHERE zones.geom && ST_TileEnvelope(z, x, y, margin => 64.0 / 4096)
    ORDER BY layout, id
  ) AS shape
  WHERE geom IS NOT NULL
$$;
COMMENT ON FUNCTION zones_tile IS 'Outlines of the zones';

-- Zones and points in one tile, which the map draws with the same layers as a file of points: MVT is joined by joining its bytes.
CREATE OR REPLACE FUNCTION atlas_tile(z integer, x integer, y integer) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT zones_tile(z, x, y) || points_tile(z, x, y) $$;
COMMENT ON FUNCTION atlas_tile IS 'Outlines of the zones, and points';

-- Tells whether two servers hold the same zones.
CREATE OR REPLACE VIEW zones_digest AS
  SELECT md5(string_agg(md5(layout || '/' || id || properties::text || ST_AsEWKB(geom)::text), '' ORDER BY layout, id)) AS digest FROM zones;

-- Made-up points round the middles of counties (table centres), the same on every server: numbers are drawn from the point's id.
-- psql -v points=5000000 -v remainder=0 -v modulus=1
CREATE FUNCTION draw(id bigint, what integer) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (hashint8extended(id, what) & ((1::bigint << 53) - 1))::float8 / (1::bigint << 53)
$$;
INSERT INTO points
  SELECT
    id,
    ST_SetSRID(ST_MakePoint(radians(east) * 6378137, ln(tan(radians(45 + north / 2))) * 6378137), 3857),
    jsonb_build_object('name', '样本' || id, 'kind', kinds[1 + floor(5 * draw(id, 4))::integer], 'output', floor(1e5 * draw(id, 5)) / 10)
  FROM (
    SELECT id, kinds, lon + 0.08 * 1.15 * distance * cos(angle) AS east, lat + 0.08 * distance * sin(angle) AS north
    FROM (
      SELECT id, floor(middles * draw(id, 3))::integer AS place, sqrt(-2 * ln(1 - draw(id, 1))) AS distance, 2 * pi() * draw(id, 2) AS angle
      FROM generate_series(1, :points::bigint) AS id, (SELECT count(*) AS middles FROM centres) AS counted
      WHERE CASE WHEN :modulus > 1 THEN satisfies_hash_partition('points'::regclass, :modulus, :remainder, id) ELSE true END
    ) AS drawn
    JOIN centres USING (place), (SELECT '{合成生物,医疗器械,创新药,现代中药,研发外包}'::text[] AS kinds) AS named
  ) AS placed;

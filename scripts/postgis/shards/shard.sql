-- One shard of a cluster, after points.sql, tiles.sql, zones.sql, counts.sql. psql -v shard=0 -v shards=3, shards counted from 0.
-- The table becomes a hash partition on the shard as well: PostgreSQL itself then refuses rows that belong elsewhere.
-- Names end with the shard's number: a link to the wrong server finds no table.
ALTER TABLE points RENAME TO points_:shard;
CREATE TABLE points (LIKE points_:shard) PARTITION BY HASH (id);
ALTER TABLE points ATTACH PARTITION points_:shard FOR VALUES WITH (MODULUS :shards, REMAINDER :shard);
CREATE INDEX points_geom_:shard ON points_:shard USING gist (geom);

-- What the coordinator asks for. Positions are grouped here, too, where a query groups them by the shard's number.
CREATE VIEW points_placed_:shard AS SELECT :shard AS shard, ST_X(geom) AS east, ST_Y(geom) AS north FROM points_:shard;
CREATE VIEW zone_counts_:shard AS SELECT :shard AS shard, zone, points FROM zone_counts;
CREATE VIEW zones_digest_:shard AS SELECT :shard AS shard, digest FROM zones_digest;

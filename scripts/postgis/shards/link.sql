-- Links a shard to the coordinator, after coordinator.sql. psql -v shard=0 -v shards=3 -v host=… -v port=…
CREATE SERVER shard_:shard FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
  host :'host', port :'port', dbname 'postgres',
  -- PostGIS is of the same version on both sides: boxes and positions are compared on the shard, by its index
  extensions 'postgis',
  -- shards work at the same time and say what a query will cost them; a row that travels costs more than one that is counted
  async_capable 'true', use_remote_estimate 'true', fdw_tuple_cost '0.2', fetch_size '10000', batch_size '5000',
  -- a machine that is gone must not be waited for; its own errors come at once
  connect_timeout '5', keepalives_idle '5', keepalives_interval '5', keepalives_count '2', tcp_user_timeout '15000'
);
CREATE USER MAPPING FOR CURRENT_USER SERVER shard_:shard OPTIONS (user 'postgres');
CREATE FOREIGN TABLE points_:shard PARTITION OF points FOR VALUES WITH (MODULUS :shards, REMAINDER :shard) SERVER shard_:shard;
CREATE FOREIGN TABLE points_placed_:shard PARTITION OF points_placed FOR VALUES IN (:shard) SERVER shard_:shard;
CREATE FOREIGN TABLE zone_counts_:shard PARTITION OF shard_counts FOR VALUES IN (:shard) SERVER shard_:shard;
CREATE FOREIGN TABLE zones_digest_:shard PARTITION OF shard_digests FOR VALUES IN (:shard) SERVER shard_:shard;
CREATE SCHEMA shard_:shard;
IMPORT FOREIGN SCHEMA public LIMIT TO (zones) FROM SERVER shard_:shard INTO shard_:shard;

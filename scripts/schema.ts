import { dataSchemas, packSchemas } from './steps/pack/json-schema';
import { emptyDir, writeJson } from './steps/write-data';

/* Write JSON Schemas for editors of packs and users of the data to geodata/schema: `npm run schema`. */
const dir = 'geodata/schema';
emptyDir(dir);
for (const [name, schema] of Object.entries(packSchemas())) writeJson(dir, name, schema);
for (const [name, schema] of Object.entries(dataSchemas())) writeJson(`${dir}/data`, name, schema);
console.log(`JSON Schemas written to ${dir}/`);

import { precompress } from './steps/precompress';

/* Last step of `npm run build`: compress what adapter-static leaves out. */
const names = precompress(process.argv[2] ?? 'build', ['.geojson', '.topojson', '.webmanifest']);
console.log(`Precompressed ${names.length} geometry files`);

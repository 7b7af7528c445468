import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/* Bundles each rival's page into dist/<page>/, minified, as its own documentation advises. `counties.geojson` is put beside it by the benchmark. */
const page = (title, css) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
${css.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
<style>body { margin: 0 }</style>
</head>
<body>
<div id="map"></div>
<script type="module" src="page.js"></script>
</body>
</html>
`;
const maplibre = 'node_modules/maplibre-gl/dist';

for (const name of ['maplibre', 'echarts', 'kepler']) {
  const out = `dist/${name}`;
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: { page: `${name}.js` },
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.NODE_DEBUG': 'false', global: 'globalThis' },
    // kepler.gl's packages each bring a copy, and their tasks would not meet
    alias: { 'react-palm': './node_modules/@kepler.gl/reducers/node_modules/react-palm' },
    loader: { '.wasm': 'file' }
  });
  if (name === 'maplibre') {
    copyFileSync(`${maplibre}/maplibre-gl.css`, `${out}/maplibre-gl.css`);
    await build({ entryPoints: [`${maplibre}/maplibre-gl-worker.mjs`], outfile: `${out}/maplibre-gl-worker.mjs`, bundle: true, minify: true, format: 'esm' });
  }
  writeFileSync(`${out}/index.html`, page(name, name === 'maplibre' ? ['maplibre-gl.css'] : []));
}

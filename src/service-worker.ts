import { base, version } from '$service-worker';
import { serveOffline } from '#lib/site/offline/worker';
import type { WorkerScope } from '#lib/site/offline/worker-scope';

/* Built by SvelteKit into service-worker.js; registered by src/lib/site/offline/site-copy.svelte.ts. */
serveOffline(globalThis as unknown as WorkerScope, { base, version });

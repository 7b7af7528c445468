import { version } from '$app/environment';
import { base } from '$app/paths';
import { Copies } from './copies';

/** Whether the build that this page belongs to works with the network off. */
export async function isKept(): Promise<boolean> {
  try {
    return await new Copies(caches, base).isComplete(version);
  } catch {
    // no cache storage in this window
    return false;
  }
}

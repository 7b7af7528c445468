import { asset } from '$app/paths';

/** Whether the site's host answers now: a page must not be reloaded into nothing. Never answered from a cache. */
export async function reachSite(): Promise<boolean> {
  try {
    return (await fetch(asset('/_app/version.json'), { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

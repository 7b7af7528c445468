import { asset } from '$app/paths';

/** Whether the site's host answers now; never answered from a cache. */
async function reachSite(): Promise<boolean> {
  try {
    return (await fetch(asset('/_app/version.json'), { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** Load the page anew, unless its host does not answer: the text on it must not be lost. @returns whether the host answered */
export async function reloadIfReachable(): Promise<boolean> {
  const reachable = await reachSite();
  if (reachable) location.reload();
  return reachable;
}

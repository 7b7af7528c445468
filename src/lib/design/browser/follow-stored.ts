/**
 * Read what this browser has stored, now and whenever another tab changes it.
 * @param key of localStorage
 * @param read may throw where storage is off: what the page has then holds until it is left
 * @returns what ends the following
 */
export function followStored(key: string, read: (stored: string | null) => void): () => void {
  const look = () => {
    try {
      read(localStorage.getItem(key));
    } catch {
      // storage is off
    }
  };
  const follow = (event: StorageEvent) => {
    if (event.key === key || event.key === null) look();
  };
  look();
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

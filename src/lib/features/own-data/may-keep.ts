/** Name of the browser's database in which readers keep their own tables and figures. */
export const OWN_DATABASE = 'own-data';

/** Whether this browser may hold anything of the reader's own: asked before what reads it is loaded. */
export async function mayKeep(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === OWN_DATABASE);
  } catch {
    // none is allowed, or the browser does not tell
    return false;
  }
}

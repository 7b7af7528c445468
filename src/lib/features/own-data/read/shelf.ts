import { OWN_DATABASE } from '../may-keep';

/*
 * Where saved tables lie: this browser's IndexedDB. Two stores, so that a list need not read whole tables.
 * Nothing in it is ever sent anywhere, and the service worker does not see it.
 */

/** Keeps labels and contents by id. Values read back are whatever lies there: the caller checks them. */
export type Shelf = Readonly<{
  labels: () => Promise<unknown[]>;
  content: (id: string) => Promise<unknown>;
  /** @throws if there is no room; then nothing is kept */
  put: (label: Readonly<{ id: string }>, content: unknown) => Promise<void>;
  relabel: (label: Readonly<{ id: string }>) => Promise<void>;
  remove: (id: string) => Promise<void>;
}>;

const [LABELS, CONTENTS] = ['labels', 'contents'];

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(OWN_DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(LABELS, { keyPath: 'id' });
    request.result.createObjectStore(CONTENTS);
  };
  return answer(request);
}

/** @throws if this browser has no IndexedDB, or does not allow it (private windows of some browsers), or a later version's lies there */
export async function openShelf(): Promise<Shelf> {
  let database = await openDatabase();
  if (![LABELS, CONTENTS].every((store) => database.objectStoreNames.contains(store))) {
    // a stranger's, or damaged: nothing that we could read is in it
    database.close();
    await answer(indexedDB.deleteDatabase(OWN_DATABASE));
    database = await openDatabase();
  }
  // another tab with a later version of the page must be able to upgrade
  database.onversionchange = () => database.close();
  const change = async (work: (labels: IDBObjectStore, contents: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction([LABELS, CONTENTS], 'readwrite');
    const done = finished(transaction);
    work(transaction.objectStore(LABELS), transaction.objectStore(CONTENTS));
    await done;
  };
  return {
    labels: () => answer(database.transaction(LABELS).objectStore(LABELS).getAll()),
    content: (id) => answer(database.transaction(CONTENTS).objectStore(CONTENTS).get(id)),
    put: (label, content) =>
      change((labels, contents) => {
        labels.put(label);
        contents.put(content, label.id);
      }),
    relabel: (label) => change((labels) => void labels.put(label)),
    remove: (id) =>
      change((labels, contents) => {
        labels.delete(id);
        contents.delete(id);
      })
  };
}

import { settled } from '@/shared/field/settled';

/** Photos wait here, on the device, until their check is sent: a page that is closed loses none. */
function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('hb-site-checks', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('photos');
    open.onsuccess = () => resolve(open.result.transaction('photos', mode).objectStore('photos'));
    open.onerror = () => reject(new Error('The device keeps no photos'));
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> => settled(request, 'The device keeps no photos');

export const keepBlob = async (id: string, file: File): Promise<unknown> => done((await store('readwrite')).put(file, id));
export const readBlob = async (id: string): Promise<File | undefined> => done((await store('readonly')).get(id) as IDBRequest<File | undefined>);
export const dropBlob = async (id: string): Promise<unknown> => done((await store('readwrite')).delete(id));

import { forgetAtHand } from './at-hand';

const CACHES = 'hb-field-';

/** After signing out the device keeps neither answers of the server nor the pages of the field. */
export async function leaveTheField(): Promise<void> {
  await forgetAtHand();
  try {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) if (name.startsWith(CACHES)) await caches.delete(name);
  } catch {
    // a browser without workers has none to leave
  }
}

import { useEffect, useState } from 'react';
import type { Me } from '@/api/contract';
import { useSession } from '@/session/session';
import { keepAtHand, meKey } from './at-hand';

/** `no`: this browser does not open the page off the net, and the person has to know it. */
export type Readiness = 'preparing' | 'ready' | 'no';

const WORKER = '/sw.js';

/** Who is signed in, as far as the pages of the field need it: neither mail nor telephone. */
const forTheField = (me: Me): Me => ({ ...me, user: { ...me.user, email: '', phone: null } });

/** Resolves once a worker is in place; the browser never says that the first one came to nothing, so its end is watched. */
function laidDown(registration: ServiceWorkerRegistration): Promise<void> {
  return new Promise((resolve, reject) => {
    const { installing } = registration;
    const failed = (): void => {
      if (installing?.state === 'redundant' && !registration.active && !registration.waiting) reject(new Error('The pages of the field are not laid down'));
    };
    installing?.addEventListener('statechange', failed);
    failed();
    void navigator.serviceWorker.ready.then(() => resolve());
  });
}

async function prepare(me: Me, orgId: string): Promise<Readiness> {
  // while developing there is no worker: the built page has it
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return 'no';
  try {
    if (!(await keepAtHand(meKey(orgId), forTheField(me)))) return 'no';
    // off the net nothing can be fetched: what is there is there
    if (!navigator.onLine) return navigator.serviceWorker.controller ? 'ready' : 'no';
    await laidDown(await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' }));
    // asks that the browser does not clear drafts and photos when room is short
    await navigator.storage?.persist?.();
    return 'ready';
  } catch {
    return navigator.serviceWorker.controller ? 'ready' : 'no';
  }
}

/** Makes this device ready for the field, once an officer opens a page of it. */
export function useFieldReady(): Readiness {
  const { me, organisation } = useSession();
  const [state, setState] = useState<Readiness>('preparing');
  const orgId = organisation?.orgId;
  useEffect(() => {
    let gone = false;
    const ready = (): void => void (orgId && prepare(me, orgId).then(now => !gone && setState(now)));
    ready();
    // what could not be fetched is fetched as soon as there is a network
    window.addEventListener('online', ready);
    return () => {
      gone = true;
      window.removeEventListener('online', ready);
    };
  }, [me, orgId]);
  return state;
}

import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { OfflineBanner } from '@/shared/ui/OfflineBanner';
import { PageSkeleton } from '@/shared/ui/Skeletons';

const FRAMES_TO_WAIT = 20;

/** After a change of page the heading takes the focus, so that a screen reader says where one is. */
function useFocusOnHeading(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        focusHeading(FRAMES_TO_WAIT);
      }),
    [router],
  );
}

/** The page may still be drawing itself; the heading is looked for during a few frames. */
function focusHeading(frames: number): void {
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('main h1');
    if (heading) heading.focus({ preventScroll: true });
    else if (frames > 0) focusHeading(frames - 1);
  });
}

export function RootFrame() {
  useFocusOnHeading();
  return (
    <>
      <OfflineBanner />
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </>
  );
}

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { newQueryClient } from '@/api/query-client';
import { whenAccountDue, whenSessionLost } from '@/api/transport';
import { ThemeRoot } from '@/theme/ThemeRoot';
import { newRouter } from './router';

const SECURITY = '/account/security';
const AREAS_WITH_SESSION = /^\/(?:[efbk]\/|account)/;

/** Puts the parts together: data, theme, pages. */
export function App() {
  const [{ client, router }] = useState(() => {
    const client = newQueryClient();
    const router = newRouter(client);
    whenSessionLost(() => {
      const { href, pathname } = router.state.location;
      // What was typed is kept as a draft in the browser; after signing in the person returns to the same page.
      const wasSignedIn = client.getQueriesData({ queryKey: ['/api/v1/me'] }).some(([, me]) => me !== undefined);
      if (wasSignedIn && AREAS_WITH_SESSION.test(pathname)) void router.navigate({ to: '/login', search: { next: href, expired: '1' } });
    });
    whenAccountDue(code => {
      const { href, pathname } = router.state.location;
      if (pathname !== SECURITY) void router.navigate({ to: SECURITY, search: { due: code === 'auth.second-factor' ? 'second-factor' : 'password', next: href } });
    });
    return { client, router };
  });
  return (
    <QueryClientProvider client={client}>
      <ThemeRoot>
        <RouterProvider router={router} />
      </ThemeRoot>
    </QueryClientProvider>
  );
}

import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '@/areas/account/routes';
import { authRoutes } from '@/areas/auth/routes';
import { bankRoutes } from '@/areas/bank/routes';
import { bureauRoutes } from '@/areas/bureau/routes';
import { enterpriseRoutes } from '@/areas/enterprise/routes';
import { firmRoutes } from '@/areas/firm/routes';
import { publicRoutes } from '@/areas/public/routes';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { NotFoundPage, RouteErrorPage } from '@/shared/ui/StatusPages';
import { accountRoute, bankRoute, bureauRoute, enterpriseRoute, firmRoute, publicRoute, rootRoute } from './roots';
import { parseSearch, stringifySearch } from './search-params';

/** Every page of the site. A new area adds one line here; its pages stand in its own `routes.ts`. */
const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([...publicRoutes, ...authRoutes]),
  accountRoute.addChildren([...accountRoutes]),
  enterpriseRoute.addChildren([...enterpriseRoutes]),
  firmRoute.addChildren([...firmRoutes]),
  bureauRoute.addChildren([...bureauRoutes]),
  bankRoute.addChildren([...bankRoutes]),
]);

export function newRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 300,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: RouteErrorPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}

import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { setCurrentOrganisation } from '@/api/transport';
import { requireMember, requireSession } from '@/session/area-guard';
import { NotFoundPage, RouteErrorPage } from '@/shared/ui/StatusPages';
import { RootFrame } from './RootFrame';

interface RouterContext {
  readonly queryClient: QueryClient;
}

/** The roots pages hang on. An area's routes name one of these as their parent. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: RootFrame,
  notFoundComponent: NotFoundPage,
  errorComponent: RouteErrorPage,
});

const portal = lazyRouteComponent(() => import('@/layouts/PortalLayout'), 'PortalLayout');

/** Pages without an account. */
export const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  beforeLoad: () => setCurrentOrganisation(null),
  component: lazyRouteComponent(() => import('@/layouts/PublicLayout'), 'PublicLayout'),
});

/** The person's own pages, whatever the organisation. */
export const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  beforeLoad: async ({ context, location }) => {
    await requireSession(context.queryClient, location.href, null);
  },
  component: portal,
});

export const enterpriseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/e/$orgId',
  beforeLoad: ({ context, location, params }) => requireMember(context.queryClient, location.href, { area: 'e', orgId: params.orgId }),
  component: portal,
});

export const firmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/f/$orgId',
  beforeLoad: ({ context, location, params }) => requireMember(context.queryClient, location.href, { area: 'f', orgId: params.orgId }),
  component: portal,
});

/** 生态环境局 and other departments. */
export const bureauRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/b/$orgId',
  beforeLoad: ({ context, location, params }) => requireMember(context.queryClient, location.href, { area: 'b', orgId: params.orgId }),
  component: portal,
});

export const bankRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/k/$orgId',
  beforeLoad: ({ context, location, params }) => requireMember(context.queryClient, location.href, { area: 'k', orgId: params.orgId }),
  component: portal,
});

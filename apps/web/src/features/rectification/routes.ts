import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('rectification');
const withClaiming = texts('rectification', 'complaints');
const bureau = () => bureauRoute;
const enterprise = () => enterpriseRoute;

export const rectificationBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/rectifications', loader, component: lazyRouteComponent(() => import('./RectificationListPage'), 'RectificationListPage') }),
  createRoute({ getParentRoute: bureau, path: '/rectifications/new', loader: withClaiming, component: lazyRouteComponent(() => import('./NewRectificationPage'), 'NewRectificationPage') }),
  createRoute({ getParentRoute: bureau, path: '/rectifications/$rectificationId', loader: withClaiming, component: lazyRouteComponent(() => import('./RectificationPage'), 'RectificationPage') }),
  createRoute({ getParentRoute: bureau, path: '/rectifications/$rectificationId/draft', loader, component: lazyRouteComponent(() => import('./DraftPage'), 'DraftPage') }),
  createRoute({ getParentRoute: bureau, path: '/rectifications/$rectificationId/verify', loader, component: lazyRouteComponent(() => import('./VerifyPage'), 'VerifyPage') }),
] as const;

export const rectificationEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/rectifications', loader, component: lazyRouteComponent(() => import('./OwnListPage'), 'OwnRectificationListPage') }),
  createRoute({ getParentRoute: enterprise, path: '/rectifications/$rectificationId', loader, component: lazyRouteComponent(() => import('./OwnPage'), 'OwnRectificationPage') }),
] as const;

export const rectificationPublicRoutes = [createRoute({ getParentRoute: () => publicRoute, path: '/supervised', loader, component: lazyRouteComponent(() => import('./PublicPage'), 'PublicSupervisionPage') })] as const;

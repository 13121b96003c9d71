import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('rectification');
const withClaiming = texts('rectification', 'complaints');
const bureau = () => bureauRoute;
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;

export const rectificationBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/rectifications', loader, component: lazyRouteComponent(() => import('./RectificationListPage'), 'RectificationListPage') }),
  createRoute({ getParentRoute: bureau, path: '/rectifications/new', loader: withClaiming, component: lazyRouteComponent(() => import('./NewRectificationPage'), 'NewRectificationPage') }),
  createRoute({ getParentRoute: bureau, path: '/rectifications/$rectificationId', loader: withClaiming, component: lazyRouteComponent(() => import('./RectificationPage'), 'RectificationPage') }),
  createRoute({ getParentRoute: bureau, path: '/rectifications/$rectificationId/draft', loader, component: lazyRouteComponent(() => import('./DraftPage'), 'DraftPage') }),
  createRoute({ getParentRoute: bureau, path: '/rectifications/$rectificationId/verify', loader, component: lazyRouteComponent(() => import('./VerifyPage'), 'VerifyPage') }),
] as const;

const ownList = lazyRouteComponent(() => import('./OwnListPage'), 'OwnRectificationListPage');
const own = lazyRouteComponent(() => import('./OwnPage'), 'OwnRectificationPage');

export const rectificationEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/rectifications', loader, component: ownList }),
  createRoute({ getParentRoute: enterprise, path: '/rectifications/$rectificationId', loader, component: own }),
] as const;

/** For the enterprises that entrusted the firm. */
export const rectificationFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/rectifications', loader, component: ownList }),
  createRoute({ getParentRoute: firm, path: '/rectifications/$rectificationId', loader, component: own }),
] as const;

export const rectificationPublicRoutes = [createRoute({ getParentRoute: () => publicRoute, path: '/supervised', loader, component: lazyRouteComponent(() => import('./PublicPage'), 'PublicSupervisionPage') })] as const;

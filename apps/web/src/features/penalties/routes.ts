import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('penalties');
const withClaiming = texts('penalties', 'complaints');
const bureau = () => bureauRoute;
const ownList = lazyRouteComponent(() => import('./OwnPages'), 'OwnPenaltyListPage');
const ownPage = lazyRouteComponent(() => import('./OwnPages'), 'OwnPenaltyPage');

export const penaltyBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/penalties', loader, component: lazyRouteComponent(() => import('./PenaltyListPage'), 'PenaltyListPage') }),
  createRoute({ getParentRoute: bureau, path: '/penalties/new', loader, component: lazyRouteComponent(() => import('./NewPenaltyPage'), 'NewPenaltyPage') }),
  createRoute({ getParentRoute: bureau, path: '/penalties/$penaltyId', loader: withClaiming, component: lazyRouteComponent(() => import('./PenaltyPage'), 'PenaltyPage') }),
  createRoute({ getParentRoute: bureau, path: '/penalties/$penaltyId/conclude', loader, component: lazyRouteComponent(() => import('./ConcludePage'), 'ConcludePage') }),
] as const;

export const penaltyEnterpriseRoutes = [
  createRoute({ getParentRoute: () => enterpriseRoute, path: '/penalties', loader, component: ownList }),
  createRoute({ getParentRoute: () => enterpriseRoute, path: '/penalties/$penaltyId', loader, component: ownPage }),
] as const;

export const penaltyFirmRoutes = [
  createRoute({ getParentRoute: () => firmRoute, path: '/penalties', loader, component: ownList }),
  createRoute({ getParentRoute: () => firmRoute, path: '/penalties/$penaltyId', loader, component: ownPage }),
] as const;

export const penaltyPublicRoutes = [
  createRoute({ getParentRoute: () => publicRoute, path: '/penalties', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicPenaltyListPage') }),
  createRoute({ getParentRoute: () => publicRoute, path: '/penalties/$decisionId', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicPenaltyPage') }),
] as const;

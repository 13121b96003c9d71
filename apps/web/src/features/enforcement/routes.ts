import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('enforcement');
const bureau = () => bureauRoute;
const enterprise = () => enterpriseRoute;
const open = () => publicRoute;
const positiveList = lazyRouteComponent(() => import('./PositivePages'), 'PositiveListPage');
const positiveEntry = lazyRouteComponent(() => import('./PositivePages'), 'PositivePage');

export const enforcementBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/enforcement-officers', loader, component: lazyRouteComponent(() => import('./OfficerPages'), 'OfficerListPage') }),
  createRoute({ getParentRoute: bureau, path: '/enforcement-officers/new', loader, component: lazyRouteComponent(() => import('./OfficerPages'), 'NewOfficerPage') }),
  createRoute({ getParentRoute: bureau, path: '/enforcement-officers/$officerId', loader, component: lazyRouteComponent(() => import('./OfficerPages'), 'OfficerPage') }),
  createRoute({ getParentRoute: bureau, path: '/draw-targets', loader, component: lazyRouteComponent(() => import('./TargetPages'), 'TargetListPage') }),
  createRoute({ getParentRoute: bureau, path: '/draw-targets/$targetId', loader, component: lazyRouteComponent(() => import('./TargetPages'), 'TargetPage') }),
  createRoute({ getParentRoute: bureau, path: '/positive-list', loader, component: positiveList }),
  createRoute({ getParentRoute: bureau, path: '/positive-list/new', loader, component: lazyRouteComponent(() => import('./ProposePage'), 'ProposePage') }),
  createRoute({ getParentRoute: bureau, path: '/positive-list/$entryId', loader, component: positiveEntry }),
  createRoute({ getParentRoute: bureau, path: '/positive-list/$entryId/renew', loader, component: lazyRouteComponent(() => import('./ProposePage'), 'RenewPage') }),
  createRoute({ getParentRoute: bureau, path: '/inspection-draws', loader, component: lazyRouteComponent(() => import('./DrawListPage'), 'DrawListPage') }),
  createRoute({ getParentRoute: bureau, path: '/inspection-draws/new', loader, component: lazyRouteComponent(() => import('./AnnouncePage'), 'AnnouncePage') }),
  createRoute({ getParentRoute: bureau, path: '/inspection-draws/$drawId', loader, component: lazyRouteComponent(() => import('./DrawPage'), 'DrawPage') }),
] as const;

export const enforcementEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/positive-list', loader, component: positiveList }),
  createRoute({ getParentRoute: enterprise, path: '/positive-list/$entryId', loader, component: positiveEntry }),
] as const;

export const enforcementPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/inspection-draws', loader, component: lazyRouteComponent(() => import('./PublicDrawPages'), 'PublicDrawListPage') }),
  createRoute({ getParentRoute: open, path: '/inspection-draws/$drawId', loader, component: lazyRouteComponent(() => import('./PublicDrawPages'), 'PublicDrawPage') }),
] as const;

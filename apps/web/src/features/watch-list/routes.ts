import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

// papers, people and services are shown as with penalties
const loader = texts('watch-list', 'penalties');
const withClaiming = texts('watch-list', 'penalties', 'complaints');
const bureau = () => bureauRoute;
const ownList = lazyRouteComponent(() => import('./OwnListPage'), 'OwnWatchListPage');
const ownPage = lazyRouteComponent(() => import('./OwnPage'), 'OwnWatchPage');

export const watchListBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/watch-list', loader, component: lazyRouteComponent(() => import('./WatchListPage'), 'WatchListPage') }),
  createRoute({ getParentRoute: bureau, path: '/watch-list/new', loader, component: lazyRouteComponent(() => import('./NewCluePage'), 'NewCluePage') }),
  createRoute({ getParentRoute: bureau, path: '/watch-list/$entryId', loader: withClaiming, component: lazyRouteComponent(() => import('./EntryPage'), 'EntryPage') }),
  createRoute({ getParentRoute: bureau, path: '/watch-list-register', loader, component: lazyRouteComponent(() => import('./RegisterPages'), 'RegisterListPage') }),
  createRoute({ getParentRoute: bureau, path: '/watch-list-register/$decisionId', loader, component: lazyRouteComponent(() => import('./RegisterPages'), 'RegisterEntryPage') }),
] as const;

export const watchListEnterpriseRoutes = [
  createRoute({ getParentRoute: () => enterpriseRoute, path: '/watch-list', loader, component: ownList }),
  createRoute({ getParentRoute: () => enterpriseRoute, path: '/watch-list/$entryId', loader, component: ownPage }),
] as const;

export const watchListFirmRoutes = [
  createRoute({ getParentRoute: () => firmRoute, path: '/watch-list', loader, component: ownList }),
  createRoute({ getParentRoute: () => firmRoute, path: '/watch-list/$entryId', loader, component: ownPage }),
] as const;

export const watchListPublicRoutes = [
  createRoute({ getParentRoute: () => publicRoute, path: '/watch-list', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicWatchListPage') }),
  createRoute({ getParentRoute: () => publicRoute, path: '/watch-list/$decisionId', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicWatchPage') }),
] as const;

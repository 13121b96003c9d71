import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('conditions', 'permits');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const asOf = lazyRouteComponent(() => import('./AsOfPage'), 'AsOfPage');
const compare = lazyRouteComponent(() => import('./ComparePage'), 'ComparePage');
const edit = lazyRouteComponent(() => import('./LibraryEditPage'), 'LibraryEditPage');

export const conditionEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/certificates/$permitId/as-of', loader, component: asOf }),
  createRoute({ getParentRoute: enterprise, path: '/certificates/$permitId/compare', loader, component: compare }),
] as const;

export const conditionFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/certificates/$permitId/as-of', loader, component: asOf }),
  createRoute({ getParentRoute: firm, path: '/certificates/$permitId/compare', loader, component: compare }),
] as const;

export const conditionBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/certificates/$permitId/as-of', loader, component: asOf }),
  createRoute({ getParentRoute: bureau, path: '/certificates/$permitId/compare', loader, component: compare }),
  createRoute({ getParentRoute: bureau, path: '/conditions', loader, component: lazyRouteComponent(() => import('./LibraryListPage'), 'LibraryListPage') }),
  createRoute({ getParentRoute: bureau, path: '/conditions/new', loader, component: edit }),
  createRoute({ getParentRoute: bureau, path: '/conditions/$code', loader, component: lazyRouteComponent(() => import('./LibraryPage'), 'LibraryPage') }),
  createRoute({ getParentRoute: bureau, path: '/conditions/$code/revise', loader, component: edit }),
] as const;

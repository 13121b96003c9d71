import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('kept-facts');
const enterprise = () => enterpriseRoute;
const bureau = () => bureauRoute;
const list = lazyRouteComponent(() => import('./FactListPage'), 'FactListPage');
const fact = lazyRouteComponent(() => import('./FactPage'), 'FactPage');
const correct = lazyRouteComponent(() => import('./CorrectPage'), 'CorrectPage');

export const keptFactEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/kept-facts', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/kept-facts/$factId', loader, component: fact }),
  createRoute({ getParentRoute: enterprise, path: '/kept-facts/$factId/correct', loader, component: correct }),
] as const;

export const keptFactBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/kept-facts', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/kept-facts/new', loader, component: lazyRouteComponent(() => import('./RecordPage'), 'RecordPage') }),
  createRoute({ getParentRoute: bureau, path: '/kept-facts/import', loader, component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage') }),
  createRoute({ getParentRoute: bureau, path: '/kept-facts/$factId', loader, component: fact }),
  createRoute({ getParentRoute: bureau, path: '/kept-facts/$factId/correct', loader, component: correct }),
] as const;

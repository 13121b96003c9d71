import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('collusion');
const bureau = () => bureauRoute;

export const collusionBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/collusion', loader, component: lazyRouteComponent(() => import('./CollusionListPage'), 'CollusionListPage') }),
  createRoute({ getParentRoute: bureau, path: '/collusion/$suspicionId', loader, component: lazyRouteComponent(() => import('./CollusionPage'), 'CollusionPage') }),
] as const;

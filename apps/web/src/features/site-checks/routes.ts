import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('site-checks');
const bureau = () => bureauRoute;

export const siteCheckBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/site-checks/$checkId', loader, component: lazyRouteComponent(() => import('./SiteCheckPage'), 'SiteCheckPage') }),
  createRoute({ getParentRoute: bureau, path: '/supervisions', loader, component: lazyRouteComponent(() => import('./SupervisionPage'), 'SupervisionPage') }),
] as const;

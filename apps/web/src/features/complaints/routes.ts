import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('complaints');
const bureau = () => bureauRoute;
const open = () => publicRoute;
const route = lazyRouteComponent(() => import('./RoutePage'), 'RoutePage');

export const complaintPublicRoutes = [
  createRoute({
    getParentRoute: open, path: '/report', loader, component: lazyRouteComponent(() => import('./ReportPage'), 'ReportPage'),
    validateSearch: (search: Record<string, unknown>): { step?: string } => ({ step: typeof search['step'] === 'string' ? search['step'] : undefined }),
  }),
  createRoute({ getParentRoute: open, path: '/report/track', loader, component: lazyRouteComponent(() => import('./ComplaintTrackPage'), 'ComplaintTrackPage') }),
] as const;

export const complaintBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/complaints', loader, component: lazyRouteComponent(() => import('./ComplaintListPage'), 'ComplaintListPage') }),
  createRoute({ getParentRoute: bureau, path: '/complaints/new', loader, component: lazyRouteComponent(() => import('./EnterComplaintPage'), 'EnterComplaintPage') }),
  createRoute({ getParentRoute: bureau, path: '/complaints/import', loader, component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage') }),
  createRoute({ getParentRoute: bureau, path: '/complaints/$complaintId', loader, component: lazyRouteComponent(() => import('./ComplaintPage'), 'ComplaintPage') }),
  createRoute({ getParentRoute: bureau, path: '/complaint-figures', loader, component: lazyRouteComponent(() => import('./FiguresPage'), 'FiguresPage') }),
  createRoute({ getParentRoute: bureau, path: '/complaint-routes', loader, component: lazyRouteComponent(() => import('./RouteListPage'), 'RouteListPage') }),
  createRoute({ getParentRoute: bureau, path: '/complaint-routes/new', loader, component: route }),
  createRoute({ getParentRoute: bureau, path: '/complaint-routes/$routeId', loader, component: route }),
] as const;

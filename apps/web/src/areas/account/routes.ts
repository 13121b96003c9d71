import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('account');
const getParentRoute = () => accountRoute;

/** The person's own pages. */
export const accountRoutes = [
  createRoute({ getParentRoute, path: '/', loader, component: lazyRouteComponent(() => import('./ProfilePage'), 'ProfilePage') }),
  createRoute({ getParentRoute, path: '/security', loader, component: lazyRouteComponent(() => import('./SecurityPage'), 'SecurityPage') }),
  createRoute({
    getParentRoute,
    path: '/notifications',
    loader,
    component: lazyRouteComponent(() => import('./NotificationSettingsPage'), 'NotificationSettingsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/inbox',
    loader: texts('organisation'),
    component: lazyRouteComponent(() => import('@/areas/organisation/NotificationsPage'), 'NotificationsPage'),
  }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountRoute } from '@/app/roots';
import { texts } from '@/i18n';
import { safeNext } from '@/session/session';

const loader = texts('account');
const getParentRoute = () => accountRoute;

/** The person's own pages. */
export const accountRoutes = [
  createRoute({ getParentRoute, path: '/', loader, component: lazyRouteComponent(() => import('./ProfilePage'), 'ProfilePage') }),
  createRoute({
    getParentRoute,
    path: '/security',
    loader,
    validateSearch: (search: Record<string, unknown>): { due?: 'password' | 'second-factor'; next?: string } => ({
      due: search['due'] === 'password' || search['due'] === 'second-factor' ? search['due'] : undefined,
      next: safeNext(search['next']) ?? undefined,
    }),
    component: lazyRouteComponent(() => import('./SecurityPage'), 'SecurityPage'),
  }),
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

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute } from '@/app/roots';
import { texts } from '@/i18n';

const getParentRoute = () => bureauRoute;
const loader = texts('operator');

export const operatorBureauRoutes = [
  createRoute({ getParentRoute, path: '/system', loader, component: lazyRouteComponent(() => import('./SystemPage'), 'SystemPage') }),
  createRoute({ getParentRoute, path: '/audit-log', loader, component: lazyRouteComponent(() => import('./AuditLogPage'), 'AuditLogPage') }),
] as const;

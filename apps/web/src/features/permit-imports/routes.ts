import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('permit-imports', 'exchange');
const getParentRoute = () => bureauRoute;

export const permitImportBureauRoutes = [
  createRoute({ getParentRoute, path: '/permit-imports', loader, component: lazyRouteComponent(() => import('./ImportsPage'), 'ImportsPage') }),
  createRoute({ getParentRoute, path: '/permit-imports/$importId', loader, component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage') }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

export const permitGuideRoutes = [
  createRoute({ getParentRoute: () => publicRoute, path: '/permit-guide', loader: texts('permit-guide'), component: lazyRouteComponent(() => import('./GuidePage'), 'GuidePage') }),
] as const;

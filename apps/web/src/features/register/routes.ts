import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('register', 'conditions', 'reports');
const getParentRoute = () => publicRoute;

export const registerPublicRoutes = [
  createRoute({ getParentRoute, path: '/permits', loader, component: lazyRouteComponent(() => import('./RegisterPage'), 'RegisterPage') }),
  createRoute({ getParentRoute, path: '/check/$permitId', loader, component: lazyRouteComponent(() => import('./CheckPermitPage'), 'CheckPermitPage') }),
  createRoute({ getParentRoute, path: '/verify', loader, component: lazyRouteComponent(() => import('./VerifyPage'), 'VerifyPage') }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('registrations', 'permits', 'classify');
const list = lazyRouteComponent(() => import('./ListPage'), 'ListPage');
const file = lazyRouteComponent(() => import('./FilePage'), 'FilePage');
const detail = lazyRouteComponent(() => import('./DetailPage'), 'DetailPage');
const change = lazyRouteComponent(() => import('./ChangePage'), 'ChangePage');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;

export const registrationEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/registrations', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/registrations/new', loader, component: file }),
  createRoute({ getParentRoute: enterprise, path: '/registrations/$registrationId', loader, component: detail }),
  createRoute({ getParentRoute: enterprise, path: '/registrations/$registrationId/change', loader, component: change }),
] as const;

export const registrationFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/registrations', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/registrations/new', loader, component: file }),
  createRoute({ getParentRoute: firm, path: '/registrations/$registrationId', loader, component: detail }),
  createRoute({ getParentRoute: firm, path: '/registrations/$registrationId/change', loader, component: change }),
] as const;

export const registrationBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/registrations', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/registrations/$registrationId', loader, component: detail }),
] as const;

export const registrationPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/registrations', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicRegistrationsPage') }),
  createRoute({ getParentRoute: open, path: '/registrations/$number', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'CheckRegistrationPage') }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('duties');
const list = lazyRouteComponent(() => import('./ListPage'), 'ListPage');
const detail = lazyRouteComponent(() => import('./DetailPage'), 'DetailPage');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;

export const dutyEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/duties', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/duties/$dutyId', loader, component: detail }),
] as const;

export const dutyFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/duties', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/duties/$dutyId', loader, component: detail }),
] as const;

export const dutyBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/duties', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/duties/$dutyId', loader, component: detail }),
] as const;

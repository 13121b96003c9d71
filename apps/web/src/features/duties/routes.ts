import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('duties', 'reports');
const list = lazyRouteComponent(() => import('./ListPage'), 'ListPage');
const calendar = lazyRouteComponent(() => import('./CalendarPage'), 'CalendarPage');
const detail = lazyRouteComponent(() => import('./DetailPage'), 'DetailPage');
const stoppages = lazyRouteComponent(() => import('./StoppageListPage'), 'StoppageListPage');
const newStoppage = lazyRouteComponent(() => import('./StoppageNewPage'), 'StoppageNewPage');
const stoppage = lazyRouteComponent(() => import('./StoppagePage'), 'StoppagePage');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;

export const dutyEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/duties', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/duties/calendar', loader, component: calendar }),
  createRoute({ getParentRoute: enterprise, path: '/duties/feeds', loader, component: lazyRouteComponent(() => import('./FeedsPage'), 'FeedsPage') }),
  createRoute({ getParentRoute: enterprise, path: '/duties/$dutyId', loader, component: detail }),
  createRoute({ getParentRoute: enterprise, path: '/stoppages', loader, component: stoppages }),
  createRoute({ getParentRoute: enterprise, path: '/stoppages/new', loader, component: newStoppage }),
  createRoute({ getParentRoute: enterprise, path: '/stoppages/$stoppageId', loader, component: stoppage }),
] as const;

export const dutyFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/duties', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/duties/calendar', loader, component: calendar }),
  createRoute({ getParentRoute: firm, path: '/duties/$dutyId', loader, component: detail }),
  createRoute({ getParentRoute: firm, path: '/stoppages', loader, component: stoppages }),
  createRoute({ getParentRoute: firm, path: '/stoppages/new', loader, component: newStoppage }),
  createRoute({ getParentRoute: firm, path: '/stoppages/$stoppageId', loader, component: stoppage }),
] as const;

export const dutyBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/duties', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/duties/calendar', loader, component: calendar }),
  createRoute({ getParentRoute: bureau, path: '/duties/$dutyId', loader, component: detail }),
  createRoute({ getParentRoute: bureau, path: '/stoppages', loader, component: stoppages }),
  createRoute({ getParentRoute: bureau, path: '/stoppages/$stoppageId', loader, component: stoppage }),
  createRoute({ getParentRoute: bureau, path: '/duty-enforcement', loader, component: lazyRouteComponent(() => import('./EnforcementPages'), 'EnforcementListPage') }),
  createRoute({ getParentRoute: bureau, path: '/duty-enforcement/$taskId', loader, component: lazyRouteComponent(() => import('./EnforcementPages'), 'EnforcementPage') }),
] as const;

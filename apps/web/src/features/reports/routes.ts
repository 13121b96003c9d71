import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('reports', 'permits', 'exchange');
const list = lazyRouteComponent(() => import('./ListPage'), 'ListPage');
const report = lazyRouteComponent(() => import('./ReportPage'), 'ReportPage');
const part = lazyRouteComponent(() => import('./PartPage'), 'PartPage');
const check = lazyRouteComponent(() => import('./CheckPage'), 'CheckPage');
const content = lazyRouteComponent(() => import('./CheckPage'), 'ContentPage');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;

export const reportEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/reports', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/reports/$reportId', loader, component: report }),
  createRoute({ getParentRoute: enterprise, path: '/reports/$reportId/parts/$part', loader, component: part }),
  createRoute({ getParentRoute: enterprise, path: '/reports/$reportId/check', loader, component: check }),
  createRoute({ getParentRoute: enterprise, path: '/reports/$reportId/content', loader, component: content }),
] as const;

export const reportFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/reports', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/reports/$reportId', loader, component: report }),
  createRoute({ getParentRoute: firm, path: '/reports/$reportId/parts/$part', loader, component: part }),
  createRoute({ getParentRoute: firm, path: '/reports/$reportId/check', loader, component: check }),
  createRoute({ getParentRoute: firm, path: '/reports/$reportId/content', loader, component: content }),
] as const;

export const reportBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/reports', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/reports/$reportId', loader, component: report }),
] as const;

export const reportPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/execution-reports', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicReportsPage') }),
  createRoute({ getParentRoute: open, path: '/execution-reports/$reportId', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicReportPage') }),
] as const;

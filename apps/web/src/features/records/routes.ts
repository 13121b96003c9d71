import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('records');
const list = lazyRouteComponent(() => import('./ListPage'), 'ListPage');
const records = lazyRouteComponent(() => import('./RecordsPage'), 'RecordsPage');
const entry = lazyRouteComponent(() => import('./EntryPage'), 'EntryPage');
const result = lazyRouteComponent(() => import('./ResultPage'), 'ResultPage');
const sheet = lazyRouteComponent(() => import('./ReportSheetPage'), 'ReportSheetPage');
const exceedance = lazyRouteComponent(() => import('./ExceedancePage'), 'ExceedancePage');
const outage = lazyRouteComponent(() => import('./OutagePage'), 'OutagePage');
const newOutage = lazyRouteComponent(() => import('./OutageNewPage'), 'OutageNewPage');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;

export const recordsEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/records', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/records/$permitId', loader, component: records }),
  createRoute({ getParentRoute: enterprise, path: '/records/$permitId/entries/$entryId', loader, component: entry }),
  createRoute({ getParentRoute: enterprise, path: '/records/$permitId/results/$resultId', loader, component: result }),
  createRoute({ getParentRoute: enterprise, path: '/records/$permitId/sheets/$reportId', loader, component: sheet }),
  createRoute({ getParentRoute: enterprise, path: '/exceedances/$exceedanceId', loader, component: exceedance }),
  createRoute({ getParentRoute: enterprise, path: '/outages/$outageId', loader, component: outage }),
  createRoute({ getParentRoute: enterprise, path: '/records/$permitId/outages/new', loader, component: newOutage }),
  createRoute({ getParentRoute: enterprise, path: '/api-tokens', loader, component: lazyRouteComponent(() => import('./ApiTokensPage'), 'ApiTokensPage') }),
] as const;

export const recordsFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/records', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/records/$permitId', loader, component: records }),
  createRoute({ getParentRoute: firm, path: '/records/$permitId/entries/$entryId', loader, component: entry }),
  createRoute({ getParentRoute: firm, path: '/records/$permitId/results/$resultId', loader, component: result }),
  createRoute({ getParentRoute: firm, path: '/records/$permitId/sheets/$reportId', loader, component: sheet }),
  createRoute({ getParentRoute: firm, path: '/exceedances/$exceedanceId', loader, component: exceedance }),
  createRoute({ getParentRoute: firm, path: '/outages/$outageId', loader, component: outage }),
  createRoute({ getParentRoute: firm, path: '/records/$permitId/outages/new', loader, component: newOutage }),
] as const;

export const recordsBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/records', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/records/$permitId', loader, component: records }),
  createRoute({ getParentRoute: bureau, path: '/records/$permitId/entries/$entryId', loader, component: entry }),
  createRoute({ getParentRoute: bureau, path: '/records/$permitId/results/$resultId', loader, component: result }),
  createRoute({ getParentRoute: bureau, path: '/records/$permitId/sheets/$reportId', loader, component: sheet }),
  createRoute({ getParentRoute: bureau, path: '/exceedances/$exceedanceId', loader, component: exceedance }),
  createRoute({ getParentRoute: bureau, path: '/outages/$outageId', loader, component: outage }),
] as const;

export const recordsPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/monitoring-results', loader, component: lazyRouteComponent(() => import('./PublicResultsPage'), 'PublicResultsPage') }),
] as const;

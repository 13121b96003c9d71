import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('stewardship', 'site-checks', 'organisation');
const retainers = lazyRouteComponent(() => import('./RetainerListPage'), 'RetainerListPage');
const offer = lazyRouteComponent(() => import('./OfferPage'), 'OfferPage');
const retainer = lazyRouteComponent(() => import('./RetainerPage'), 'RetainerPage');
const visits = lazyRouteComponent(() => import('./VisitListPage'), 'VisitListPage');
const visit = lazyRouteComponent(() => import('./VisitPage'), 'VisitPage');
const findings = lazyRouteComponent(() => import('./FindingListPage'), 'FindingListPage');
const finding = lazyRouteComponent(() => import('./FindingPage'), 'FindingPage');
const reports = lazyRouteComponent(() => import('./ReportListPage'), 'ReportListPage');
const report = lazyRouteComponent(() => import('./ReportPage'), 'ReportPage');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;

export const stewardEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/retainers', loader, component: retainers }),
  createRoute({ getParentRoute: enterprise, path: '/retainers/new', loader, component: offer }),
  createRoute({ getParentRoute: enterprise, path: '/retainers/$retainerId', loader, component: retainer }),
  createRoute({ getParentRoute: enterprise, path: '/steward-visits', loader, component: visits }),
  createRoute({ getParentRoute: enterprise, path: '/steward-visits/$visitId', loader, component: visit }),
  createRoute({ getParentRoute: enterprise, path: '/steward-findings', loader, component: findings }),
  createRoute({ getParentRoute: enterprise, path: '/steward-findings/$findingId', loader, component: finding }),
  createRoute({ getParentRoute: enterprise, path: '/steward-reports', loader, component: reports }),
  createRoute({ getParentRoute: enterprise, path: '/steward-reports/$reportId', loader, component: report }),
] as const;

export const stewardFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/retainers', loader, component: retainers }),
  createRoute({ getParentRoute: firm, path: '/retainers/$retainerId', loader, component: retainer }),
  createRoute({ getParentRoute: firm, path: '/retainers/$retainerId/plan', loader, component: lazyRouteComponent(() => import('./PlanVisitPage'), 'PlanVisitPage') }),
  createRoute({ getParentRoute: firm, path: '/steward-visits', loader, component: visits }),
  createRoute({ getParentRoute: firm, path: '/steward-visits/$visitId', loader, component: visit }),
  createRoute({ getParentRoute: firm, path: '/steward-findings', loader, component: findings }),
  createRoute({ getParentRoute: firm, path: '/steward-findings/$findingId', loader, component: finding }),
  createRoute({ getParentRoute: firm, path: '/steward-reports', loader, component: reports }),
  createRoute({ getParentRoute: firm, path: '/steward-reports/$reportId', loader, component: report }),
] as const;

export const stewardBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/retainers', loader, component: retainers }),
  createRoute({ getParentRoute: bureau, path: '/retainers/new', loader, component: offer }),
  createRoute({ getParentRoute: bureau, path: '/retainers/$retainerId', loader, component: retainer }),
  createRoute({ getParentRoute: bureau, path: '/steward-quality', loader, component: lazyRouteComponent(() => import('./QualityPage'), 'QualityPage') }),
  createRoute({ getParentRoute: bureau, path: '/parks', loader, component: lazyRouteComponent(() => import('./ParkListPage'), 'ParkListPage') }),
  createRoute({ getParentRoute: bureau, path: '/parks/new', loader, component: lazyRouteComponent(() => import('./ParkPage'), 'ParkPage') }),
  createRoute({ getParentRoute: bureau, path: '/parks/$parkId', loader, component: lazyRouteComponent(() => import('./ParkPage'), 'ParkPage') }),
] as const;

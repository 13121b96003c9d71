import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('contracts', 'reputation');
const list = lazyRouteComponent(() => import('./ContractListPage'), 'ContractListPage');
const detail = lazyRouteComponent(() => import('./ContractPage'), 'ContractPage');
const terms = lazyRouteComponent(() => import('./TermsPage'), 'TermsPage');

const dispute = lazyRouteComponent(() => import('./DisputePage'), 'DisputePage');
const desk = lazyRouteComponent(() => import('./DisputeListPage'), 'DisputeListPage');

const cancellation = lazyRouteComponent(() => import('./CancellationPage'), 'CancellationPage');
const cancellations = lazyRouteComponent(() => import('./CancellationListPage'), 'CancellationListPage');

const deliverables = lazyRouteComponent(() => import('./DeliverablesPage'), 'DeliverablesPage');

const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;

export const contractEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/contracts', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/contracts/$contractId', loader, component: detail }),
  createRoute({ getParentRoute: enterprise, path: '/contracts/$contractId/terms', loader, component: terms }),
  createRoute({ getParentRoute: enterprise, path: '/contracts/$contractId/change', loader, component: terms }),
  createRoute({ getParentRoute: enterprise, path: '/disputes/$disputeId', loader, component: dispute }),
  createRoute({ getParentRoute: enterprise, path: '/award-cancellations', loader, component: cancellations }),
  createRoute({ getParentRoute: enterprise, path: '/award-cancellations/$cancellationId', loader, component: cancellation }),
  createRoute({ getParentRoute: enterprise, path: '/deliverables', loader, component: deliverables }),
] as const;

export const contractFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/contracts', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/contracts/$contractId', loader: texts('contracts', 'reputation', 'records'), component: detail }),
  createRoute({ getParentRoute: firm, path: '/contracts/$contractId/change', loader, component: terms }),
  createRoute({ getParentRoute: firm, path: '/disputes/$disputeId', loader, component: dispute }),
  createRoute({ getParentRoute: firm, path: '/award-cancellations', loader, component: cancellations }),
  createRoute({ getParentRoute: firm, path: '/award-cancellations/$cancellationId', loader, component: cancellation }),
  createRoute({ getParentRoute: firm, path: '/deliverables', loader, component: deliverables }),
] as const;

const bureau = () => bureauRoute;

export const contractBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/disputes', loader, component: desk }),
  createRoute({ getParentRoute: bureau, path: '/disputes/$disputeId', loader, component: dispute }),
  createRoute({ getParentRoute: bureau, path: '/award-cancellations', loader, component: cancellations }),
  createRoute({ getParentRoute: bureau, path: '/award-cancellations/$cancellationId', loader, component: cancellation }),
] as const;

const open = () => publicRoute;

export const contractPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/award-cancellations', loader, component: lazyRouteComponent(() => import('./CancellationListPage'), 'CancellationNoticesPage') }),
] as const;

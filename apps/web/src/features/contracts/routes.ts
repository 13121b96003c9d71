import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { enterpriseRoute, firmRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('contracts');
const list = lazyRouteComponent(() => import('./ContractListPage'), 'ContractListPage');
const detail = lazyRouteComponent(() => import('./ContractPage'), 'ContractPage');
const terms = lazyRouteComponent(() => import('./TermsPage'), 'TermsPage');

const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;

export const contractEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/contracts', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/contracts/$contractId', loader, component: detail }),
  createRoute({ getParentRoute: enterprise, path: '/contracts/$contractId/terms', loader, component: terms }),
  createRoute({ getParentRoute: enterprise, path: '/contracts/$contractId/change', loader, component: terms }),
] as const;

export const contractFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/contracts', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/contracts/$contractId', loader, component: detail }),
  createRoute({ getParentRoute: firm, path: '/contracts/$contractId/change', loader, component: terms }),
] as const;

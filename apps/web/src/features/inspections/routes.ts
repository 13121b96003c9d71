import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('inspections', 'enforcement', 'site-checks');
const bureau = () => bureauRoute;
const enterprise = () => enterpriseRoute;
const list = lazyRouteComponent(() => import('./InspectionListPage'), 'InspectionListPage');
const one = lazyRouteComponent(() => import('./InspectionPage'), 'InspectionPage');
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const inspectionBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/inspections', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/inspections/new', loader, validateSearch: (search: Record<string, unknown>): { follows?: string; enterprise?: string } => ({ follows: text(search['follows']), enterprise: text(search['enterprise']) }), component: lazyRouteComponent(() => import('./PlanPage'), 'PlanPage') }),
  createRoute({ getParentRoute: bureau, path: '/inspections/$inspectionId', loader, component: one }),
  // in one file with the inspection: a page that is opened off the net is there
  createRoute({ getParentRoute: bureau, path: '/inspections/$inspectionId/record/$section', loader, component: lazyRouteComponent(() => import('./InspectionPage'), 'RecordPage') }),
] as const;

export const inspectionEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/inspections', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/inspections/$inspectionId', loader, component: one }),
] as const;

export const inspectionPublicRoutes = [createRoute({ getParentRoute: () => publicRoute, path: '/inspection-figures', loader: texts('inspections'), component: lazyRouteComponent(() => import('./PublicInspectionsPage'), 'PublicInspectionsPage') })] as const;

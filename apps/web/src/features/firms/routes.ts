import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('firms');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;
const withReputation = texts('firms', 'reputation');
const service = lazyRouteComponent(() => import('./ServicePage'), 'ServicePage');
const edit = lazyRouteComponent(() => import('./CatalogueEditPages'), 'CatalogueEditPage');

export const firmsEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/service-needs', loader, component: lazyRouteComponent(() => import('./WizardPage'), 'WizardPage') }),
  createRoute({ getParentRoute: enterprise, path: '/services/$code', loader, component: service }),
] as const;

export const firmsFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/people', loader, component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage') }),
  createRoute({ getParentRoute: firm, path: '/integrity', loader, component: lazyRouteComponent(() => import('./PointsPages'), 'FirmPointsPage') }),
] as const;

export const firmsBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/person-flags', loader, component: lazyRouteComponent(() => import('./FlagsPage'), 'FlagsPage') }),
  createRoute({ getParentRoute: bureau, path: '/integrity-points', loader, component: lazyRouteComponent(() => import('./PointsPages'), 'BureauPointsPage') }),
  createRoute({ getParentRoute: bureau, path: '/integrity-points/new', loader, component: lazyRouteComponent(() => import('./ProposePointPage'), 'ProposePointPage') }),
  createRoute({ getParentRoute: bureau, path: '/services', loader, component: lazyRouteComponent(() => import('./CatalogueEditPages'), 'CatalogueAdminPage') }),
  createRoute({ getParentRoute: bureau, path: '/services/new', loader, component: edit }),
  createRoute({ getParentRoute: bureau, path: '/services/$code', loader, component: edit }),
] as const;

export const firmsPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/firms', loader: withReputation, component: lazyRouteComponent(() => import('./RegisterPage'), 'RegisterPage') }),
  createRoute({ getParentRoute: open, path: '/firms/compare', loader: withReputation, component: lazyRouteComponent(() => import('./ComparePage'), 'ComparePage') }),
  createRoute({ getParentRoute: open, path: '/firms/$firmId', loader: withReputation, component: lazyRouteComponent(() => import('./FirmPage'), 'FirmPage') }),
  createRoute({ getParentRoute: open, path: '/services', loader, component: lazyRouteComponent(() => import('./CataloguePage'), 'CataloguePage') }),
  createRoute({ getParentRoute: open, path: '/services/$code', loader, component: service }),
  createRoute({ getParentRoute: open, path: '/service-needs', loader, component: lazyRouteComponent(() => import('./WizardPage'), 'PublicWizardPage') }),
] as const;

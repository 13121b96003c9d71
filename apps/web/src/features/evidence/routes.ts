import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('evidence');
const list = lazyRouteComponent(() => import('./SignaturesPage'), 'SignaturesPage');
const record = lazyRouteComponent(() => import('./SignaturePage'), 'SignaturePage');

const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;

export const evidenceEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/signatures', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/signatures/$signatureId', loader, component: record }),
] as const;

export const evidenceFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/signatures', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/signatures/$signatureId', loader, component: record }),
] as const;

export const evidenceBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/signatures', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/signatures/$signatureId', loader, component: record }),
  createRoute({ getParentRoute: bureau, path: '/suspicions', loader, component: lazyRouteComponent(() => import('./SuspicionsPage'), 'SuspicionsPage') }),
  createRoute({ getParentRoute: bureau, path: '/suspicions/$suspicionId', loader, component: lazyRouteComponent(() => import('./SuspicionPage'), 'SuspicionPage') }),
] as const;

export const evidencePublicRoutes = [
  createRoute({ getParentRoute: () => publicRoute, path: '/signatures', loader, component: lazyRouteComponent(() => import('./CheckSignaturePage'), 'CheckSignaturePage') }),
] as const;

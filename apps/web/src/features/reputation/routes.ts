import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('reputation');
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;
const finding = lazyRouteComponent(() => import('./FindingPage'), 'FindingPage');

export const reputationPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/firm-rankings', loader, component: lazyRouteComponent(() => import('./RankingPage'), 'RankingPage') }),
  createRoute({ getParentRoute: open, path: '/conflict-rules', loader, component: lazyRouteComponent(() => import('./ConflictRulesPage'), 'ConflictRulesPage') }),
] as const;

export const reputationFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/findings', loader, component: lazyRouteComponent(() => import('./FindingsPages'), 'FirmFindingsPage') }),
  createRoute({ getParentRoute: firm, path: '/findings/$findingId', loader, component: finding }),
] as const;

export const reputationBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/firm-findings', loader, component: lazyRouteComponent(() => import('./FindingsPages'), 'BureauFindingsPage') }),
  createRoute({ getParentRoute: bureau, path: '/firm-findings/new', loader, component: lazyRouteComponent(() => import('./ProposeFindingPage'), 'ProposeFindingPage') }),
  createRoute({ getParentRoute: bureau, path: '/firm-findings/$findingId', loader, component: finding }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('credit-evaluation', 'credit', 'complaints');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;
const evaluation = lazyRouteComponent(() => import('./EvaluationPage'), 'EvaluationPage');

export const creditEvaluationEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/credit-evaluations', loader, component: lazyRouteComponent(() => import('./OwnPage'), 'OwnPage') }),
  createRoute({ getParentRoute: enterprise, path: '/credit-evaluations/$evaluationId', loader, component: evaluation }),
] as const;

/** For the enterprises that entrusted the firm with their credit. */
export const creditEvaluationFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/credit-evaluations', loader, component: lazyRouteComponent(() => import('./OwnPage'), 'OwnPage') }),
  createRoute({ getParentRoute: firm, path: '/credit-evaluations/$evaluationId', loader, component: evaluation }),
] as const;

export const creditEvaluationBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/evaluation-years', loader, component: lazyRouteComponent(() => import('./YearListPage'), 'YearListPage') }),
  createRoute({ getParentRoute: bureau, path: '/evaluation-years/new', loader, component: lazyRouteComponent(() => import('./OpenYearPage'), 'OpenYearPage') }),
  createRoute({ getParentRoute: bureau, path: '/evaluation-years/$yearId', loader, component: lazyRouteComponent(() => import('./YearPage'), 'YearPage') }),
  createRoute({ getParentRoute: bureau, path: '/credit-evaluations', loader, component: lazyRouteComponent(() => import('./EvaluationListPage'), 'EvaluationListPage') }),
  createRoute({ getParentRoute: bureau, path: '/credit-evaluations/$evaluationId', loader, component: evaluation }),
] as const;

export const creditEvaluationPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/credit-evaluations', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicEvaluationsPage') }),
  createRoute({ getParentRoute: open, path: '/credit-evaluations/track', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'TrackObjectionPage') }),
  createRoute({ getParentRoute: open, path: '/credit-evaluations/$evaluationId/object', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'ObjectPage') }),
  createRoute({ getParentRoute: open, path: '/evaluation-letters/$code', loader, component: lazyRouteComponent(() => import('./LetterPage'), 'LetterPage') }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('market', 'procurement');
const withEvaluation = texts('market', 'evaluation', 'procurement', 'reputation');
const list = lazyRouteComponent(() => import('./TaskListPage'), 'TaskListPage');
const detail = lazyRouteComponent(() => import('./TaskPage'), 'TaskPage');
const form = lazyRouteComponent(() => import('./TaskFormPage'), 'TaskFormPage');
const method = lazyRouteComponent(() => import('../procurement/MethodPage'), 'MethodPage');

const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;

export const marketEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/tasks', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/tasks/new', loader, component: form }),
  createRoute({ getParentRoute: enterprise, path: '/tasks/$taskId', loader: withEvaluation, component: detail }),
  createRoute({ getParentRoute: enterprise, path: '/tasks/$taskId/edit', loader, component: form }),
  createRoute({ getParentRoute: enterprise, path: '/tasks/$taskId/method', loader, component: method }),
] as const;

export const marketFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/tasks', loader: texts('market', 'market-data'), component: list }),
  createRoute({ getParentRoute: firm, path: '/tasks/$taskId', loader: withEvaluation, component: detail }),
  createRoute({ getParentRoute: firm, path: '/tasks/$taskId/edit', loader, component: form }),
  createRoute({ getParentRoute: firm, path: '/tasks/$taskId/method', loader, component: method }),
  createRoute({ getParentRoute: firm, path: '/tasks/$taskId/bid', loader, component: lazyRouteComponent(() => import('./BidPage'), 'BidPage') }),
  createRoute({ getParentRoute: firm, path: '/profile', loader, component: lazyRouteComponent(() => import('./FirmPages'), 'ProfilePage') }),
  createRoute({ getParentRoute: firm, path: '/qualifications', loader, component: lazyRouteComponent(() => import('./FirmPages'), 'QualificationsPage') }),
] as const;

export const marketBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/tasks', loader, component: list }),
  createRoute({ getParentRoute: bureau, path: '/tasks/$taskId', loader: withEvaluation, component: detail }),
  createRoute({ getParentRoute: bureau, path: '/qualifications', loader, component: lazyRouteComponent(() => import('./BureauPages'), 'VerifyPage') }),
  createRoute({ getParentRoute: bureau, path: '/witness-keys', loader, component: lazyRouteComponent(() => import('./BureauPages'), 'WitnessKeysPage') }),
] as const;

export const marketPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/tasks', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicTasksPage') }),
  createRoute({ getParentRoute: open, path: '/tasks/$taskId', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicTaskPage') }),
] as const;

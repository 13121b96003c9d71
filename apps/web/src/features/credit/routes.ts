import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('credit');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;
const overview = lazyRouteComponent(() => import('./OverviewPage'), 'OverviewPage');
const lines = lazyRouteComponent(() => import('./LinesPage'), 'LinesPage');
const events = lazyRouteComponent(() => import('./EventsPage'), 'EventsPage');
const whatIf = lazyRouteComponent(() => import('./WhatIfPage'), 'WhatIfPage');
const history = lazyRouteComponent(() => import('./HistoryPage'), 'HistoryPage');

export const creditEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/credit', loader, component: overview }),
  createRoute({ getParentRoute: enterprise, path: '/credit/lines', loader, component: lines }),
  createRoute({ getParentRoute: enterprise, path: '/credit/events', loader, component: events }),
  createRoute({ getParentRoute: enterprise, path: '/credit/what-if', loader, component: whatIf }),
  createRoute({ getParentRoute: enterprise, path: '/credit/history', loader, component: history }),
] as const;

export const creditFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/credit', loader, component: overview }),
  createRoute({ getParentRoute: firm, path: '/credit/lines', loader, component: lines }),
  createRoute({ getParentRoute: firm, path: '/credit/events', loader, component: events }),
  createRoute({ getParentRoute: firm, path: '/credit/what-if', loader, component: whatIf }),
  createRoute({ getParentRoute: firm, path: '/credit/history', loader, component: history }),
] as const;

export const creditBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/credit', loader, component: lazyRouteComponent(() => import('./RegisterPage'), 'RegisterPage') }),
  createRoute({ getParentRoute: bureau, path: '/credit/$subjectId', loader, component: overview }),
  createRoute({ getParentRoute: bureau, path: '/credit/$subjectId/lines', loader, component: lines }),
  createRoute({ getParentRoute: bureau, path: '/credit/$subjectId/events', loader, component: events }),
  createRoute({ getParentRoute: bureau, path: '/credit/$subjectId/what-if', loader, component: whatIf }),
  createRoute({ getParentRoute: bureau, path: '/credit/$subjectId/history', loader, component: history }),
  createRoute({ getParentRoute: bureau, path: '/credit-entries', loader, component: lazyRouteComponent(() => import('./EntriesPages'), 'EntryListPage') }),
  createRoute({ getParentRoute: bureau, path: '/credit-entries/new', loader, component: lazyRouteComponent(() => import('./RecordPage'), 'RecordPage') }),
  createRoute({ getParentRoute: bureau, path: '/credit-entries/$entryId', loader, component: lazyRouteComponent(() => import('./EntriesPages'), 'EntryPage') }),
  createRoute({ getParentRoute: bureau, path: '/credit-schemes', loader, component: lazyRouteComponent(() => import('./SchemesPages'), 'SchemeListPage') }),
  createRoute({ getParentRoute: bureau, path: '/credit-schemes/$schemeId', loader, component: lazyRouteComponent(() => import('./SchemesPages'), 'SchemePage') }),
  createRoute({ getParentRoute: bureau, path: '/credit-lists', loader, component: lazyRouteComponent(() => import('./ListsPage'), 'ListsPage') }),
  createRoute({ getParentRoute: bureau, path: '/credit-runs/$runId', loader, component: lazyRouteComponent(() => import('./RunPages'), 'RunPage') }),
] as const;

export const creditPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/credit', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicRegisterPage') }),
  createRoute({ getParentRoute: open, path: '/credit/$subjectId', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicSubjectPage') }),
] as const;

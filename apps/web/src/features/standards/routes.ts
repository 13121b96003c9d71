import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';
import { QUESTION, type LimitQuestion } from './question';

const getParentRoute = () => bureauRoute;
const loader = texts('standards', 'exchange');
const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined);

export const standardsBureauRoutes = [
  createRoute({ getParentRoute, path: '/limits', loader, component: lazyRouteComponent(() => import('./LimitsPage'), 'LimitsPage') }),
  createRoute({
    getParentRoute, path: '/limits/propose', loader,
    validateSearch: (search: Record<string, unknown>): { op?: string; id?: string } => ({ op: word(search['op']), id: word(search['id']) }),
    component: lazyRouteComponent(() => import('./ProposePage'), 'ProposePage'),
  }),
  createRoute({ getParentRoute, path: '/limits/propose-standard', loader, component: lazyRouteComponent(() => import('./ProposeStandardPage'), 'ProposeStandardPage') }),
  createRoute({ getParentRoute, path: '/limits/$limitId', loader, component: lazyRouteComponent(() => import('./LimitPage'), 'LimitPage') }),
  createRoute({ getParentRoute, path: '/limit-proposals/$proposalId', loader, component: lazyRouteComponent(() => import('./ProposalPage'), 'ProposalPage') }),
  createRoute({ getParentRoute, path: '/reference-data', loader, component: lazyRouteComponent(() => import('./ReferencePage'), 'ReferencePage') }),
  createRoute({ getParentRoute, path: '/reference-changes', loader, component: lazyRouteComponent(() => import('./ReferenceChangesPage'), 'ReferenceChangesPage') }),
] as const;

export const standardsPublicRoutes = [
  createRoute({
    getParentRoute: () => publicRoute, path: '/limits', loader: texts('standards', 'exchange', 'classify'),
    validateSearch: (search: Record<string, unknown>): LimitQuestion => Object.fromEntries(QUESTION.flatMap(name => {
      const value = word(search[name]);
      return value === undefined ? [] : [[name, value]];
    })),
    component: lazyRouteComponent(() => import('./StrictestPage'), 'StrictestPage'),
  }),
] as const;

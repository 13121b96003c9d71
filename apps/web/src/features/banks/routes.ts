import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bankRoute, bureauRoute, enterpriseRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('banks');
const enterprise = () => enterpriseRoute;
const bureau = () => bureauRoute;
const bank = () => bankRoute;
const authorizations = lazyRouteComponent(() => import('./AuthorizationListPage'), 'AuthorizationListPage');
const newAuthorization = lazyRouteComponent(() => import('./NewAuthorizationPage'), 'NewAuthorizationPage');
const authorization = lazyRouteComponent(() => import('./AuthorizationPage'), 'AuthorizationPage');
const looks = lazyRouteComponent(() => import('./LooksPage'), 'LooksPage');
const clients = lazyRouteComponent(() => import('./ClientListPage'), 'ClientListPage');
const client = lazyRouteComponent(() => import('./ClientPage'), 'ClientPage');

export const bankEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/bank-authorizations', loader, component: authorizations }),
  createRoute({ getParentRoute: enterprise, path: '/bank-authorizations/new', loader, component: newAuthorization }),
  createRoute({ getParentRoute: enterprise, path: '/bank-authorizations/$authorizationId', loader, component: authorization }),
  createRoute({ getParentRoute: enterprise, path: '/bank-looks', loader, component: looks }),
] as const;

export const bankBankRoutes = [
  createRoute({ getParentRoute: bank, path: '/bank-authorizations', loader, component: authorizations }),
  createRoute({ getParentRoute: bank, path: '/bank-authorizations/new', loader, component: newAuthorization }),
  createRoute({ getParentRoute: bank, path: '/bank-authorizations/$authorizationId', loader, component: authorization }),
  createRoute({
    getParentRoute: bank, path: '/bank-query', loader, component: lazyRouteComponent(() => import('./QueryPage'), 'QueryPage'),
    validateSearch: (search: Record<string, unknown>): { uscc?: string } => ({ uscc: typeof search['uscc'] === 'string' ? search['uscc'] : undefined }),
  }),
  createRoute({ getParentRoute: bank, path: '/bank-looks', loader, component: looks }),
  createRoute({ getParentRoute: bank, path: '/bank-batches', loader, component: lazyRouteComponent(() => import('./BatchListPage'), 'BatchListPage') }),
  createRoute({ getParentRoute: bank, path: '/bank-batches/new', loader, component: lazyRouteComponent(() => import('./NewBatchPage'), 'NewBatchPage') }),
  createRoute({ getParentRoute: bank, path: '/bank-batches/$batchId', loader, component: lazyRouteComponent(() => import('./BatchPage'), 'BatchPage') }),
  createRoute({ getParentRoute: bank, path: '/bank-clients', loader, component: clients }),
  createRoute({ getParentRoute: bank, path: '/bank-clients/new', loader, component: lazyRouteComponent(() => import('./NewClientPage'), 'NewClientPage') }),
  createRoute({ getParentRoute: bank, path: '/bank-clients/$clientId', loader, component: client }),
  createRoute({ getParentRoute: bank, path: '/bank-webhooks', loader, component: lazyRouteComponent(() => import('./WebhookListPage'), 'WebhookListPage') }),
  createRoute({ getParentRoute: bank, path: '/bank-webhooks/new', loader, component: lazyRouteComponent(() => import('./NewWebhookPage'), 'NewWebhookPage') }),
  createRoute({ getParentRoute: bank, path: '/bank-webhooks/$webhookId', loader, component: lazyRouteComponent(() => import('./WebhookPage'), 'WebhookPage') }),
] as const;

export const bankBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/bank-clients', loader, component: clients }),
  createRoute({ getParentRoute: bureau, path: '/bank-clients/$clientId', loader, component: client }),
  createRoute({ getParentRoute: bureau, path: '/bank-figures', loader, component: lazyRouteComponent(() => import('./BankFiguresPage'), 'BankFiguresPage') }),
] as const;

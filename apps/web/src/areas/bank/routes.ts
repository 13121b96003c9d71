import { createRoute } from '@tanstack/react-router';
import { bankRoute } from '@/app/roots';
import { homeCards, membersPage, notificationsPage, organisationPage, organisationTexts } from '@/areas/organisation/pages';
import { bankBankRoutes } from '@/features/banks/routes';

const loader = organisationTexts;
const getParentRoute = () => bankRoute;

export const bankRoutes = [
  createRoute({ getParentRoute, path: '/', loader, component: homeCards }),
  createRoute({ getParentRoute, path: '/members', loader, component: membersPage }),
  createRoute({ getParentRoute, path: '/organisation', loader, component: organisationPage }),
  createRoute({ getParentRoute, path: '/notifications', loader, component: notificationsPage }),
  ...bankBankRoutes,
] as const;

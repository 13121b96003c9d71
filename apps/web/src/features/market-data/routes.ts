import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('market-data', 'market');
const bureau = () => bureauRoute;
const firm = () => firmRoute;
const open = () => publicRoute;

export const marketDataBureauRoutes = [createRoute({ getParentRoute: bureau, path: '/market-statistics', loader, component: lazyRouteComponent(() => import('./StatisticsPage'), 'StatisticsPage') })] as const;
export const marketDataFirmRoutes = [createRoute({ getParentRoute: firm, path: '/saved-searches', loader, component: lazyRouteComponent(() => import('./SavedSearchesPage'), 'SavedSearchesPage') })] as const;
export const marketDataPublicRoutes = [createRoute({ getParentRoute: open, path: '/open-data', loader, component: lazyRouteComponent(() => import('./OpenDataPage'), 'OpenDataPage') })] as const;

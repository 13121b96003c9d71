import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute } from '@/app/roots';
import { homeCards, membersPage, notificationsPage, organisationPage, organisationTexts } from '@/areas/organisation/pages';
import { texts } from '@/i18n';
import { reputationBureauRoutes } from '@/features/reputation/routes';
import { collusionBureauRoutes } from '@/features/collusion/routes';
import { evidenceBureauRoutes } from '@/features/evidence/routes';
import { conditionBureauRoutes } from '@/features/conditions/routes';
import { reportBureauRoutes } from '@/features/reports/routes';
import { complaintBureauRoutes } from '@/features/complaints/routes';
import { bankBureauRoutes } from '@/features/banks/routes';
import { creditBureauRoutes } from '@/features/credit/routes';
import { creditEvaluationBureauRoutes } from '@/features/credit-evaluation/routes';
import { creditRepairBureauRoutes } from '@/features/credit-repair/routes';
import { keptFactBureauRoutes } from '@/features/kept-facts/routes';
import { enforcementBureauRoutes } from '@/features/enforcement/routes';
import { inspectionBureauRoutes } from '@/features/inspections/routes';
import { dutyBureauRoutes } from '@/features/duties/routes';
import { siteCheckBureauRoutes } from '@/features/site-checks/routes';
import { firmsBureauRoutes } from '@/features/firms/routes';
import { evaluationBureauRoutes } from '@/features/evaluation/routes';
import { contractBureauRoutes } from '@/features/contracts/routes';
import { marketBureauRoutes } from '@/features/market/routes';
import { marketDataBureauRoutes } from '@/features/market-data/routes';
import { operatorBureauRoutes } from '@/features/operator/routes';
import { penaltyBureauRoutes } from '@/features/penalties/routes';
import { watchListBureauRoutes } from '@/features/watch-list/routes';
import { rectificationBureauRoutes } from '@/features/rectification/routes';
import { permitImportBureauRoutes } from '@/features/permit-imports/routes';
import { permitBureauRoutes } from '@/features/permits/routes';
import { recordsBureauRoutes } from '@/features/records/routes';
import { standardsBureauRoutes } from '@/features/standards/routes';
import { registrationBureauRoutes } from '@/features/registrations/routes';
import { stewardBureauRoutes } from '@/features/stewardship/routes';

const loader = organisationTexts;
const withBureauTexts = texts('organisation', 'bureau');
const getParentRoute = () => bureauRoute;

export const bureauRoutes = [
  createRoute({ getParentRoute, path: '/', loader, component: homeCards }),
  createRoute({
    getParentRoute,
    path: '/organisations',
    loader: withBureauTexts,
    component: lazyRouteComponent(() => import('./OrganisationsPage'), 'OrganisationsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/organisations/$id',
    loader: withBureauTexts,
    component: lazyRouteComponent(() => import('./OrganisationDetailPage'), 'OrganisationDetailPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/holidays',
    loader: withBureauTexts,
    component: lazyRouteComponent(() => import('./holidays/HolidaysPage'), 'HolidaysPage'),
  }),
  createRoute({ getParentRoute, path: '/members', loader, component: membersPage }),
  createRoute({ getParentRoute, path: '/organisation', loader, component: organisationPage }),
  createRoute({ getParentRoute, path: '/notifications', loader, component: notificationsPage }),
  ...firmsBureauRoutes,
  ...marketBureauRoutes, ...marketDataBureauRoutes, ...collusionBureauRoutes, ...reputationBureauRoutes,
  ...complaintBureauRoutes,
  ...evaluationBureauRoutes,
  ...contractBureauRoutes,
  ...stewardBureauRoutes,
  ...siteCheckBureauRoutes, ...evidenceBureauRoutes,
  ...permitBureauRoutes,
  ...permitImportBureauRoutes,
  ...operatorBureauRoutes,
  ...registrationBureauRoutes,
  ...recordsBureauRoutes,
  ...dutyBureauRoutes,
  ...standardsBureauRoutes,
  ...conditionBureauRoutes,
  ...reportBureauRoutes,
  ...creditBureauRoutes,
  ...creditRepairBureauRoutes,
  ...creditEvaluationBureauRoutes,
  ...enforcementBureauRoutes, ...inspectionBureauRoutes,
  ...bankBureauRoutes,
  ...keptFactBureauRoutes,
  ...penaltyBureauRoutes,
  ...watchListBureauRoutes,
  ...rectificationBureauRoutes,
] as const;

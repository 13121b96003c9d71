import { createRoute } from '@tanstack/react-router';
import { firmRoute } from '@/app/roots';
import { homeCards, mandatesPage, membersPage, notificationsPage, organisationPage, organisationTexts } from '@/areas/organisation/pages';
import { evidenceFirmRoutes } from '@/features/evidence/routes';
import { conditionFirmRoutes } from '@/features/conditions/routes';
import { reportFirmRoutes } from '@/features/reports/routes';
import { contractFirmRoutes } from '@/features/contracts/routes';
import { dutyFirmRoutes } from '@/features/duties/routes';
import { reputationFirmRoutes } from '@/features/reputation/routes';
import { creditFirmRoutes } from '@/features/credit/routes';
import { creditRepairFirmRoutes } from '@/features/credit-repair/routes';
import { creditEvaluationFirmRoutes } from '@/features/credit-evaluation/routes';
import { rectificationFirmRoutes } from '@/features/rectification/routes';
import { firmsFirmRoutes } from '@/features/firms/routes';
import { evaluationFirmRoutes } from '@/features/evaluation/routes';
import { marketFirmRoutes } from '@/features/market/routes';
import { marketDataFirmRoutes } from '@/features/market-data/routes';
import { penaltyFirmRoutes } from '@/features/penalties/routes';
import { watchListFirmRoutes } from '@/features/watch-list/routes';
import { permitFirmRoutes } from '@/features/permits/routes';
import { recordsFirmRoutes } from '@/features/records/routes';
import { registrationFirmRoutes } from '@/features/registrations/routes';
import { stewardFirmRoutes } from '@/features/stewardship/routes';

const loader = organisationTexts;
const getParentRoute = () => firmRoute;

export const firmRoutes = [
  createRoute({ getParentRoute, path: '/', loader, component: homeCards }),
  createRoute({ getParentRoute, path: '/members', loader, component: membersPage }),
  createRoute({ getParentRoute, path: '/mandates', loader, component: mandatesPage }),
  createRoute({ getParentRoute, path: '/organisation', loader, component: organisationPage }),
  createRoute({ getParentRoute, path: '/notifications', loader, component: notificationsPage }),
  ...firmsFirmRoutes, ...reputationFirmRoutes, ...creditFirmRoutes, ...creditRepairFirmRoutes,
  ...marketFirmRoutes, ...marketDataFirmRoutes,
  ...evaluationFirmRoutes,
  ...contractFirmRoutes,
  ...stewardFirmRoutes,
  ...evidenceFirmRoutes,
  ...permitFirmRoutes,
  ...registrationFirmRoutes,
  ...recordsFirmRoutes,
  ...dutyFirmRoutes,
  ...conditionFirmRoutes,
  ...reportFirmRoutes,
  ...penaltyFirmRoutes,
  ...watchListFirmRoutes,
  ...rectificationFirmRoutes, ...creditEvaluationFirmRoutes,
] as const;

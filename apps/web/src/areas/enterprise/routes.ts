import { createRoute } from '@tanstack/react-router';
import { enterpriseRoute } from '@/app/roots';
import { homeCards, mandatesPage, membersPage, notificationsPage, organisationPage, organisationTexts } from '@/areas/organisation/pages';
import { bankEnterpriseRoutes } from '@/features/banks/routes';
import { evidenceEnterpriseRoutes } from '@/features/evidence/routes';
import { conditionEnterpriseRoutes } from '@/features/conditions/routes';
import { reportEnterpriseRoutes } from '@/features/reports/routes';
import { contractEnterpriseRoutes } from '@/features/contracts/routes';
import { creditEnterpriseRoutes } from '@/features/credit/routes';
import { creditEvaluationEnterpriseRoutes } from '@/features/credit-evaluation/routes';
import { creditRepairEnterpriseRoutes } from '@/features/credit-repair/routes';
import { keptFactEnterpriseRoutes } from '@/features/kept-facts/routes';
import { enforcementEnterpriseRoutes } from '@/features/enforcement/routes';
import { inspectionEnterpriseRoutes } from '@/features/inspections/routes';
import { dutyEnterpriseRoutes } from '@/features/duties/routes';
import { firmsEnterpriseRoutes } from '@/features/firms/routes';
import { evaluationEnterpriseRoutes } from '@/features/evaluation/routes';
import { marketEnterpriseRoutes } from '@/features/market/routes';
import { penaltyEnterpriseRoutes } from '@/features/penalties/routes';
import { watchListEnterpriseRoutes } from '@/features/watch-list/routes';
import { rectificationEnterpriseRoutes } from '@/features/rectification/routes';
import { permitEnterpriseRoutes } from '@/features/permits/routes';
import { recordsEnterpriseRoutes } from '@/features/records/routes';
import { registrationEnterpriseRoutes } from '@/features/registrations/routes';
import { stewardEnterpriseRoutes } from '@/features/stewardship/routes';

const loader = organisationTexts;
const getParentRoute = () => enterpriseRoute;

export const enterpriseRoutes = [
  createRoute({ getParentRoute, path: '/', loader, component: homeCards }),
  createRoute({ getParentRoute, path: '/members', loader, component: membersPage }),
  createRoute({ getParentRoute, path: '/mandates', loader, component: mandatesPage }),
  createRoute({ getParentRoute, path: '/organisation', loader, component: organisationPage }),
  createRoute({ getParentRoute, path: '/notifications', loader, component: notificationsPage }),
  ...firmsEnterpriseRoutes,
  ...marketEnterpriseRoutes,
  ...evaluationEnterpriseRoutes,
  ...contractEnterpriseRoutes,
  ...stewardEnterpriseRoutes,
  ...evidenceEnterpriseRoutes,
  ...permitEnterpriseRoutes,
  ...registrationEnterpriseRoutes,
  ...recordsEnterpriseRoutes,
  ...dutyEnterpriseRoutes,
  ...conditionEnterpriseRoutes,
  ...reportEnterpriseRoutes,
  ...creditEnterpriseRoutes,
  ...creditRepairEnterpriseRoutes,
  ...creditEvaluationEnterpriseRoutes,
  ...enforcementEnterpriseRoutes, ...inspectionEnterpriseRoutes,
  ...bankEnterpriseRoutes,
  ...keptFactEnterpriseRoutes,
  ...penaltyEnterpriseRoutes,
  ...watchListEnterpriseRoutes,
  ...rectificationEnterpriseRoutes,
] as const;

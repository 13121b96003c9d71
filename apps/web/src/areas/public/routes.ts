import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { publicRoute } from '@/app/roots';
import { texts } from '@/i18n';
import { penaltyPublicRoutes } from '@/features/penalties/routes';
import { watchListPublicRoutes } from '@/features/watch-list/routes';
import { rectificationPublicRoutes } from '@/features/rectification/routes';
import { permitGuideRoutes } from '@/features/permit-guide/routes';
import { classifyPublicRoutes } from '@/features/classify/routes';
import { complaintPublicRoutes } from '@/features/complaints/routes';
import { creditPublicRoutes } from '@/features/credit/routes';
import { creditEvaluationPublicRoutes } from '@/features/credit-evaluation/routes';
import { creditRepairPublicRoutes } from '@/features/credit-repair/routes';
import { enforcementPublicRoutes } from '@/features/enforcement/routes';
import { inspectionPublicRoutes } from '@/features/inspections/routes';
import { evidencePublicRoutes } from '@/features/evidence/routes';
import { firmsPublicRoutes } from '@/features/firms/routes';
import { contractPublicRoutes } from '@/features/contracts/routes';
import { evaluationPublicRoutes } from '@/features/evaluation/routes';
import { marketPublicRoutes } from '@/features/market/routes';
import { marketDataPublicRoutes } from '@/features/market-data/routes';
import { registerPublicRoutes } from '@/features/register/routes';
import { reportPublicRoutes } from '@/features/reports/routes';
import { recordsPublicRoutes } from '@/features/records/routes';
import { reputationPublicRoutes } from '@/features/reputation/routes';
import { standardsPublicRoutes } from '@/features/standards/routes';
import { registrationPublicRoutes } from '@/features/registrations/routes';

const loader = texts('public');
const getParentRoute = () => publicRoute;

export const publicRoutes = [
  createRoute({ getParentRoute, path: '/', loader, component: lazyRouteComponent(() => import('./HomePage'), 'HomePage') }),
  createRoute({
    getParentRoute,
    path: '/track',
    loader,
    validateSearch: (search: Record<string, unknown>): { number?: string; code?: string } => ({
      number: typeof search['number'] === 'string' ? search['number'] : undefined,
      code: typeof search['code'] === 'string' ? search['code'] : undefined,
    }),
    component: lazyRouteComponent(() => import('./TrackPage'), 'TrackPage'),
  }),
  createRoute({ getParentRoute, path: '/help', loader, component: lazyRouteComponent(() => import('./HelpPage'), 'HelpPage') }),
  createRoute({ getParentRoute, path: '/accessibility', loader, component: lazyRouteComponent(() => import('./AccessibilityPage'), 'AccessibilityPage') }),
  createRoute({ getParentRoute, path: '/privacy', loader, component: lazyRouteComponent(() => import('./PrivacyPage'), 'PrivacyPage') }),
  ...classifyPublicRoutes,
  ...firmsPublicRoutes, ...reputationPublicRoutes,
  ...complaintPublicRoutes,
  ...standardsPublicRoutes,
  ...permitGuideRoutes,
  ...marketPublicRoutes, ...marketDataPublicRoutes,
  ...evaluationPublicRoutes,
  ...contractPublicRoutes,
  ...evidencePublicRoutes,
  ...registerPublicRoutes,
  ...registrationPublicRoutes,
  ...recordsPublicRoutes,
  ...reportPublicRoutes,
  ...creditPublicRoutes,
  ...creditRepairPublicRoutes,
  ...creditEvaluationPublicRoutes,
  ...enforcementPublicRoutes, ...inspectionPublicRoutes,
  ...penaltyPublicRoutes,
  ...watchListPublicRoutes,
  ...rectificationPublicRoutes,
] as const;

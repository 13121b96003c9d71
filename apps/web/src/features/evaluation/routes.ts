import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('evaluation');
const page = lazyRouteComponent(() => import('./EvaluationPage'), 'EvaluationPage');
const bids = lazyRouteComponent(() => import('./BidListPage'), 'BidListPage');
const bid = lazyRouteComponent(() => import('./BidPage'), 'BidPage');
const complaints = lazyRouteComponent(() => import('./ComplaintListPage'), 'ComplaintListPage');
const complaint = lazyRouteComponent(() => import('./ComplaintPage'), 'ComplaintPage');
const plan = lazyRouteComponent(() => import('./PlanPage'), 'PlanPage');

const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;

export const evaluationEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/tasks/$taskId/evaluation', loader, component: page }),
  createRoute({ getParentRoute: enterprise, path: '/tasks/$taskId/evaluation/bids', loader, component: bids }),
  createRoute({ getParentRoute: enterprise, path: '/tasks/$taskId/evaluation/bids/$bidId', loader, component: bid }),
  createRoute({ getParentRoute: enterprise, path: '/tender-complaints', loader, component: complaints }),
  createRoute({ getParentRoute: enterprise, path: '/tender-complaints/$complaintId', loader, component: complaint }),
  createRoute({ getParentRoute: enterprise, path: '/tasks/$taskId/criteria', loader, component: plan }),
] as const;

export const evaluationFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/tasks/$taskId/evaluation', loader, component: page }),
  createRoute({ getParentRoute: firm, path: '/tasks/$taskId/evaluation/bids', loader, component: bids }),
  createRoute({ getParentRoute: firm, path: '/tasks/$taskId/evaluation/bids/$bidId', loader, component: bid }),
  createRoute({ getParentRoute: firm, path: '/tender-complaints', loader, component: complaints }),
  createRoute({ getParentRoute: firm, path: '/tender-complaints/$complaintId', loader, component: complaint }),
  createRoute({ getParentRoute: firm, path: '/tasks/$taskId/criteria', loader, component: plan }),
] as const;

export const evaluationBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/tasks/$taskId/evaluation', loader, component: page }),
  createRoute({ getParentRoute: bureau, path: '/tasks/$taskId/evaluation/bids', loader, component: bids }),
  createRoute({ getParentRoute: bureau, path: '/tasks/$taskId/evaluation/bids/$bidId', loader, component: bid }),
  createRoute({ getParentRoute: bureau, path: '/tender-complaints', loader, component: complaints }),
  createRoute({ getParentRoute: bureau, path: '/tender-complaints/$complaintId', loader, component: complaint }),
  createRoute({ getParentRoute: bureau, path: '/experts', loader, component: lazyRouteComponent(() => import('./ExpertsPage'), 'ExpertsPage') }),
  createRoute({ getParentRoute: bureau, path: '/experts/new', loader, component: lazyRouteComponent(() => import('./ExpertPage'), 'NewExpertPage') }),
  createRoute({ getParentRoute: bureau, path: '/experts/$expertId', loader, component: lazyRouteComponent(() => import('./ExpertPage'), 'ExpertPage') }),
] as const;

export const evaluationPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/candidate-notices', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'CandidateNoticesPage') }),
  createRoute({ getParentRoute: open, path: '/tasks/$taskId/evaluation', loader, component: lazyRouteComponent(() => import('./PublicPages'), 'PublicEvaluationPage') }),
  createRoute({ getParentRoute: open, path: '/evaluation-seat', loader, component: lazyRouteComponent(() => import('./SeatPage'), 'SeatPage') }),
] as const;

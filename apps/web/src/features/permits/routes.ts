import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('permits', 'evidence', 'site-checks', 'exchange', 'copying', 'standards', 'permit-guide', 'conditions', 'duties', 'contracts');
/** The officer also reads how the applicant stands. */
const withCredit = texts('permits', 'evidence', 'site-checks', 'exchange', 'copying', 'standards', 'permit-guide', 'conditions', 'duties', 'contracts', 'credit');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;

const list = lazyRouteComponent(() => import('./ListPage'), 'ListPage');
const begin = lazyRouteComponent(() => import('./NewPage'), 'NewPage');
const application = lazyRouteComponent(() => import('./ApplicationPage'), 'ApplicationPage');
const section = lazyRouteComponent(() => import('./SectionPage'), 'SectionPage');
const check = lazyRouteComponent(() => import('./CheckPage'), 'CheckPage');
const content = lazyRouteComponent(() => import('./CheckPage'), 'ContentPage');
const permitCase = lazyRouteComponent(() => import('./PermitCasePage'), 'PermitCasePage');
const permit = lazyRouteComponent(() => import('./PermitPages'), 'PermitPage');

export const permitEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/permits', loader, component: list }),
  createRoute({ getParentRoute: enterprise, path: '/permits/new', loader, component: begin }),
  createRoute({ getParentRoute: enterprise, path: '/permits/$applicationId', loader, component: application }),
  createRoute({ getParentRoute: enterprise, path: '/permits/$applicationId/sections/$section', loader, component: section }),
  createRoute({ getParentRoute: enterprise, path: '/permits/$applicationId/check', loader, component: check }),
  createRoute({ getParentRoute: enterprise, path: '/permits/$applicationId/content', loader, component: content }),
  createRoute({ getParentRoute: enterprise, path: '/certificates/$permitId', loader, component: permit }),
  createRoute({ getParentRoute: enterprise, path: '/permit-cases/$caseId', loader, component: permitCase }),
] as const;

export const permitFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/permits', loader, component: list }),
  createRoute({ getParentRoute: firm, path: '/permits/new', loader, component: begin }),
  createRoute({ getParentRoute: firm, path: '/permits/$applicationId', loader, component: application }),
  createRoute({ getParentRoute: firm, path: '/permits/$applicationId/sections/$section', loader, component: section }),
  createRoute({ getParentRoute: firm, path: '/permits/$applicationId/check', loader, component: check }),
  createRoute({ getParentRoute: firm, path: '/permits/$applicationId/content', loader, component: content }),
  createRoute({ getParentRoute: firm, path: '/certificates/$permitId', loader, component: permit }),
  createRoute({ getParentRoute: firm, path: '/permit-cases/$caseId', loader, component: permitCase }),
] as const;

export const permitBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/permits', loader, component: lazyRouteComponent(() => import('./QueuePage'), 'QueuePage') }),
  createRoute({ getParentRoute: bureau, path: '/permits/$applicationId', loader: withCredit, component: lazyRouteComponent(() => import('./ReviewPage'), 'ReviewPage') }),
  createRoute({ getParentRoute: bureau, path: '/certificates', loader, component: lazyRouteComponent(() => import('./CertificatesPage'), 'CertificatesPage') }),
  createRoute({ getParentRoute: bureau, path: '/certificates/$permitId', loader, component: permit }),
  createRoute({ getParentRoute: bureau, path: '/permit-cases/$caseId', loader, component: permitCase }),
] as const;

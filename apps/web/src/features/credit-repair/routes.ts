import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bureauRoute, enterpriseRoute, firmRoute, publicRoute } from '@/app/roots';
import { texts } from '@/i18n';

const loader = texts('credit-repair');
const enterprise = () => enterpriseRoute;
const firm = () => firmRoute;
const bureau = () => bureauRoute;
const open = () => publicRoute;
const options = lazyRouteComponent(() => import('./OptionsPage'), 'OptionsPage');
const repairs = lazyRouteComponent(() => import('./ListPages'), 'RepairListPage');
const appeals = lazyRouteComponent(() => import('./ListPages'), 'AppealListPage');
const certificates = lazyRouteComponent(() => import('./CertificatePages'), 'CertificateListPage');
const repair = lazyRouteComponent(() => import('./RepairPage'), 'RepairPage');
const appeal = lazyRouteComponent(() => import('./AppealPage'), 'AppealPage');

export const creditRepairEnterpriseRoutes = [
  createRoute({ getParentRoute: enterprise, path: '/credit-repairs', loader, component: options }),
  createRoute({ getParentRoute: enterprise, path: '/credit-repairs/list', loader, component: repairs }),
  createRoute({ getParentRoute: enterprise, path: '/credit-repairs/certificates', loader, component: certificates }),
  createRoute({ getParentRoute: enterprise, path: '/credit-repairs/$repairId', loader, component: repair }),
  createRoute({ getParentRoute: enterprise, path: '/credit-appeals', loader, component: appeals }),
  createRoute({ getParentRoute: enterprise, path: '/credit-appeals/$appealId', loader, component: appeal }),
] as const;

export const creditRepairFirmRoutes = [
  createRoute({ getParentRoute: firm, path: '/credit-repairs', loader, component: options }),
  createRoute({ getParentRoute: firm, path: '/credit-repairs/list', loader, component: repairs }),
  createRoute({ getParentRoute: firm, path: '/credit-repairs/certificates', loader, component: certificates }),
  createRoute({ getParentRoute: firm, path: '/credit-repairs/$repairId', loader, component: repair }),
  createRoute({ getParentRoute: firm, path: '/credit-appeals', loader, component: appeals }),
  createRoute({ getParentRoute: firm, path: '/credit-appeals/$appealId', loader, component: appeal }),
] as const;

export const creditRepairBureauRoutes = [
  createRoute({ getParentRoute: bureau, path: '/credit-repairs', loader, component: repairs }),
  createRoute({ getParentRoute: bureau, path: '/credit-repairs/$repairId', loader, component: repair }),
  createRoute({ getParentRoute: bureau, path: '/credit-appeals', loader, component: appeals }),
  createRoute({ getParentRoute: bureau, path: '/credit-appeals/$appealId', loader, component: appeal }),
] as const;

export const creditRepairPublicRoutes = [
  createRoute({ getParentRoute: open, path: '/credit-certificates', loader, component: lazyRouteComponent(() => import('./CheckPages'), 'AskCertificatePage') }),
  createRoute({ getParentRoute: open, path: '/credit-certificates/$code', loader, component: lazyRouteComponent(() => import('./CheckPages'), 'CheckCertificatePage') }),
] as const;

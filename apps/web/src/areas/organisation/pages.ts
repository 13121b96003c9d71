import { lazyRouteComponent } from '@tanstack/react-router';
import { texts } from '@/i18n';

/** Pages every organisation has; each area hangs them below its own address. */
export const organisationTexts = texts('organisation');
export const homeCards = lazyRouteComponent(() => import('./HomeCards'), 'HomeCards');
export const membersPage = lazyRouteComponent(() => import('./MembersPage'), 'MembersPage');
export const mandatesPage = lazyRouteComponent(() => import('./MandatesPage'), 'MandatesPage');
export const organisationPage = lazyRouteComponent(() => import('./OrganisationPage'), 'OrganisationPage');
export const notificationsPage = lazyRouteComponent(() => import('./NotificationsPage'), 'NotificationsPage');

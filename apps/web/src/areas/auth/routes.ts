import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { publicRoute } from '@/app/roots';
import { texts } from '@/i18n';
import { requireSession } from '@/session/area-guard';
import { homeOf, safeNext } from '@/session/session';

const loader = texts('auth');
const getParentRoute = () => publicRoute;
const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Where the classifier leads after signing in, with what was answered; nobody is led anywhere else. */
const BEGINNINGS: ReadonlySet<string> = new Set(['/permits/new', '/registrations/new']);
const APPLICANTS = /^\/[ef]\/[^/]+$/;

function onwards(home: string, { to, ...way }: { readonly to?: string; readonly industries?: string; readonly answers?: string }): string {
  if (to === undefined || !BEGINNINGS.has(to) || !APPLICANTS.test(home)) return home;
  return `${home}${to}?${new URLSearchParams(Object.entries(way).filter((pair): pair is [string, string] => Boolean(pair[1])))}`;
}

/** Signing in, registering, passwords, invitations. */
export const authRoutes = [
  createRoute({
    getParentRoute: () => publicRoute,
    // One address for “my desk”, whoever follows it: the organisation used last, or the sign-in page first.
    path: '/enter',
    validateSearch: (search: Record<string, unknown>): { to?: string; industries?: string; answers?: string } => ({ to: word(search['to']), industries: word(search['industries']), answers: word(search['answers']) }),
    beforeLoad: async ({ context, location, search }) => {
      throw redirect({ href: onwards(homeOf(await requireSession(context.queryClient, location.href, null)), search) });
    },
  }),
  createRoute({
    getParentRoute,
    path: '/login',
    loader,
    validateSearch: (search: Record<string, unknown>): { next?: string; expired?: string } => ({
      next: safeNext(search['next']) ?? undefined,
      expired: search['expired'] === '1' ? '1' : undefined,
    }),
    component: lazyRouteComponent(() => import('./LoginPage'), 'LoginPage'),
  }),
  createRoute({ getParentRoute, path: '/register', loader, component: lazyRouteComponent(() => import('./RegisterPage'), 'RegisterPage') }),
  createRoute({ getParentRoute, path: '/password/forgot', loader, component: lazyRouteComponent(() => import('./ForgotPasswordPage'), 'ForgotPasswordPage') }),
  createRoute({
    getParentRoute,
    path: '/password/reset',
    loader,
    validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: typeof search['token'] === 'string' ? search['token'] : undefined }),
    component: lazyRouteComponent(() => import('./ResetPasswordPage'), 'ResetPasswordPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/invitation',
    loader,
    validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: typeof search['token'] === 'string' ? search['token'] : undefined }),
    component: lazyRouteComponent(() => import('./AcceptInvitationPage'), 'AcceptInvitationPage'),
  }),
] as const;

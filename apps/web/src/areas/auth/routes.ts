import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { publicRoute } from '@/app/roots';
import { texts } from '@/i18n';
import { requireSession } from '@/session/area-guard';
import { homeOf, safeNext } from '@/session/session';

const loader = texts('auth');
const getParentRoute = () => publicRoute;

/** Signing in, registering, passwords, invitations. */
export const authRoutes = [
  createRoute({
    getParentRoute: () => publicRoute,
    // One address for “my desk”, whoever follows it: the organisation used last, or the sign-in page first.
    path: '/enter',
    beforeLoad: async ({ context, location }) => {
      throw redirect({ href: homeOf(await requireSession(context.queryClient, location.href, null)) });
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

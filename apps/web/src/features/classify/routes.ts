import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { publicRoute } from '@/app/roots';
import { texts } from '@/i18n';
import type { ClassifySearch } from './address';

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const classifyPublicRoutes = [
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/classify',
    loader: texts('classify'),
    validateSearch: (search: Record<string, unknown>): ClassifySearch => ({ industries: word(search['industries']), answers: word(search['answers']), choose: search['choose'] === '1' ? '1' : undefined }),
    component: lazyRouteComponent(() => import('./ClassifyPage'), 'ClassifyPage'),
  }),
] as const;

import { lazyRouteComponent } from '@tanstack/react-router';
import type { DeskPanel } from '@/app/desk';

export const desk: readonly DeskPanel[] = [
  { area: 'k', order: 10, action: 'bank-authorization.list', panel: lazyRouteComponent(() => import('./DeskPanels'), 'BankDesk') },
  { area: 'e', order: 40, action: 'bank-authorization.grant', panel: lazyRouteComponent(() => import('./DeskPanels'), 'AskedDesk') },
];

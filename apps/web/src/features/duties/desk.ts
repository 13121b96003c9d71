import { lazyRouteComponent } from '@tanstack/react-router';
import type { DeskPanel } from '@/app/desk';

const soon = lazyRouteComponent(() => import('./DeskPanels'), 'DueSoon');

export const desk: readonly DeskPanel[] = [
  { area: 'e', order: 20, action: 'duty.list', panel: soon },
  { area: 'f', order: 20, action: 'duty.list', panel: soon },
  { area: 'b', order: 30, action: 'duty.enforcement', panel: lazyRouteComponent(() => import('./DeskPanels'), 'OverdueTasks') },
];

import { lazyRouteComponent } from '@tanstack/react-router';
import type { DeskPanel } from '@/app/desk';

const own = lazyRouteComponent(() => import('./DeskPanels'), 'OwnCases');

export const desk: readonly DeskPanel[] = [
  { area: 'e', order: 10, action: 'case.list-own', panel: own },
  { area: 'f', order: 10, action: 'case.list-own', panel: own },
  { area: 'b', order: 10, action: 'case.queue', panel: lazyRouteComponent(() => import('./DeskPanels'), 'QueuePanel') },
];

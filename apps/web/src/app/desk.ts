import type { ComponentType } from 'react';
import type { Area } from './navigation';

/** A block on the first page of an area (“待我处理”). Found in `areas/<x>/desk.ts` and `features/<x>/desk.ts`. */
export interface DeskPanel {
  readonly area: Area;
  readonly order: number;
  /** Hidden without this action in `me.permissions`. */
  readonly action?: string;
  /** Lazy (`lazyRouteComponent`), so that only desks load it. */
  readonly panel: ComponentType;
}

const files = import.meta.glob<{ desk: readonly DeskPanel[] }>('../{areas,features}/*/desk.ts', { eager: true });

export const deskPanels: readonly DeskPanel[] = Object.values(files)
  .flatMap(file => file.desk)
  .sort((a, b) => a.order - b.order);

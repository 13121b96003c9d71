import type { DrawTarget } from '../enforcement.entity';

/** An enterprise of the library, with how a draw of today would see it. */
export class DrawTargetView {
  id!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  uscc!: string | null;
  targetClass!: 'key' | 'general' | 'special';
  facts!: string[];
  factTitles!: string[];
  note!: string;
  changedByName!: string;
  updatedAt!: string;
  version!: number;
}

export class DrawTargetPageView {
  items!: DrawTargetView[];
  nextCursor!: string | null;
}

export class DrawOptionView {
  key!: string;
  title!: string;
  value!: string;
  unit!: string;
  legalBasis!: string;
  verified!: boolean;
  note!: string | null;
}

export class CompletedTargetsView {
  /** Enterprises that were taken into the library. */
  added!: number;
}

export const targetView = (titles: ReadonlyMap<string, string>) => ({ id, enterpriseId, enterpriseName, uscc, targetClass, facts, note, changedByName, updatedAt, version }: DrawTarget): DrawTargetView => ({
  id, enterpriseId, enterpriseName, uscc, targetClass, facts, factTitles: facts.map(one => titles.get(one) ?? one), note, changedByName, updatedAt: updatedAt.toISOString(), version,
});

import type { ServiceTask } from '../marketplace.entity';
import { METHODS } from './methods';

type Sealed = Pick<ServiceTask, 'method' | 'bidRound' | 'openedAt' | 'firstOpenedAt'>;

/**
 * Whether a reader may learn how many have bid (招标投标法 第二十二条): before the opening nobody, not even who procures and not after the
 * deadline either, since a prolonged bidding or a second announcement may follow. The table of methods names the exceptions. Between two
 * rounds rivals know it only where the first prices are read out to them.
 */
export function knowsNumber(task: Sealed, reader: 'procurer' | 'other'): boolean {
  if (task.openedAt !== null) return true;
  const { final, numberBeforeOpening } = METHODS[task.method];
  if (task.firstOpenedAt !== null && task.bidRound === 1) return reader === 'procurer' || final?.pricesShown === true;
  return reader === 'procurer' && numberBeforeOpening.knownTo === 'procurer';
}

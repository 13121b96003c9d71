import type { TaskFacts } from './facts';
import { fileSignals } from './files';
import { originSignals } from './origin';
import { partySignals } from './parties';
import { priceSignals } from './prices';
import type { Signal } from './signal';
import { textSignals } from './text';
import type { Thresholds } from './thresholds';

/** Everything that is alike between the opened bids of one task. Pure: the same facts give the same signals. */
export function detect(task: TaskFacts, limits: Thresholds): Signal[] {
  if (task.bids.length < 2) return [];
  return [...originSignals(task.bids, limits), ...fileSignals(task), ...textSignals(task, limits), ...priceSignals(task, limits), ...partySignals(task)];
}

import { type ActTable, defineActsFrom, type Words } from '@huanbao/platform';
import { allMachines } from './machine';
import type { Bilingual, Machine } from './machine.types';

const wordsOf = ({ zh, en }: Bilingual): Words => [zh, en];

/** A procedure's steps stand in the audit log under the labels of its machine: nobody writes them a second time. */
export function actsOfMachine({ kind, title, actions }: Machine): ActTable {
  const steps = Object.entries(actions).map(([action, { label }]) => [action, wordsOf(label)] as const);
  return { acts: { [kind]: { name: wordsOf(title), acts: { open: ['新建', 'Opened'], ...Object.fromEntries(steps) } } }, subjects: { [kind]: wordsOf(title) } };
}

defineActsFrom(() => allMachines().map(actsOfMachine));

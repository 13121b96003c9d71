import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allMachines, renderMachine } from '@huanbao/casework';
import { renderContractFlow } from '@huanbao/contracts';
import { renderTaskFlow } from '@huanbao/marketplace';
import '@huanbao/complaints';
import '@huanbao/penalties';
import '@huanbao/watch-list';
import '@huanbao/credit-evaluation';
import '@huanbao/rectification';
import '@huanbao/credit-repair';
import '@huanbao/permits';

const FOLDER = resolve(__dirname, '../../docs/machines');
const GENERATED = 'Generated from the machine by `npm run diagrams`';

describe('docs/machines', () => {
  it.each(allMachines().map(machine => [machine.kind, machine] as const))('shows %s as it is; run `npm run diagrams` after a change', (kind, machine) => {
    expect(readFileSync(join(FOLDER, `${kind}.md`), 'utf8')).toBe(renderMachine(machine));
  });

  it('shows service-task as it is; run `npm run diagrams` after a change', () => {
    expect(readFileSync(join(FOLDER, 'service-task.md'), 'utf8')).toBe(renderTaskFlow());
  });

  it('shows contract as it is; run `npm run diagrams` after a change', () => {
    expect(readFileSync(join(FOLDER, 'contract.md'), 'utf8')).toBe(renderContractFlow());
  });

  it('shows no machine that is gone', () => {
    const pages = readdirSync(FOLDER).filter(name => readFileSync(join(FOLDER, name), 'utf8').includes(GENERATED));
    expect(pages.sort()).toEqual([...allMachines().map(machine => `${machine.kind}.md`), 'service-task.md', 'contract.md'].sort());
  });
});

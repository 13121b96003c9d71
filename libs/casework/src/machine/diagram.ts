import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allMachines, ClockDefinition, ClockStep, Machine } from './machine';

/** A state diagram in Mermaid with the tables behind it: one page of `docs/machines/`. */
export function renderMachine(machine: Machine): string {
  return [
    `# ${machine.title.zh} · ${machine.title.en}`,
    '',
    `Kind \`${machine.kind}\`, numbers \`${machine.numberPrefix}-YYYY-000001\`. Generated from the machine by \`npm run diagrams\`; do not edit.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...stateLines(machine),
    ...transitionLines(machine),
    '```',
    '',
    ...actionTable(machine),
    '',
    ...clockTable(machine),
    '',
  ].join('\n');
}

/** Writes one page per declared machine. Returns the paths. */
export function writeDiagrams(directory: string): string[] {
  mkdirSync(directory, { recursive: true });
  return allMachines().map(machine => {
    const path = join(directory, `${machine.kind}.md`);
    writeFileSync(path, renderMachine(machine));
    return path;
  });
}

/** Mermaid takes no hyphens in state names. */
const id = (state: string): string => state.replaceAll('-', '_');

function stateLines(machine: Machine): string[] {
  return Object.entries(machine.states).map(([name, state]) => `  state "${state.label.zh}${state.hiddenAs === undefined ? '' : '（送达前不公开）'}" as ${id(name)}`);
}

function transitionLines(machine: Machine): string[] {
  const moves = Object.values(machine.actions).flatMap(action => action.from.map(from => `  ${id(from)} --> ${id(action.to)}: ${action.label.zh}`));
  const ends = Object.entries(machine.states).filter(([, state]) => state.final);
  return [`  [*] --> ${id(machine.initial)}`, ...moves, ...ends.map(([name]) => `  ${id(name)} --> [*]`)];
}

function actionTable(machine: Machine): string[] {
  const label = (state: string): string => machine.states[state]?.label.zh ?? state;
  const rows = Object.entries(machine.actions).map(([name, action]) =>
    cells([
      `\`${name}\` ${action.label.zh}`,
      action.from.map(label).join('、'),
      label(action.to),
      action.action ? `\`${action.action}\`` : '系统',
      action.article,
      (action.clock ?? []).map(clockWord).join('；'),
    ]),
  );
  return [cells(['步骤', '从', '到', '权限', '依据', '计时']), cells(Array<string>(6).fill('---')), ...rows];
}

function clockTable(machine: Machine): string[] {
  const entries = Object.entries(machine.clocks);
  if (entries.length === 0) return [];
  const rows = entries.flatMap(([name, clock]) => [
    cells([`\`${name}\``, lengthOf(clock), clock.article, clock.silence ? `视为“${machine.actions[clock.silence]?.label.zh ?? ''}”` : '']),
    ...Object.entries(clock.variants ?? {}).map(([variant, period]) => cells([`\`${name}\` / ${variant}`, lengthOf(period), period.article, ''])),
  ]);
  return [cells(['期限', '长度', '依据', '逾期']), cells(Array<string>(4).fill('---')), ...rows];
}

const STEP_WORDS: Record<ClockStep['do'], string> = { start: '开始', stop: '停止', pause: '暂停', resume: '恢复', extend: '延长', shorten: '收回延长' };

function clockWord(step: ClockStep): string {
  return `${STEP_WORDS[step.do]} \`${step.clock}\`${step.since ? `（自 \`${step.since}\` 起算）` : ''}`;
}

function lengthOf(period: Pick<ClockDefinition, 'workdays' | 'days'>): string {
  return period.workdays === undefined ? `${period.days} 日` : `${period.workdays} 个工作日`;
}

const cells = (values: readonly string[]): string => `| ${values.join(' | ')} |`;

import { BID_STATES, BID_STEPS } from './bid.flow';
import { TASK_ACTIONS, TASK_STATES, TaskAction, TaskState } from './task.flow';

const HOLDERS = { enterprise: '发布企业', firms: '服务机构', awardee: '中选机构', nobody: '—' } as const;
const FINAL: readonly TaskState[] = ['accepted', 'cancelled', 'failed'];
const cells = (values: readonly string[]): string => `| ${values.join(' | ')} |`;

/** The page `docs/machines/service-task.md`: the states of a task and of its bids with the article of each step. */
export function renderTaskFlow(): string {
  const states = Object.entries(TASK_STATES) as [TaskState, (typeof TASK_STATES)[TaskState]][];
  const actions = Object.entries(TASK_ACTIONS) as [TaskAction, (typeof TASK_ACTIONS)[TaskAction]][];
  const label = (state: TaskState): string => TASK_STATES[state].zh;
  return [
    '# 服务任务 · Service task',
    '',
    'Kind `service-task`, numbers `RW-YYYY-000001`. Generated from the machine by `npm run diagrams`; do not edit.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(([name, row]) => `  state "${row.zh}" as ${name}`),
    '  [*] --> draft',
    ...actions.flatMap(([, row]) => row.from.map(from => `  ${from} --> ${row.to}: ${row.zh}`)),
    ...FINAL.map(state => `  ${state} --> [*]`),
    '```',
    '',
    cells(['步骤', '从', '到', '权限', '依据']),
    cells(Array<string>(5).fill('---')),
    ...actions.map(([name, row]) => cells([`\`${name}\` ${row.zh}`, row.from.map(label).join('、'), label(row.to), row.by ? `\`${row.by}\`` : '系统', row.basis])),
    '',
    cells(['状态', '该谁办理', '下一步']),
    cells(Array<string>(3).fill('---')),
    ...states.map(([, row]) => cells([row.zh, HOLDERS[row.holder], row.nextZh])),
    '',
    ...bidPart(),
    '',
  ].join('\n');
}

function bidPart(): string[] {
  return [
    '## 一份密封报价 · One sealed bid',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(BID_STATES).map(([name, zh]) => `  state "${zh}" as ${name}`),
    '  [*] --> sealed',
    ...BID_STEPS.flatMap(step => step.from.map(from => `  ${from} --> ${step.to}: ${step.zh}`)),
    ...BID_STEPS.map(step => `  ${step.to} --> [*]`),
    '```',
    '',
    cells(['步骤', '到', '权限', '依据']),
    cells(Array<string>(4).fill('---')),
    ...BID_STEPS.map(step => cells([`\`${step.name}\` ${step.zh}`, BID_STATES[step.to], step.by ? `\`${step.by}\`` : '系统', step.basis])),
  ];
}

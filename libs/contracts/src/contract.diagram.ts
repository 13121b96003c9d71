import { CONTRACT_STATES, CONTRACT_STEPS, ContractState, ContractStep } from './contract.flow';

const HOLDERS = { enterprise: '委托方', firm: '服务机构', both: '双方', nobody: '—' } as const;
const FINAL: readonly ContractState[] = ['closed', 'lapsed', 'revoked'];
const cells = (values: readonly string[]): string => `| ${values.join(' | ')} |`;

/** The page `docs/machines/contract.md`. */
export function renderContractFlow(): string {
  const states = Object.entries(CONTRACT_STATES) as [ContractState, (typeof CONTRACT_STATES)[ContractState]][];
  const steps = Object.entries(CONTRACT_STEPS) as [ContractStep, (typeof CONTRACT_STEPS)[ContractStep]][];
  const label = (state: ContractState): string => CONTRACT_STATES[state].zh;
  return [
    '# 服务合同 · Contract',
    '',
    'Kind `contract`, numbers `HT-YYYY-000001`. Generated from the machine by `npm run diagrams`; do not edit.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(([name, row]) => `  state "${row.zh}" as ${name}`),
    '  [*] --> due',
    ...steps.flatMap(([, row]) => row.from.map(from => `  ${from} --> ${row.to}: ${row.zh}`)),
    ...FINAL.map(state => `  ${state} --> [*]`),
    '```',
    '',
    cells(['步骤', '从', '到', '权限', '依据']),
    cells(Array<string>(5).fill('---')),
    ...steps.map(([name, row]) => cells([`\`${name}\` ${row.zh}`, row.from.map(label).join('、'), label(row.to), row.by ? `\`${row.by}\`` : '系统', row.basis])),
    '',
    cells(['状态', '该谁办理', '下一步']),
    cells(Array<string>(3).fill('---')),
    ...states.map(([, row]) => cells([row.zh, HOLDERS[row.holder], row.nextZh])),
    '',
  ].join('\n');
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useLanguage } from '@/i18n';
import { useSession } from '@/session/session';
import { Field } from '@/shared/form/Field';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { evaluationPath, planPath, SPECIALTIES, type Evaluation, type Panel, type Plan } from './model';
import { PlanFacts } from './PlanFacts';
import './evaluation.css';

const AVERAGE = { field: 'formulaKind', in: ['average-deviation'] } as const;
const GROUP = { committee: { zh: '评审人员', en: 'Panel' }, criteria: { zh: '评审标准', en: 'Criteria' }, price: { zh: '价格分', en: 'Price' }, review: { zh: '符合性审查', en: 'Review before the scoring' } };
const SIZES = [3, 5, 7, 9, 11, 13, 15];
const sizesFrom = (least: number) => SIZES.filter(size => size >= least).map(size => ({ value: String(size), label: String(size) }));

/** How many members the select offers, and why. */
const fieldsOf = ({ least, priceAlone }: Panel, help: string): readonly FieldSpec[] => [
  { name: 'committeeSize', label: { zh: '评审人数', en: 'Members' }, type: 'select', required: true, options: sizesFrom(least), help: { zh: help, en: help }, group: GROUP.committee, width: 'half' },
  { name: 'representatives', label: { zh: '其中企业代表', en: 'Of the enterprise' }, type: 'integer', unit: '人', required: true, min: 0, max: 5, help: { zh: '不超过三分之一，其余从专家库随机抽取', en: 'A third at most; experts are drawn by lot' }, width: 'half' },
  { name: 'specialties', label: { zh: '所需专业', en: 'Specialties' }, type: 'multiselect', options: SPECIALTIES, help: { zh: '不选就是不限', en: 'None chosen means any' }, width: 'full' },
  { name: 'scoringDays', label: { zh: '评分期限', en: 'Time for scoring' }, type: 'integer', unit: '天', required: true, min: 1, max: 30, width: 'half' },
  {
    name: 'criteria', label: { zh: '评审项', en: 'Criteria' }, type: 'table', required: !priceAlone, max: 30, group: GROUP.criteria, help: { zh: '分值加上价格分合计 100 分', en: 'With the price they make 100 points' }, columns: [
      { name: 'name', label: { zh: '名称', en: 'Name' }, type: 'text', required: true, max: 50, example: '技术方案' },
      { name: 'guide', label: { zh: '评分办法', en: 'How points are given' }, type: 'text', required: true, max: 1000, example: '方案完整、针对性强得 40–50 分' },
      { name: 'max', label: { zh: '分值', en: 'Points' }, type: 'integer', required: true, min: 1, max: 100 },
    ],
  },
  { name: 'substantial', label: { zh: '实质性要求', en: 'Substantial requirements' }, type: 'textarea', max: 5000, group: GROUP.review, help: { zh: '每行一条，最多 20 条；不符合任何一条的报价被否决。资质、形式、保证金等条件由系统按任务自动列出', en: 'One a line, 20 at most; a bid that fails one is rejected. Qualification, form and bond are added from the task' }, width: 'full' },
  { name: 'validityDays', label: { zh: '报价有效期', en: 'A bid must bind for' }, type: 'integer', unit: '天', min: 1, max: 365, help: { zh: '不填就是不要求', en: 'Empty: not asked' }, width: 'half' },
  { name: 'ceilingYuan', label: { zh: '最高限价', en: 'Price limit' }, type: 'decimal', unit: '元', help: { zh: '不高于预算；不填就是不设，政府采购以预算为限', en: 'Within the budget; empty: none, for government procurement the budget' }, width: 'half' },
  { name: 'formulaKind', label: { zh: '价格分算法', en: 'Price formula' }, type: 'select', required: true, options: [{ value: 'lowest', label: { zh: '低价优先法', en: 'Lowest price' } }, { value: 'average-deviation', label: { zh: '平均价偏离法', en: 'Deviation from the mean' } }], group: GROUP.price, width: 'half' },
  { name: 'above', label: { zh: '每高 1% 扣分', en: 'Off for each percent above' }, type: 'decimal', required: AVERAGE, visibleWhen: AVERAGE, help: { zh: '百分制', en: 'Of a hundred' }, width: 'half' },
  { name: 'below', label: { zh: '每低 1% 扣分', en: 'Off for each percent below' }, type: 'decimal', required: AVERAGE, visibleWhen: AVERAGE, width: 'half' },
  { name: 'float', label: { zh: '基准价下浮', en: 'Base under the mean' }, type: 'decimal', unit: '%', required: AVERAGE, visibleWhen: AVERAGE, width: 'half' },
  { name: 'dropFrom', label: { zh: '几家以上去掉最高和最低报价', en: 'Drop highest and lowest from' }, type: 'integer', unit: '家', min: 4, max: 50, visibleWhen: AVERAGE, help: { zh: '不填就是不去掉', en: 'Empty: never' }, width: 'half' },
];

const freshOf = ({ least, priceAlone }: Panel): Record<string, unknown> => ({ committeeSize: String(least), representatives: 1, specialties: [], scoringDays: 3, substantial: '', validityDays: null, ceilingYuan: '', formulaKind: 'lowest', above: '1', below: '0.5', float: '0', criteria: priceAlone ? [] : [{}] });

const initialOf = (plan: Plan | null, panel: Panel): Record<string, unknown> =>
  plan ? { ...plan, ...plan.formula, substantial: plan.substantial.join('\n'), committeeSize: String(plan.committeeSize), formulaKind: plan.formula.kind, criteria: plan.criteria.map(({ name, guide, max }) => ({ name, guide, max })) } : freshOf(panel);

const linesOf = (text: unknown): string[] => [...new Set(String(text ?? '').split('\n').map(line => line.trim()).filter(Boolean))];

function bodyOf({ committeeSize, formulaKind, above, below, float, dropFrom, specialties, representatives, scoringDays, criteria, substantial, validityDays, ceilingYuan }: Record<string, unknown>): Record<string, unknown> {
  const formula = formulaKind === 'lowest' ? { kind: 'lowest' } : { kind: formulaKind, above, below, float, dropFrom: dropFrom || null };
  const rows = ((criteria ?? []) as Record<string, unknown>[]).map(({ name, guide, max }) => ({ name, guide, max }));
  return { committeeSize: Number(committeeSize), representatives, specialties: specialties ?? [], scoringDays, criteria: rows, formula, substantial: linesOf(substantial), validityDays: validityDays || null, ceilingYuan: ceilingYuan || null };
}

/** The enterprise writes how the offers of a draft will be judged. */
export function PlanPage() {
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const evaluation = useQuery(readPath<Evaluation>(evaluationPath(taskId)));
  if (evaluation.isPending) return <PageSkeleton />;
  if (evaluation.error) return <RouteErrorPage error={evaluation.error} onRetry={() => void evaluation.refetch()} />;
  return evaluation.data.actions.includes('plan') ? <Form key={evaluation.data.plan?.version ?? 0} evaluation={evaluation.data} /> : <Fixed evaluation={evaluation.data} />;
}

/** After the publication nothing changes any more. */
function Fixed({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation');
  const english = useLanguage() === 'en';
  const { base } = useSession();
  return (
    <>
      <PageHeader title={t('plan.title')} lead={evaluation.taskTitle} back={{ to: `${base}/tasks/${evaluation.taskId}`, label: t('plan.back') }} />
      <div className="hb-stack">
        <Alert type="info" showIcon title={t('plan.fixed')} />
        {evaluation.plan ? <PlanFacts plan={evaluation.plan} /> : <p className="hb-muted">{t('card.none', { panel: english ? evaluation.panel.nameEn : evaluation.panel.nameZh })}</p>}
      </div>
    </>
  );
}

function Form({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation');
  const { base } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const english = useLanguage() === 'en';
  const { taskId, plan, priceWeight, panel } = evaluation;
  const name = english ? panel.nameEn : panel.nameZh;
  const help = t('plan.sizeHelp', { least: panel.least, basis: panel.basis, unverified: panel.verified ? '' : t('card.unverified') });
  const back = `${base}/tasks/${taskId}`;
  const done = async (): Promise<void> => {
    await client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(`/api/v1/service-tasks/${taskId}`) });
    await navigate({ to: back });
  };
  const save = async (values: Record<string, unknown>): Promise<void> => {
    await rest('PUT', planPath(taskId), { body: bodyOf(values), version: plan?.version ?? 0 });
    await done();
  };
  return (
    <>
      <PageHeader title={t('plan.title')} lead={t('plan.lead')} back={{ to: back, label: t('plan.back') }} />
      <div className="hb-card">
        <QuickForm fields={fieldsOf(panel, help)} initial={initialOf(plan, panel)} submit={t('plan.save')} onSubmit={save} field={Field} layout="grid" head={<p>{t('plan.priceWeight', { weight: priceWeight })}{panel.priceAlone && ` · ${t('plan.priceAlone')}`}</p>} aside={plan && <Button danger type="text" onClick={() => setRemoving(true)}>{t('plan.remove', { panel: name })}</Button>} />
      </div>
      <ConfirmAct open={removing} title={t('plan.removeTitle', { panel: name })} act={t('plan.remove', { panel: name })} danger onConfirm={async () => {
        await rest('DELETE', planPath(taskId));
        await done();
      }} onClose={() => setRemoving(false)}>
        <p>{t('plan.removeText')}</p>
      </ConfirmAct>
    </>
  );
}

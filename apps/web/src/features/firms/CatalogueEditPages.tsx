import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { Field } from '@/shared/form/Field';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import './firms.css';
import { LIFE_STAGES, SERVICE_KINDS, type Kind, type Service, type ServiceItem, type Version } from './model';
import { kindOf, stageOf } from './words';

const LIST = '/api/v1/services';

/** The catalogue as the bureau keeps it. */
export function CatalogueAdminPage() {
  const { t } = useTranslation('firms');
  const { base, can } = useSession();
  const list = useQuery(readPath<readonly ServiceItem[]>(LIST));
  if (list.isPending) return <PageSkeleton />;
  if (list.error) return <RouteErrorPage error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <PageHeader title={t('edit.title')} lead={t('edit.lead')} actions={can('catalogue.edit') && <ButtonLink to={`${base}/services/new`} kind="primary">{t('edit.add')}</ButtonLink>} />
      <div className="hb-stack">
        {LIFE_STAGES.map(stage => (
          <section key={stage.value} className="hb-card">
            <h2>{stageOf(stage.value)}</h2>
            <ul className="hb-plain-list hb-grid-services">
              {list.data.filter(one => one.stage === stage.value).map(one => (
                <li key={one.code}>
                  <span className="hb-row"><AppLink to={`${base}/services/${one.code}`}>{one.titleZh}</AppLink>{!one.active && <StatusTag tone="muted">{t('edit.inactive')}</StatusTag>}</span>
                  <span className="hb-small hb-muted">{kindOf(one.kind)} · {one.requirementZh}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

/** One service: its newest version as a form, its versions below. */
export function CatalogueEditPage() {
  const { code } = useParams({ strict: false }) as { code?: string };
  const service = useQuery({ ...readPath<Service>(`/api/v1/public/services/${code ?? ''}`), enabled: code !== undefined });
  const kinds = useQuery(readPath<readonly Kind[]>('/api/v1/public/qualification-kinds'));
  if ((code && service.isPending) || kinds.isPending) return <PageSkeleton />;
  if (service.error ?? kinds.error) return <RouteErrorPage error={service.error ?? kinds.error} />;
  return <Edit key={service.data?.version ?? 'new'} service={service.data} kinds={kinds.data ?? []} />;
}

function Edit({ service, kinds }: { readonly service: Service | undefined; readonly kinds: readonly Kind[] }) {
  const { t } = useTranslation('firms');
  const { base, can } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const body = bodyOf(values, service);
    const saved = service ? await rest<Service>('PUT', `${LIST}/${service.code}`, { body, version: service.version }) : await rest<Service>('POST', LIST, { body });
    await client.invalidateQueries({ predicate: query => /^\/api\/v1\/(public\/)?services/.test(String(query.queryKey[0])) });
    if (!service) await navigate({ to: `${base}/services/${saved.code}` });
  };
  const fields = [...(service ? [] : HEAD), ...contentFields(kinds)];
  return (
    <>
      <PageHeader title={service ? service.titleZh : t('edit.addTitle')} lead={t('edit.lead')} back={{ to: `${base}/services`, label: t('edit.back') }} />
      <div className="hb-stack">
        {can('catalogue.edit') && <div className="hb-card"><QuickForm fields={fields} initial={initialOf(service)} submit={t('edit.save')} onSubmit={save} field={Field} layout="grid" /></div>}
        {service && <Versions code={service.code} />}
      </div>
    </>
  );
}

const HEAD: readonly FieldSpec[] = [
  { name: 'code', label: { zh: '代码', en: 'Code' }, type: 'text', required: true, pattern: '^[a-z][a-z0-9-]{2,59}$', patternHint: { zh: '用小写字母、数字和短横线', en: 'Small letters, digits and hyphens' }, example: 'noise-testing', width: 'half' },
  { name: 'kind', label: { zh: '类别', en: 'Kind' }, type: 'select', required: true, options: SERVICE_KINDS, width: 'half' },
  { name: 'stage', label: { zh: '阶段', en: 'Stage' }, type: 'select', required: true, options: LIFE_STAGES, width: 'half' },
];

const contentFields = (kinds: readonly Kind[]): FieldSpec[] => [
  { name: 'titleZh', label: { zh: '名称', en: 'Title (Chinese)' }, type: 'text', required: true, max: 60, width: 'half' },
  { name: 'titleEn', label: { zh: '英文名称', en: 'Title (English)' }, type: 'text', required: true, max: 120, width: 'half' },
  { name: 'active', label: { zh: '是否对外提供', en: 'Offered' }, type: 'boolean', required: true, width: 'half' },
  { name: 'durationDays', label: { zh: '通常周期', en: 'Usual time' }, type: 'integer', unit: '天', required: true, min: 1, max: 3650, width: 'half' },
  { name: 'purposeZh', label: { zh: '什么时候需要', en: 'When it is needed (Chinese)' }, type: 'text', required: true, max: 300, width: 'full' },
  { name: 'purposeEn', label: { zh: '什么时候需要（英文）', en: 'When it is needed (English)' }, type: 'text', required: true, max: 300, width: 'full' },
  { name: 'scopeTemplate', label: { zh: '工作内容（发布任务时带入）', en: 'The work (copied into tasks)' }, type: 'textarea', required: true, max: 4000, width: 'full' },
  { name: 'deliverables', label: { zh: '交付成果（一行一项）', en: 'Handed over (one line each)' }, type: 'textarea', required: true, width: 'full' },
  {
    name: 'requirement', label: { zh: '对机构资质的要求', en: 'What firms must hold' }, type: 'table', help: { zh: '每行一项，全部须满足；同一行选多类表示任一即可', en: 'Every line has to be met; several kinds in one line mean any of them' }, columns: [
      { name: 'kinds', label: { zh: '资质（任一即可）', en: 'Any of' }, type: 'multiselect', required: true, options: kinds.map(one => ({ value: one.name, label: one.name })) },
      { name: 'words', label: { zh: '范围含（用顿号分开）', en: 'Scope holds (commas)' }, type: 'text' },
    ],
  },
  {
    name: 'legalBasis', label: { zh: '依据', en: 'Law' }, type: 'table', columns: [
      { name: 'law', label: { zh: '法律法规', en: 'Law' }, type: 'text', required: true },
      { name: 'article', label: { zh: '条款', en: 'Article' }, type: 'text' },
      { name: 'from', label: { zh: '施行日期', en: 'From' }, type: 'date', required: true },
      { name: 'to', label: { zh: '失效日期', en: 'To' }, type: 'date' },
      { name: 'verified', label: { zh: '已与原文核对', en: 'Verified' }, type: 'boolean' },
    ],
  },
  { name: 'note', label: { zh: '改了什么、为什么', en: 'What was changed and why' }, type: 'text', required: true, max: 300, width: 'full' },
];

type Line = Readonly<Record<string, unknown>>;

/** Words of a scope count for every kind of the line, as the line says. */
function bodyOf(values: Record<string, unknown>, service: Service | undefined): Record<string, unknown> {
  const lines = (text: unknown, cut: RegExp): string[] => String(text ?? '').split(cut).map(one => one.trim()).filter(one => one !== '');
  const clauses = ((values['requirement'] as Line[] | undefined) ?? []).map(line => ({ anyOf: (line['kinds'] as string[]).map(kind => ({ kind, scope: lines(line['words'], /[、,，]/) })) }));
  const basis = ((values['legalBasis'] as Line[] | undefined) ?? []).map(line => ({ law: line['law'], article: line['article'] ?? '', from: line['from'], to: line['to'] || null, verified: line['verified'] === true }));
  return { ...values, deliverables: lines(values['deliverables'], /\n/), requirement: sameClauses(clauses, service), legalBasis: basis };
}

/** A line that was not touched keeps its options with their own words. */
function sameClauses(clauses: { anyOf: { kind: string; scope: string[] }[] }[], service: Service | undefined): unknown[] {
  const shown = (clause: Service['requirement'][number]): string => `${clause.anyOf.map(one => one.kind).join()}|${wordsOf(clause).join()}`;
  return clauses.map(clause => service?.requirement.find(one => shown(one) === `${clause.anyOf.map(option => option.kind).join()}|${(clause.anyOf[0]?.scope ?? []).join()}`) ?? clause);
}

const wordsOf = (clause: Service['requirement'][number]): string[] => [...new Set(clause.anyOf.flatMap(option => option.scope ?? []))];

function initialOf(service: Service | undefined): Record<string, unknown> {
  if (!service) return { active: true, durationDays: 30, requirement: [], legalBasis: [] };
  const requirement = service.requirement.map(clause => ({ kinds: clause.anyOf.map(option => option.kind), words: wordsOf(clause).join('、') }));
  return { ...service, deliverables: service.deliverables.join('\n'), requirement, legalBasis: service.legalBasis.map(one => ({ ...one })), note: '' };
}

function Versions({ code }: { readonly code: string }) {
  const { t } = useTranslation('firms');
  const versions = useQuery(readPath<readonly Version[]>(`${LIST}/${code}/versions`));
  return (
    <section className="hb-card">
      <h2>{t('edit.versions')}</h2>
      <ul className="hb-lines">
        {versions.data?.map(one => (
          <li key={one.version}>
            {t('service.version', { count: one.version, name: one.changedByName, day: '' })}<DateText value={one.changedAt} time /> · {one.note}
            <div className="hb-small hb-muted">{one.requirementZh}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

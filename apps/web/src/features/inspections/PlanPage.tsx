import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Checkbox, Input, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import type { Page } from '@/api/contract';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import { QuickForm } from '@/shared/form/QuickForm';
import { now, inShanghai } from '@/shared/time/time';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EnterprisePicker } from '../enforcement/EnterprisePicker';
import './inspections.css';
import { INSPECTIONS, useInspectionsChanged, type Inspection, type Lead, type Planning } from './model';

const PLANNED = ['special', 'complaint', 'follow-up', 'offsite'] as const;
const DAYS = 14;

/** An inspection outside a draw: what for, by what law, who goes, and whether cap and positive list allow it. */
export function PlanPage() {
  const { t } = useTranslation('inspections');
  const { base, can } = useSession();
  const { follows, enterprise } = useSearch({ strict: false }) as { follows?: string; enterprise?: string };
  const navigate = useNavigate();
  const changed = useInspectionsChanged();
  const [key] = useState(newIdempotencyKey);
  const [enterpriseId, setEnterpriseId] = useState(enterprise ?? '');
  const [kind, setKind] = useState<(typeof PLANNED)[number]>(follows ? 'follow-up' : 'special');
  const today = inShanghai(now().toISOString());
  const [days, setDays] = useState({ plannedFrom: today.format('YYYY-MM-DD'), plannedTo: today.add(DAYS, 'day').format('YYYY-MM-DD') });
  const [officerIds, setOfficerIds] = useState<readonly string[]>([]);
  const [complaintNumber, setComplaintNumber] = useState('');
  const [followsId, setFollowsId] = useState(follows ?? '');
  const [overrideReason, setOverrideReason] = useState('');
  const known = useQuery({ ...readPath<Planning>(`${INSPECTIONS}/planning`, { enterpriseId, ...days }), enabled: enterpriseId !== '' && days.plannedFrom !== '' && days.plannedTo >= days.plannedFrom });
  const planning = known.data;
  useEffect(() => setOfficerIds(ids => ids.filter(id => planning?.officers.some(one => one.id === id && !one.cannot) ?? true)), [planning]);
  const overCap = kind === 'special' && planning !== undefined && planning.cap !== null && planning.visits >= planning.cap;
  const listed = kind !== 'offsite' && planning?.positive != null;
  const mayOverride = can('inspection.override');
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const body = { kind, enterpriseId, ...days, officerIds, reason: values['reason'], legalBasis: values['legalBasis'], ...(kind === 'complaint' ? { complaintNumber } : {}), ...(kind === 'follow-up' ? { followsId } : {}), ...(overrideReason.trim() ? { overrideReason: overrideReason.trim() } : {}) };
    const { id } = await rest<Inspection>('POST', INSPECTIONS, { body, idempotencyKey: key });
    await changed();
    await navigate({ to: `${base}/inspections/${id}` });
  };
  const missing = [
    ...(enterpriseId ? [] : [{ message: t('planning.needEnterprise') }]), ...(officerIds.length >= 2 ? [] : [{ message: t('planning.needOfficers') }]), ...(kind === 'complaint' && !complaintNumber ? [{ message: t('planning.needComplaint') }] : []),
    ...(kind === 'follow-up' && !followsId ? [{ message: t('planning.needFollows') }] : []), ...((overCap || listed) && mayOverride && overrideReason.trim().length < 4 ? [{ message: t('planning.needOverride') }] : []),
  ];
  return (
    <>
      <PageHeader title={t('new')} lead={t('newLead')} back={{ to: `${base}/inspections`, label: t('title') }} />
      <section className="hb-card">
        <QuickForm
          fields={[{ name: 'reason', label: t('reason'), type: 'textarea', required: true, max: 500, width: 'full' }, { name: 'legalBasis', label: t('basis'), type: 'textarea', required: true, max: 300, help: t('planning.basisHelp'), width: 'full' }]}
          head={(
            <div className="hb-stack">
              <Kind kind={kind} onChange={setKind} />
              <EnterprisePicker value={enterpriseId} onChange={setEnterpriseId} />
              {kind === 'complaint' && <Complaint value={complaintNumber} onChange={setComplaintNumber} />}
              {kind === 'follow-up' && <Before enterpriseId={enterpriseId} value={followsId} onChange={setFollowsId} />}
              <Days days={days} onChange={setDays} />
            </div>
          )}
          submit={t('planning.send')} onSubmit={save} control={FieldControl} layout="grid" extraErrors={() => missing}
        >
          <Officers planning={planning} chosen={officerIds} onChange={setOfficerIds} />
          {planning && <p className="hb-muted">{t('planning.cap', { visits: planning.visits, cap: planning.cap ?? '–' })}{planning.openVisits.length > 0 && ` ${t('planning.open', { numbers: planning.openVisits.join(t('comma')) })}`}</p>}
          {(overCap || listed) && (
            <>
              <Alert type="warning" showIcon title={t(overCap ? 'planning.overCap' : 'planning.listed', { number: planning?.positive ?? '' })} description={t(mayOverride ? 'planning.overrideYours' : 'planning.overrideOthers')} />
              {mayOverride && <Override value={overrideReason} onChange={setOverrideReason} />}
            </>
          )}
        </QuickForm>
      </section>
    </>
  );
}

function Kind({ kind, onChange }: { readonly kind: (typeof PLANNED)[number]; readonly onChange: (kind: (typeof PLANNED)[number]) => void }) {
  const { t } = useTranslation('inspections');
  const id = useId();
  return <div className="hb-form-line"><label htmlFor={id}>{t('kind')}</label><Select id={id} className="hb-field__select" value={kind} options={PLANNED.map(value => ({ value, label: t(`planning.kinds.${value}`) }))} onChange={onChange} /></div>;
}

function Days({ days, onChange }: { readonly days: { plannedFrom: string; plannedTo: string }; readonly onChange: (days: { plannedFrom: string; plannedTo: string }) => void }) {
  const { t } = useTranslation('inspections');
  const id = useId();
  return (
    <div className="hb-inspection__days">
      <div className="hb-form-line"><label htmlFor={`${id}-from`}>{t('planning.from')}</label><Input id={`${id}-from`} type="date" value={days.plannedFrom} onChange={event => onChange({ ...days, plannedFrom: event.target.value })} /></div>
      <div className="hb-form-line"><label htmlFor={`${id}-to`}>{t('planning.to')}</label><Input id={`${id}-to`} type="date" value={days.plannedTo} onChange={event => onChange({ ...days, plannedTo: event.target.value })} /></div>
    </div>
  );
}

function Complaint({ value, onChange }: { readonly value: string; readonly onChange: (number: string) => void }) {
  const { t } = useTranslation('inspections');
  const id = useId();
  const [typed, setTyped] = useState('');
  const leads = useQuery(readPath<Page<Lead>>(`${INSPECTIONS}/leads`, { limit: 30, ...(typed.trim().length >= 2 ? { q: typed.trim() } : {}) }));
  return <div className="hb-form-line"><label htmlFor={id}>{t('planning.complaint')}</label><Select id={id} className="hb-field__select" showSearch={{ filterOption: false, onSearch: setTyped }} value={value || undefined} options={(leads.data?.items ?? []).map(one => ({ value: one.number, label: one.number }))} notFoundContent={t('planning.noComplaint')} onChange={(next: string) => onChange(next)} /></div>;
}

function Before({ enterpriseId, value, onChange }: { readonly enterpriseId: string; readonly value: string; readonly onChange: (id: string) => void }) {
  const { t } = useTranslation('inspections');
  const id = useId();
  const found = useQuery({ ...readPath<Page<Inspection>>(INSPECTIONS, { enterpriseId, state: 'held', sort: '-due', limit: 30 }), enabled: enterpriseId !== '' });
  return <div className="hb-form-line"><label htmlFor={id}>{t('planning.follows')}</label><Select id={id} className="hb-field__select" value={value || undefined} options={(found.data?.items ?? []).map(one => ({ value: one.id, label: `${one.number} ${one.heldOn ?? ''}` }))} notFoundContent={t('planning.noFollows')} onChange={(next: string) => onChange(next)} /></div>;
}

function Officers({ planning, chosen, onChange }: { readonly planning: Planning | undefined; readonly chosen: readonly string[]; readonly onChange: (ids: readonly string[]) => void }) {
  const { t } = useTranslation('inspections');
  return (
    <fieldset className="hb-inspection__officers">
      <legend>{t('planning.officers')}</legend>
      {!planning && <p className="hb-muted">{t('planning.firstEnterprise')}</p>}
      {planning?.officers.map(one => (
        <div key={one.id}>
          <Checkbox disabled={one.cannot !== null} checked={chosen.includes(one.id)} onChange={event => onChange(event.target.checked ? [...chosen, one.id] : chosen.filter(id => id !== one.id))}>{one.name}（{one.certificateNo}）</Checkbox>
          {one.cannot && <span className="hb-small hb-muted"> {textOf(one.cannot)}</span>}
        </div>
      ))}
    </fieldset>
  );
}

function Override({ value, onChange }: { readonly value: string; readonly onChange: (reason: string) => void }) {
  const { t } = useTranslation('inspections');
  const id = useId();
  return <div className="hb-form-line"><label htmlFor={id}>{t('planning.override')}</label><Input.TextArea id={id} value={value} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} onChange={event => onChange(event.target.value)} /></div>;
}

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton, Skeleton } from '@/shared/ui/Skeletons';
import { Forecast } from './Forecast';
import './duties.css';
import { dutiesPath, stoppagesPath, type DutySite, type Outlet, type Standing, type Stoppage, type StoppagePreview } from './model';

type Given = Readonly<Record<string, unknown>>;

/** 停产报告: what stands, from when; then what this changes; then it is sent. */
export function StoppageNewPage() {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const asked = (useSearch({ strict: false }) as { permitId?: string }).permitId;
  const sites = useQuery(readPath<DutySite[]>(`${dutiesPath}/sites`));
  const [chosen, setChosen] = useState<string | null>(null);
  const permitId = chosen ?? asked ?? (sites.data?.length === 1 ? (sites.data[0]?.permitId ?? null) : null);
  if (sites.isPending) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('stop.report')} back={{ to: `${base}/stoppages`, label: t('stop.title') }} lead={t('stop.reportLead')} />
      <ProblemAlert error={sites.error} />
      {sites.data?.length === 0 && <EmptyState title={t('stop.noPermit')}>{t('stop.noPermitHint')}</EmptyState>}
      {permitId === null && (sites.data ?? []).length > 0 && <ChooseSite sites={sites.data ?? []} onChoose={setChosen} />}
      {permitId !== null && <Report key={permitId} permitId={permitId} site={sites.data?.find(one => one.permitId === permitId)} />}
    </>
  );
}

function ChooseSite({ sites, onChoose }: { readonly sites: readonly DutySite[]; readonly onChoose: (permitId: string) => void }) {
  const { t } = useTranslation('duties');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('stop.chooseSite')}</h2>
      <ul className="hb-plain-list hb-stack" style={{ gap: 8 }}>
        {sites.map(one => <li key={one.permitId}><Button onClick={() => onChoose(one.permitId)}>{one.enterpriseName} · {one.siteName}</Button></li>)}
      </ul>
    </section>
  );
}

function Report({ permitId, site }: { readonly permitId: string; readonly site: DutySite | undefined }) {
  const { t } = useTranslation('duties');
  const { base } = useSession();
  const navigate = useNavigate();
  const [key] = useState(newIdempotencyKey);
  const [given, setGiven] = useState<Given | null>(null);
  const [preview, setPreview] = useState<StoppagePreview | null>(null);
  const facilities = useQuery(readPath<Standing>(`${stoppagesPath}/facilities`, { permitId }));
  const fields = useFields(facilities.data?.facilities ?? []);
  const outlets = facilities.data?.outlets ?? [];
  if (facilities.isPending) return <Skeleton lines={6} />;
  const look = async (values: Given): Promise<void> => {
    await show(bodyOf(permitId, values, outlets));
  };
  const show = async (body: Given): Promise<void> => {
    const { reason: _reason, ...asked } = body;
    setPreview(await rest<StoppagePreview>('POST', `${stoppagesPath}/preview`, { body: asked }));
    setGiven(body);
  };
  const send = async (): Promise<void> => {
    const made = await rest<Stoppage>('POST', stoppagesPath, { body: given, idempotencyKey: key });
    await navigate({ to: `${base}/stoppages/${made.id}` });
  };
  return (
    <section className="hb-card">
      <QuickForm fields={fields} submit={t('stop.look')} head={site && <p><strong>{site.enterpriseName} · {site.siteName}</strong></p>} control={FieldControl} onSubmit={look} />
      <ConfirmAct open={given !== null && preview !== null} title={t('stop.confirmTitle')} act={t('stop.send')} onConfirm={send} onClose={() => setGiven(null)}>
        {preview && given && <Changes preview={preview} given={given} outlets={outlets} onOutlets={codes => void show({ ...given, outlets: codes })} />}
      </ConfirmAct>
    </section>
  );
}

interface ChangesProps {
  readonly preview: StoppagePreview;
  readonly given: Given;
  readonly outlets: readonly Outlet[];
  readonly onOutlets: (codes: readonly string[]) => void;
}

function Changes({ preview, given, outlets, onOutlets }: ChangesProps) {
  const { t } = useTranslation('duties');
  const facilities = given['facilities'] as readonly string[] | undefined;
  return (
    <>
      <Alert type="warning" showIcon title={t('stop.article22')} />
      {facilities && <StandingOutlets outlets={standing(outlets, facilities)} chosen={(given['outlets'] as readonly string[] | undefined) ?? []} onChange={onOutlets} />}
      <Forecast title={t('stop.excused', { count: preview.excused.length })} lines={preview.excused} none={t('stop.noneExcused')} />
      {preview.reduced.length > 0 && <Forecast title={t('stop.reduced', { count: preview.reduced.length })} lines={preview.reduced} none="" />}
      <Forecast title={t('stop.stays', { count: preview.stays.length })} lines={preview.stays} none={t('stop.noneStays')} />
      <p className="hb-muted">{t('stop.evidenceLater')}</p>
    </>
  );
}

/** Outlets that nothing feeds any more: their monitoring is not demanded, unless the reporter says that they go on emitting. */
function StandingOutlets({ outlets, chosen, onChange }: { readonly outlets: readonly Outlet[]; readonly chosen: readonly string[]; readonly onChange: (codes: readonly string[]) => void }) {
  const { t } = useTranslation('duties');
  if (outlets.length === 0) return <p>{t('stop.noOutlets')}</p>;
  return (
    <fieldset className="hb-duties__outlets">
      <legend>{t('stop.outlets')}</legend>
      {outlets.map(one => (
        <Checkbox key={one.code} checked={chosen.includes(one.code)} onChange={event => onChange(event.target.checked ? [...chosen, one.code] : chosen.filter(code => code !== one.code))}>
          {one.code} {one.name}
        </Checkbox>
      ))}
      <p className="hb-small hb-muted">{t('stop.outletsHint')}</p>
    </fieldset>
  );
}

const standing = (outlets: readonly Outlet[], facilities: readonly string[]): readonly Outlet[] => outlets.filter(one => one.facilities.length > 0 && one.facilities.every(code => facilities.includes(code)));

/** Outlets that only stopped facilities feed are taken as standing until the reporter says otherwise. */
function bodyOf(permitId: string, { extent, facilities, toOn, ...values }: Given, outlets: readonly Outlet[]): Given {
  const chosen = Array.isArray(facilities) ? (facilities as readonly string[]) : [];
  return { permitId, ...values, ...(extent === 'facilities' ? { facilities: chosen, outlets: standing(outlets, chosen).map(one => one.code) } : {}), ...(toOn ? { toOn } : {}) };
}

function useFields(facilities: Standing['facilities']): readonly FieldSpec[] {
  const { t } = useTranslation('duties');
  return useMemo(() => {
    const word = (key: string) => t(`stop.field.${key}`);
    const part = { field: 'extent', in: ['facilities'] };
    return [
      { name: 'kind', label: word('kind'), type: 'select', required: true, help: word('kindHelp'), options: (['planned', 'unplanned'] as const).map(value => ({ value, label: t(`stop.kind.${value}`) })) },
      { name: 'extent', label: word('extent'), type: 'select', required: true, options: [{ value: 'site', label: word('site') }, { value: 'facilities', label: word('facilities') }] },
      { name: 'facilities', label: word('which'), type: 'multiselect', required: part, visibleWhen: part, options: facilities.map(({ code, name }) => ({ value: code, label: `${code} ${name}`.trim() })) },
      { name: 'fromOn', label: word('fromOn'), type: 'date', required: true },
      { name: 'toOn', label: word('toOn'), type: 'date', help: word('toOnHelp') },
      { name: 'reason', label: word('reason'), type: 'textarea', required: true, max: 1000, example: word('reasonExample') },
    ] satisfies FieldSpec[];
  }, [facilities, t]);
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { useSession } from '@/session/session';
import { FieldControl } from '@/shared/form/FieldControl';
import type { FieldSpec } from '@/shared/form/field';
import { QuickForm } from '@/shared/form/QuickForm';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FileList } from '@/shared/ui/FileList';
import { FileUpload } from '@/shared/ui/FileUpload';
import type { StoredFile } from '@/shared/ui/files.types';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { StatusTag } from '@/shared/ui/StatusTag';
import './market.css';
import { KINDS, QUALIFICATION_KINDS, STAGES, toneOf, type OfferedService, type Qualification } from './model';

const PROFILE = '/api/v1/firms/me/profile';
const QUALIFICATIONS = '/api/v1/firms/me/qualifications';

interface Profile {
  readonly intro: string;
  readonly regions: readonly string[];
  readonly services: readonly OfferedService[];
  readonly version: number;
}

const PROFILE_FIELDS: readonly FieldSpec[] = [
  { name: 'intro', label: { zh: '机构简介', en: 'About the firm' }, type: 'textarea', required: true, max: 2000, help: { zh: '至少 10 个字', en: 'At least 10 characters' } },
  { name: 'regions', label: { zh: '服务地区', en: 'Regions' }, type: 'text', help: { zh: '行政区划代码，用逗号分开', en: 'Adcodes, separated by commas' }, example: '141181', width: 'full' },
];

const toggle = (list: readonly OfferedService[], service: OfferedService): OfferedService[] => {
  const same = (each: OfferedService): boolean => each.kind === service.kind && each.stage === service.stage;
  return list.some(same) ? list.filter(each => !same(each)) : [...list, service];
};

/** What the firm does and where: decides which new tasks it is told of. */
export function ProfilePage() {
  const { t } = useTranslation('market');
  const profile = useQuery(readPath<Profile>(PROFILE));
  if (profile.isPending) return <PageSkeleton />;
  if (profile.error) return <RouteErrorPage error={profile.error} onRetry={() => void profile.refetch()} />;
  return (
    <>
      <PageHeader title={t('profile.title')} lead={t('profile.lead')} />
      <ProfileForm key={profile.data.version} profile={profile.data} />
    </>
  );
}

function ProfileForm({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation('market');
  const client = useQueryClient();
  const [services, setServices] = useState(profile.services);
  const [saved, setSaved] = useState(false);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const regions = String(values['regions'] ?? '').split(/[,，、\s]+/).filter(Boolean);
    await rest('PUT', PROFILE, { body: { intro: values['intro'], regions, services }, version: profile.version });
    setSaved(true);
    await client.invalidateQueries({ predicate: query => query.queryKey[0] === PROFILE });
  };
  return (
    <div className="hb-card">
      <QuickForm fields={PROFILE_FIELDS} initial={{ intro: profile.intro, regions: profile.regions.join(',') }} submit={t('profile.submit')} onSubmit={save} aside={<span role="status">{saved && t('profile.saved')}</span>}>
        <ServiceGrid services={services} onToggle={service => setServices(list => toggle(list, service))} />
      </QuickForm>
    </div>
  );
}

function ServiceGrid({ services, onToggle }: { readonly services: readonly OfferedService[]; readonly onToggle: (service: OfferedService) => void }) {
  const { t } = useTranslation('market');
  return (
    <fieldset className="hb-services">
      <legend>{t('profile.services')}</legend>
      {STAGES.map(stage => (
        <div key={stage.value} className="hb-row">
          <span style={{ minWidth: '6em' }}>{textOf(stage.label)}</span>
          {KINDS.map(kind => {
            const on = services.some(each => each.kind === kind.value && each.stage === stage.value);
            const title = `${textOf(stage.label)}${textOf(kind.label)}`;
            return (
              <label key={kind.value}>
                <input type="checkbox" checked={on} onChange={() => onToggle({ kind: kind.value, stage: stage.value, title })} /> {textOf(kind.label)}
              </label>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}

const QUALIFICATION_FIELDS: readonly FieldSpec[] = [
  { name: 'kind', label: { zh: '资质类别', en: 'Kind' }, type: 'select', required: true, options: QUALIFICATION_KINDS, width: 'half' },
  { name: 'number', label: { zh: '证书编号', en: 'Number' }, type: 'text', required: true, max: 60, width: 'half' },
  { name: 'scope', label: { zh: '范围', en: 'Scope' }, type: 'textarea', max: 1000 },
  { name: 'issuer', label: { zh: '发证机关', en: 'Issued by' }, type: 'text', required: true, max: 100, width: 'full' },
  { name: 'validFrom', label: { zh: '有效期起', en: 'Valid from' }, type: 'date', required: true, width: 'half' },
  { name: 'validTo', label: { zh: '有效期止', en: 'Valid until' }, type: 'date', required: true, width: 'half' },
];

/** Qualifications with their standing; a change is verified again. */
export function QualificationsPage() {
  const { t } = useTranslation('market');
  const { can } = useSession();
  const client = useQueryClient();
  const list = useQuery(readPath<readonly Qualification[]>(QUALIFICATIONS));
  const [editing, setEditing] = useState<Qualification | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Qualification | null>(null);
  const reload = (): Promise<void> => client.invalidateQueries({ predicate: query => query.queryKey[0] === QUALIFICATIONS });
  const may = can('qualification.edit');
  return (
    <>
      <PageHeader title={t('qualifications.title')} lead={t('qualifications.lead')} actions={may && editing === null && <Button type="primary" onClick={() => setEditing('new')}>{t('qualifications.add')}</Button>} />
      <div className="hb-stack">
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {editing !== null && <QualificationForm key={editing === 'new' ? 'new' : editing.id} known={editing === 'new' ? null : editing} onDone={() => reload().then(() => setEditing(null))} onCancel={() => setEditing(null)} />}
        {list.data?.length === 0 && editing === null && <EmptyState title={t('qualifications.empty')}>{t('qualifications.emptyHint')}</EmptyState>}
        {list.data?.map(each => (
          <article key={each.id} className="hb-card hb-stack hb-qualification">
            <div className="hb-row">
              <h2>{each.kind}</h2>
              <StatusTag tone={toneOf(each.state)}>{t(`qualifications.state.${each.state as 'pending'}`)}</StatusTag>
            </div>
            <p className="hb-num">
              {each.number} · {each.issuer} · {each.validFrom} — {each.validTo}
            </p>
            {each.scope && <p>{each.scope}</p>}
            {each.reason && <p className="hb-field-error">{t('qualifications.reason', { reason: each.reason })}</p>}
            {may && (
              <div className="hb-row">
                <Button onClick={() => setEditing(each)}>{t('qualifications.edit')}</Button>
                <Button type="text" danger onClick={() => setLeaving(each)}>
                  {t('qualifications.remove')}
                </Button>
              </div>
            )}
          </article>
        ))}
      </div>
      <ConfirmAct
        open={leaving !== null}
        title={t('qualifications.removeTitle')}
        act={t('qualifications.remove')}
        danger
        onConfirm={async () => {
          await rest('DELETE', `${QUALIFICATIONS}/${leaving?.id}`);
          await reload();
        }}
        onClose={() => setLeaving(null)}
      >
        {leaving?.number}
      </ConfirmAct>
    </>
  );
}

interface FormProps {
  readonly known: Qualification | null;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

function QualificationForm({ known, onDone, onCancel }: FormProps) {
  const { t } = useTranslation('market');
  const { t: common } = useTranslation();
  const { organisation } = useSession();
  const [key] = useState(newIdempotencyKey);
  const [scan, setScan] = useState<StoredFile | null>(null);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const body = { ...values, scope: values['scope'] ?? '', fileId: scan?.id ?? known?.fileId ?? null };
    if (known) await rest('PATCH', `${QUALIFICATIONS}/${known.id}`, { body, version: known.version });
    else await rest('POST', QUALIFICATIONS, { body, idempotencyKey: key });
    await onDone();
  };
  return (
    <div className="hb-card">
      <QuickForm fields={QUALIFICATION_FIELDS} initial={known ? { ...known } : {}} submit={t('qualifications.submit')} onSubmit={save} control={FieldControl} layout="grid" aside={<Button onClick={onCancel}>{common('action.back')}</Button>}>
        <FileUpload label={t('qualifications.upload')} subjectType="firm" subjectId={organisation?.orgId ?? ''} purpose="qualification" multiple={false} onDone={setScan} />
        {scan && <FileList files={[scan]} />}
      </QuickForm>
    </div>
  );
}


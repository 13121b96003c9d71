import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@/api/client';
import { readPath, rest } from '@/api/rest';
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
import { CatalogueChoice } from '../firms/CatalogueChoice';
import type { Kind } from '../firms/model';
import { toneOf, type OfferedService, type Qualification } from './model';

const PROFILE = '/api/v1/firms/me/profile';
const QUALIFICATIONS = '/api/v1/firms/me/qualifications';

interface Profile {
  readonly intro: string;
  readonly regions: readonly string[];
  readonly services: readonly OfferedService[];
  readonly capacityTasks: number | null;
  readonly version: number;
}

const PROFILE_FIELDS: readonly FieldSpec[] = [
  { name: 'intro', label: { zh: '机构简介', en: 'About the firm' }, type: 'textarea', required: true, max: 2000, help: { zh: '至少 10 个字', en: 'At least 10 characters' } },
  { name: 'regions', label: { zh: '服务地区', en: 'Regions' }, type: 'text', help: { zh: '行政区划代码，用逗号分开', en: 'Adcodes, separated by commas' }, example: '141181', width: 'half' },
  { name: 'capacityTasks', label: { zh: '可同时承接的任务', en: 'Tasks at once' }, type: 'integer', unit: '项', min: 1, max: 1000, help: { zh: '名录里与在办数量一起显示', en: 'Shown with the tasks in hand' }, width: 'half' },
];

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
    await rest('PUT', PROFILE, { body: { intro: values['intro'], regions, services, capacityTasks: values['capacityTasks'] ?? null }, version: profile.version });
    setSaved(true);
    await client.invalidateQueries({ predicate: query => query.queryKey[0] === PROFILE });
  };
  return (
    <div className="hb-card">
      <QuickForm fields={PROFILE_FIELDS} layout="grid" initial={{ intro: profile.intro, regions: profile.regions.join(','), capacityTasks: profile.capacityTasks }} submit={t('profile.submit')} onSubmit={save} aside={<span role="status">{saved && t('profile.saved')}</span>}>
        <CatalogueChoice services={services} onChange={setServices} />
      </QuickForm>
    </div>
  );
}

/** What an entry of the chosen kind needs stands in the row of the kind. */
const qualificationFields = (kinds: readonly Kind[]): FieldSpec[] => {
  const names = (of: (kind: Kind) => boolean): string[] => kinds.filter(of).map(kind => kind.name);
  return [
    { name: 'kind', label: { zh: '资质类别', en: 'Kind' }, type: 'select', required: true, options: kinds.map(kind => ({ value: kind.name, label: { zh: kind.name, en: kind.nameEn } })), width: 'half' },
    { name: 'number', label: { zh: '证书编号', en: 'Number' }, type: 'text', required: true, max: 60, width: 'half' },
    { name: 'scope', label: { zh: '范围', en: 'Scope' }, type: 'textarea', max: 1000, required: { field: 'kind', in: names(kind => kind.scopeRequired) }, help: { zh: '照证书填写；任务按范围里的字词核对', en: 'As printed; tasks look for words in it' } },
    { name: 'issuer', label: { zh: '发证（备案）机关', en: 'Issued by' }, type: 'text', required: true, max: 100, width: 'full' },
    { name: 'validFrom', label: { zh: '有效期起', en: 'Valid from' }, type: 'date', required: true, width: 'half' },
    { name: 'validTo', label: { zh: '有效期止', en: 'Valid until' }, type: 'date', required: { field: 'kind', in: names(kind => kind.validityRequired) }, help: { zh: '备案类没有期限的可不填', en: 'Empty where the filing has no end' }, width: 'half' },
  ];
};

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
              {each.number} · {each.issuer} · {each.validFrom} — {each.validTo ?? t('qualifications.endless')}
              {each.daysLeft !== null && each.daysLeft >= 0 && each.daysLeft <= 90 && <> <StatusTag tone="warning">{t('qualifications.daysLeft', { count: each.daysLeft })}</StatusTag></>}
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
  const kinds = useQuery(readPath<readonly Kind[]>('/api/v1/public/qualification-kinds'));
  const [key] = useState(newIdempotencyKey);
  const [scan, setScan] = useState<StoredFile | null>(null);
  const save = async (values: Record<string, unknown>): Promise<void> => {
    const body = { ...values, scope: values['scope'] ?? '', validTo: values['validTo'] || null, fileId: scan?.id ?? known?.fileId ?? null };
    if (known) await rest('PATCH', `${QUALIFICATIONS}/${known.id}`, { body, version: known.version });
    else await rest('POST', QUALIFICATIONS, { body, idempotencyKey: key });
    await onDone();
  };
  if (!kinds.data) return <PageSkeleton />;
  return (
    <div className="hb-card">
      <QuickForm fields={qualificationFields(kinds.data)} initial={known ? { ...known } : {}} submit={t('qualifications.submit')} onSubmit={save} control={FieldControl} layout="grid" aside={<Button onClick={onCancel}>{common('action.back')}</Button>}>
        <FileUpload label={t('qualifications.upload')} subjectType="firm" subjectId={organisation?.orgId ?? ''} purpose="qualification" multiple={false} onDone={setScan} />
        {scan && <FileList files={[scan]} />}
        <KindRules kinds={kinds.data} />
      </QuickForm>
    </div>
  );
}

/** The law behind each kind and what its entry needs, to be unfolded. */
function KindRules({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { t } = useTranslation('market');
  return (
    <details>
      <summary>{t('qualifications.rules')}</summary>
      <ul>
        {kinds.map(kind => (
          <li key={kind.name}>
            <strong>{kind.name}</strong>：{kind.legalBasis}
            {!kind.verified && <span className="hb-muted">{t('qualifications.unverified')}</span>}
            <div className="hb-small hb-muted">{[kind.numberHint, t(kind.validityRequired ? 'qualifications.needsEnd' : 'qualifications.noEnd'), t(kind.scanRequired ? 'qualifications.needsScan' : 'qualifications.noScan'), kind.scopeWords.join('、')].filter(Boolean).join('；')}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}

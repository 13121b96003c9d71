import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@/api/contract';
import type { components } from '@/api/schema';
import { readPath, rest } from '@/api/rest';
import { textOf } from '@/i18n';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { DateText } from '@/shared/ui/values';
import type { WorkUse } from './model';

type Kind = WorkUse['subjectType'];
const KINDS: readonly Kind[] = ['permit-application', 'execution-report'];

type Application = components['schemas']['ApplicationRowView'];
type Report = components['schemas']['ReportRowView'];

/** On a task's page: for which application or report the results were used. */
export function UsesCard({ taskId, mayName, own }: { readonly taskId: string; readonly mayName: boolean; readonly own: string | null }) {
  const { t } = useTranslation('reputation');
  const client = useQueryClient();
  const path = `/api/v1/service-tasks/${taskId}/uses`;
  const uses = useQuery(readPath<readonly WorkUse[]>(path));
  const [error, setError] = useState<unknown>(null);
  const [removing, setRemoving] = useState<WorkUse | null>(null);
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setError(null);
    try {
      await work();
      await client.invalidateQueries({ queryKey: [path] });
    } catch (thrown) {
      setError(thrown);
    }
  };
  if (!mayName && (uses.data?.length ?? 0) === 0) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('uses.title')}</h2>
      <p className="hb-muted">{t('uses.lead')}</p>
      <ProblemAlert error={error ?? uses.error} />
      {uses.data?.length === 0 && <p>{t('uses.none')}</p>}
      <ul className="hb-lines">
        {uses.data?.map(use => (
          <li key={use.id}>
            {t(`uses.kind.${use.subjectType}`)}：{use.title}{' '}
            {use.removedAt ? <span className="hb-small hb-muted">{t('uses.removed', { name: use.removedByName, reason: use.removedReason })} <DateText value={use.removedAt} time /></span> : mayName && use.namedByOrg === own && <Button size="small" onClick={() => setRemoving(use)}>{t('uses.remove')}<span className="hb-sr-only"> {use.title}</span></Button>}
          </li>
        ))}
      </ul>
      <ConfirmAct
        open={removing !== null}
        title={t('uses.removeTitle')}
        act={t('uses.remove')}
        reason={{ label: t('uses.removeReason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${path}/${removing?.id}/removal`, { body: { reason } });
          await client.invalidateQueries({ queryKey: [path] });
        }}
        onClose={() => setRemoving(null)}
      >
        <p>{t('uses.removeText')}</p>
      </ConfirmAct>
      {mayName && <Naming onName={(subjectType, subjectId) => act(() => rest('POST', path, { body: { subjectType, subjectId } }))} />}
    </section>
  );
}

/** The enterprise's own applications or reports, the newest first. */
function useMatters(kind: Kind): { readonly value: string; readonly label: string }[] {
  const applications = useQuery({ ...readPath<Page<Application>>('/api/v1/permit-applications', { limit: 100 }), enabled: kind === 'permit-application' });
  const reports = useQuery({ ...readPath<Page<Report>>('/api/v1/execution-reports', { limit: 100 }), enabled: kind === 'execution-report' });
  if (kind === 'execution-report') return (reports.data?.items ?? []).map(one => ({ value: one.id, label: `${textOf(one.title)}（${one.siteName}）` }));
  return (applications.data?.items ?? []).map(one => ({ value: one.id, label: `${one.caseNumber ?? ''} ${one.siteName}（${textOf(one.stateLabel)}）`.trim() }));
}

function Naming({ onName }: { readonly onName: (kind: Kind, id: string) => Promise<void> }) {
  const { t } = useTranslation('reputation');
  const id = useId();
  const [kind, setKind] = useState<Kind>('permit-application');
  const [subject, setSubject] = useState<string | null>(null);
  const options = useMatters(kind);
  return (
    <div className="hb-row">
      <label htmlFor={`${id}-kind`}>{t('uses.which')}</label>
      <Select id={`${id}-kind`} value={kind} onChange={value => { setKind(value); setSubject(null); }} options={KINDS.map(value => ({ value, label: t(`uses.kind.${value}`) }))} style={{ minWidth: 160 }} />
      <label htmlFor={`${id}-subject`}>{t('uses.subject')}</label>
      <Select id={`${id}-subject`} value={subject} onChange={setSubject} options={options} placeholder={t('uses.choose')} notFoundContent={t('uses.nothing')} style={{ minWidth: 280 }} />
      <Button type="primary" disabled={subject === null} onClick={() => subject !== null && void onName(kind, subject).then(() => setSubject(null))}>{t('uses.add')}</Button>
    </div>
  );
}

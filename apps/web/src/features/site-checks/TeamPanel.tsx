import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath, rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { CheckRecord } from './CheckRecord';
import { MediaLine } from './MediaLine';
import type { SiteCheck, Teamwork } from './model';
import { TeamDialog, type Dialog } from './TeamDialog';
import { TeamLines } from './TeamLines';
import './site-checks.css';

interface PanelProps {
  readonly applicationId: string;
  readonly state: string;
  readonly actions: readonly string[];
  /** A site check may make the period longer, and has not yet. */
  readonly longer: boolean;
}

/** What the officers do together on an application: parts, 会签, 现场核查. */
export function TeamPanel({ applicationId, state, actions, longer }: PanelProps) {
  const { t } = useTranslation('site-checks');
  const { base } = useSession();
  const client = useQueryClient();
  const path = `/api/v1/permit-applications/${applicationId}`;
  const work = useQuery(readPath<Teamwork>(`${path}/teamwork`));
  const checks = useQuery(readPath<readonly SiteCheck[]>(`${path}/site-checks`));
  const [dialog, setDialog] = useState<Dialog>(null);
  const [cancelling, setCancelling] = useState<SiteCheck | null>(null);
  const changed = (): Promise<void> => client.invalidateQueries({ predicate: query => String(query.queryKey[0]).startsWith(path) });
  if (work.error) return null;
  const reviewing = state === 'reviewing';
  const may = (action: string): boolean => reviewing && actions.includes(`permit-application.${action}`);
  return (
    <section className="hb-card hb-stack">
      <h2>{t('team.title')}</h2>
      <ProblemAlert error={checks.error} />
      {work.data && <MediaLine media={work.data.media} />}
      {work.data && <TeamLines work={work.data} reviewing={reviewing} onAct={setDialog} />}
      {work.data?.parts.length === 0 && work.data.countersigns.length === 0 && <p className="hb-muted">{t('team.none')}</p>}
      {checks.data?.map(check => (
        <div key={check.id} className="hb-stack">
          <h3><AppLink to={`${base}/site-checks/${check.id}`}>{t(check.mayReport ? 'fill' : 'title')}</AppLink></h3>
          <CheckRecord check={check} />
          {check.state === 'ordered' && may('site-check') && <div><Button size="small" onClick={() => setCancelling(check)}>{t('order.cancel')}</Button></div>}
        </div>
      ))}
      <div className="hb-row">
        {may('opinions') && <Button onClick={() => setDialog({ kind: 'part' })}>{t('team.assign')}</Button>}
        {may('opinions') && <Button onClick={() => setDialog({ kind: 'ask' })}>{t('team.ask')}</Button>}
        {may('site-check') && !checks.data?.some(one => one.state === 'ordered') && <Button onClick={() => setDialog({ kind: 'check' })}>{t('order.act')}</Button>}
        {may('extend') && longer && checks.data?.some(one => one.state !== 'cancelled') && <Button onClick={() => setDialog({ kind: 'extend' })}>{t('extend')}</Button>}
      </div>
      <ConfirmAct
        open={cancelling !== null}
        title={t('order.cancelTitle')}
        act={t('order.cancel')}
        danger
        reason={{ label: t('order.cancelReason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `/api/v1/site-checks/${cancelling?.id ?? ''}/cancel`, { body: { reason } });
          await changed();
        }}
        onClose={() => setCancelling(null)}
      />
      {dialog && <TeamDialog key={JSON.stringify(dialog)} path={path} dialog={dialog} work={work.data} onDone={changed} onClose={() => setDialog(null)} />}
    </section>
  );
}

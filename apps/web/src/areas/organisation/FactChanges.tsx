import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { Organisation } from '@/api/contract';
import { useSession } from '@/session/session';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { AskChange } from './AskChange';
import { ChangeActs } from './ChangeActs';
import { Evidence } from './Evidence';
import { FACTS, type Change } from './facts';
import './organisation.css';

const TONES: Record<Change['state'], Tone> = { draft: 'neutral', requested: 'progress', confirmed: 'success', refused: 'danger', withdrawn: 'muted' };

/** Changes of name, address and legal representative: what was asked, what came of it, and what may be done now. */
export function FactChanges({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation('organisation');
  const { can, organisation: mine } = useSession();
  const [asking, setAsking] = useState(false);
  const found = useQuery(read('/api/v1/organisations/{id}/changes', { params: { path: { id: organisation.id } } }));
  const shown = found.data?.filter(each => each.state !== 'draft') ?? [];
  const isOwn = mine?.orgId === organisation.id;
  const mayAsk = isOwn && can('organisation.edit') && organisation.status === 'active' && !shown.some(each => each.state === 'requested');
  if (!isOwn && shown.length === 0) return null;
  return (
    <section className="hb-card" id="changes">
      <div className="hb-mandate__head">
        <h2>{t('changes.title')}</h2>
        {mayAsk && <Button onClick={() => setAsking(true)}>{t('changes.ask')}</Button>}
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton lines={2} />}
      {found.data && shown.length === 0 && <p className="hb-muted">{t(organisation.status === 'active' ? 'changes.none' : 'changes.noneYet')}</p>}
      <ol className="hb-standing hb-plain-list">
        {shown.map(change => (
          <ChangeRow key={change.id} change={change} organisation={organisation} />
        ))}
      </ol>
      {asking && <AskChange organisation={organisation} onClose={() => setAsking(false)} />}
    </section>
  );
}

function ChangeRow({ change, organisation }: { readonly change: Change; readonly organisation: Organisation }) {
  const { t } = useTranslation('organisation');
  return (
    <li>
      <span className="hb-standing__when hb-num">
        <DateText value={change.requestedAt ?? change.decidedAt} time />
      </span>
      <span className="hb-standing__what">
        <span className="hb-row">
          <StatusTag tone={TONES[change.state]}>{t(`changes.state.${change.state}`)}</StatusTag>
          <span className="hb-small hb-muted">{change.requestedByName}</span>
        </span>
        {FACTS.filter(fact => change.before[fact] !== change.after[fact]).map(fact => (
          <span key={fact}>
            {t(`info.${fact}`)}：<del className="hb-muted">{change.before[fact]}</del> → <strong>{change.after[fact]}</strong>
          </span>
        ))}
        {change.reason && <span>{t('changes.because', { reason: change.reason })}</span>}
        <Evidence changeId={change.id} />
        {change.decidedAt && (
          <span className="hb-small hb-muted">
            {t(`changes.decided.${change.state as 'confirmed'}`, { by: change.decidedByName })} <DateText value={change.decidedAt} time />
          </span>
        )}
        {change.decisionReason && <span>{t('changes.remark', { reason: change.decisionReason })}</span>}
        {change.state === 'requested' && <ChangeActs change={change} organisation={organisation} />}
      </span>
    </li>
  );
}

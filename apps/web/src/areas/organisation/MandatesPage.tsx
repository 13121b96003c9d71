import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '@/api/client';
import type { Mandate, MandateStatus } from '@/api/contract';
import { useSession } from '@/session/session';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { ConfirmMandate, EndMandate } from './MandateActs';
import { MandateDrawer } from './MandateDrawer';
import './organisation.css';
import { MANDATE_TONE } from './standing';

type Act = { readonly kind: 'confirm' | 'decline' | 'revoke'; readonly mandate: Mandate };

/** 授权委托: which firm may do what for which enterprise, and until when. Holds once both have confirmed. */
export function MandatesPage() {
  const { t } = useTranslation('organisation');
  const { organisation, can } = useSession();
  const list = useQuery(read('/api/v1/mandates'));
  const [proposing, setProposing] = useState(false);
  const [act, setAct] = useState<Act | null>(null);
  const enterprise = organisation?.orgKind === 'enterprise';
  return (
    <>
      <PageHeader
        title={t('mandates.title')}
        lead={t(enterprise ? 'mandates.leadEnterprise' : 'mandates.leadFirm')}
        actions={
          enterprise &&
          can('mandate.propose') && (
            <Button type="primary" onClick={() => setProposing(true)}>
              {t('mandates.propose')}
            </Button>
          )
        }
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton lines={6} />}
      {list.data?.length === 0 && (
        <div className="hb-card">
          <EmptyState title={t('mandates.empty')}>{t(enterprise ? 'mandates.emptyEnterprise' : 'mandates.emptyFirm')}</EmptyState>
        </div>
      )}
      <div className="hb-mandates">
        {list.data?.map(mandate => (
          <MandateCard key={mandate.id} mandate={mandate} onAct={kind => setAct({ kind, mandate })} />
        ))}
      </div>
      {organisation && <MandateDrawer open={proposing} enterpriseId={organisation.orgId} onClose={() => setProposing(false)} />}
      <ConfirmMandate mandate={act?.kind === 'confirm' ? act.mandate : null} onClose={() => setAct(null)} />
      <EndMandate how="revoke" mandate={act?.kind === 'revoke' ? act.mandate : null} onClose={() => setAct(null)} />
      <EndMandate how="decline" mandate={act?.kind === 'decline' ? act.mandate : null} onClose={() => setAct(null)} />
    </>
  );
}

interface CardProps {
  readonly mandate: Mandate;
  readonly onAct: (kind: Act['kind']) => void;
}

function MandateCard({ mandate, onAct }: CardProps) {
  const { t } = useTranslation('organisation');
  const { organisation } = useSession();
  const enterprise = organisation?.orgKind === 'enterprise';
  const mine = enterprise ? mandate.enterpriseConfirmedAt : mandate.firmConfirmedAt;
  const theirs = enterprise ? mandate.firmConfirmedAt : mandate.enterpriseConfirmedAt;
  return (
    <article className="hb-card">
      <div className="hb-mandate__head">
        <h2>{enterprise ? mandate.firmName : mandate.enterpriseName}</h2>
        <StatusTag tone={MANDATE_TONE[mandate.status as MandateStatus]}>{t(`mandates.status.${mandate.status}`)}</StatusTag>
      </div>
      <MandateFacts mandate={mandate} />
      {mandate.status === 'proposed' && mine && !theirs && <p className="hb-muted hb-small">{t('mandates.waiting')}</p>}
      {mandate.endedReason && (
        <p className="hb-muted hb-small">
          {t('mandates.revokedBecause')} {mandate.endedReason}
        </p>
      )}
      <MandateButtons status={mandate.status} confirmed={mine !== null} onAct={onAct} />
    </article>
  );
}

function MandateFacts({ mandate }: { readonly mandate: Mandate }) {
  const { t } = useTranslation('organisation');
  return (
    <dl className="hb-facts">
      <div>
        <dt>{t('mandates.matters')}</dt>
        <dd>{mandate.matters.map(matter => t(`common:matter.${matter}`)).join('、')}</dd>
      </div>
      <div>
        <dt>{t('mandates.verbs')}</dt>
        <dd>{mandate.verbs.map(verb => t(`common:verb.${verb}`)).join('、')}</dd>
      </div>
      <div>
        <dt>{t('mandates.sites')}</dt>
        <dd>{mandate.sites === null ? t('mandates.allSites') : mandate.sites.map(site => site.name).join('、')}</dd>
      </div>
      <div>
        <dt>{t('mandates.dates')}</dt>
        <dd>
          <DateText value={mandate.validFrom} /> – <DateText value={mandate.validTo} />
        </dd>
      </div>
    </dl>
  );
}

interface ButtonsProps {
  readonly status: string;
  /** Whether the reader's own side has confirmed. */
  readonly confirmed: boolean;
  readonly onAct: CardProps['onAct'];
}

function MandateButtons({ status, confirmed, onAct }: ButtonsProps) {
  const { t } = useTranslation('organisation');
  const { can } = useSession();
  if (status !== 'proposed' && status !== 'active') return null;
  const asked = status === 'proposed' && !confirmed;
  const end = asked ? 'decline' : 'revoke';
  return (
    <div className="hb-mandate__acts">
      {asked && can('mandate.confirm') && (
        <Button type="primary" onClick={() => onAct('confirm')}>
          {t('mandates.confirm')}
        </Button>
      )}
      {can('mandate.end') && <Button onClick={() => onAct(end)}>{t(`mandates.${end}`)}</Button>}
    </div>
  );
}

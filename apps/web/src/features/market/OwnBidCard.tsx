import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { useSession } from '@/session/session';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateText } from '@/shared/ui/values';
import { taskPath, type Task } from './model';
import { hasLiveBid, useOwnBids } from './own-bids';
import { saveReceipt } from './receipt-file';
import { useTaskChanged } from './task-changed';

const TONES: Readonly<Record<string, Tone>> = { sealed: 'success', superseded: 'muted', withdrawn: 'muted', opened: 'done', unreadable: 'danger' };

/** What the own firm has sealed so far; the content is not shown to it either. */
export function OwnBidCard({ task }: { readonly task: Task }) {
  const { t } = useTranslation('market');
  const { base } = useSession();
  const own = useOwnBids(task.id);
  const [leaving, setLeaving] = useState(false);
  const changed = useTaskChanged(task.id);
  if (!own || own.length === 0) return null;
  const open = task.actions.includes('task.bid');
  const live = hasLiveBid(own);
  return (
    <section className="hb-card">
      <h2>{t('bid.mine')}</h2>
      {open && live && <p className="hb-muted">{t('bid.mineHint')}</p>}
      <ul className="hb-plain-list hb-stack" style={{ gap: 8 }}>
        {own.map(bid => (
          <li key={bid.id} className="hb-row">
            <span>{t('bid.round', { count: bid.round })}</span>
            <DateText value={bid.receivedAt} time />
            <StatusTag tone={TONES[bid.state]}>{t(`bid.state.${bid.state as 'sealed'}`)}</StatusTag>
            <Button size="small" type="link" onClick={() => saveReceipt(bid.receipt)}>
              {t('bid.saveReceipt')}
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <div className="hb-row" style={{ marginTop: 14 }}>
          <ButtonLink to={`${base}/tasks/${task.id}/bid`}>{t('bid.replace')}</ButtonLink>
          {live && (
            <Button type="text" danger onClick={() => setLeaving(true)}>
              {t('bid.withdraw')}
            </Button>
          )}
        </div>
      )}
      <ConfirmAct
        open={leaving}
        title={t('bid.withdrawTitle')}
        act={t('bid.withdraw')}
        danger
        reason={{ label: t('bid.withdrawReason'), required: true }}
        onConfirm={async reason => {
          await rest('POST', `${taskPath(task.id)}/bids/withdraw`, { body: { reason } });
          await changed();
        }}
        onClose={() => setLeaving(false)}
      />
    </section>
  );
}

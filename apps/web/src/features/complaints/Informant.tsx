import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '@/api/rest';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { DateText } from '@/shared/ui/values';
import { COMPLAINTS, useComplaintsChanged, type Complaint } from './model';

interface Seen {
  readonly name: string | null;
  readonly phone: string | null;
}

/** Who reported: shown to named posts, for a reason, and each look is on record. */
export function Informant({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation('complaints');
  const changed = useComplaintsChanged();
  const [asking, setAsking] = useState(false);
  const [seen, setSeen] = useState<Seen | null>(null);
  const look = async (reason: string): Promise<void> => {
    setSeen(await rest<Seen>('POST', `${COMPLAINTS}/${complaint.id}/informant`, { body: { reason } }));
    await changed();
  };
  const left = [complaint.isNamed && t('page.named'), complaint.hasPhone && t('page.phoneLeft'), complaint.wantsReply && t('page.wantsReply')].filter(Boolean).join('，');
  return (
    <section className="hb-card hb-stack">
      <h2>{t('page.reporter')}</h2>
      <p>{left || t('page.anonymous')}</p>
      {seen && <p><strong>{seen.name ?? t('page.noName')}</strong> <strong className="hb-num">{seen.phone ?? t('page.noPhone')}</strong></p>}
      {complaint.actions.includes('informant') && !seen && <div><Button onClick={() => setAsking(true)}>{t('page.look')}</Button></div>}
      {complaint.informantLooks.length > 0 && (
        <details>
          <summary>{t('page.looks')}（{complaint.informantLooks.length}）</summary>
          <ul className="hb-plain-list">{complaint.informantLooks.map(one => <li key={one.at + one.byName}><DateText value={one.at} time /> {one.byName}：{one.reason}</li>)}</ul>
        </details>
      )}
      <ConfirmAct open={asking} title={t('page.lookTitle')} act={t('page.look')} reason={{ label: t('page.lookReason'), required: true }} onConfirm={look} onClose={() => setAsking(false)}>{t('page.lookText')}</ConfirmAct>
    </section>
  );
}

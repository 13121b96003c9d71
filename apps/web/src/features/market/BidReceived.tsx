import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DateText } from '@/shared/ui/values';
import './market.css';
import { saveReceipt } from './receipt-file';
import type { Receipt } from './model';

interface Props {
  readonly receipt: Receipt;
  readonly back: { readonly to: string; readonly label: string };
}

/** The bid is in: what was received, when, and the receipt to keep. */
export function BidReceived({ receipt, back }: Props) {
  const { t } = useTranslation('market');
  const [saved, setSaved] = useState(false);
  const { receipt: content } = receipt;
  return (
    <>
      <PageHeader title={t('bid.receiptTitle')} back={back} />
      <div className="hb-card hb-stack">
        <Alert type="success" showIcon title={t('bid.receiptText')} />
        <dl className="hb-receipt">
          <dt className="hb-muted">{t('tasks.column.title')}</dt>
          <dd className="hb-num">{content.taskNumber}</dd>
          <dt className="hb-muted">{t('bid.receivedAt')}</dt>
          <dd>
            <DateText value={content.receivedAt} time />
          </dd>
          <dt className="hb-muted">{t('bid.roundLabel')}</dt>
          <dd>{t('bid.round', { count: content.round })}</dd>
          <dt className="hb-muted">{t('bid.digest')}</dt>
          <dd className="hb-num">{content.digest}</dd>
        </dl>
        <p className="hb-small hb-muted">{t('bid.next')}</p>
        <div className="hb-row">
          <Button
            type="primary"
            onClick={() => {
              saveReceipt(receipt);
              setSaved(true);
            }}
          >
            {t('bid.saveReceipt')}
          </Button>
          <ButtonLink to={back.to}>{back.label}</ButtonLink>
          <span role="status" className="hb-small">{saved && t('bid.receiptSaved')}</span>
        </div>
      </div>
    </>
  );
}

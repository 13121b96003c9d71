import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { useState } from 'react';
import { textOf } from '@/i18n';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag } from '@/shared/ui/StatusTag';
import { groupDigits, Money } from '@/shared/ui/values';
import { download } from '../market/download';
import { MEASURES, PAYMENT_TONES, type Account, type Discretion, type Law, type Mitigation, type Payment, type Penalty } from './model';
import './penalties.css';

/** 罚款 20,000 元；停产整治 */
export function Burden({ measures, fineYuan, confiscateYuan }: { readonly measures: readonly string[]; readonly fineYuan: string; readonly confiscateYuan: string }) {
  return <>{measures.map((one, nth) => <span key={one}>{nth > 0 && '；'}{textOf(MEASURES[one] ?? one)} {one === 'fine' && <Money yuan={fineYuan} />}{one === 'confiscate' && <Money yuan={confiscateYuan} />}</span>)}</>;
}

/** 减轻处罚, said plainly wherever the fine stands. */
export function Mitigated({ mitigation }: { readonly mitigation: Mitigation }) {
  const { t } = useTranslation('penalties');
  const { title, legalBasis, verified, minYuan, reason } = mitigation;
  return (
    <>
      <div><StatusTag tone="warning">{t('mitigation.tag')}</StatusTag> {t('mitigation.below')} <Money yuan={minYuan} /></div>
      <div>{title}（{legalBasis}）{!verified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}</div>
      <div className="hb-penalties__words">{reason}</div>
    </>
  );
}

/** The computed range and how it came about; it never leaves the law, a mitigated fine does. */
export function Range({ range, mitigated }: { readonly range: Discretion; readonly mitigated?: { readonly fineYuan: string; readonly minYuan: string } | null }) {
  const { t } = useTranslation('penalties');
  return (
    <>
      <p><strong><Money yuan={range.fromYuan} /> – <Money yuan={range.toYuan} /></strong> {!range.isVerified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}</p>
      {mitigated && <p className="hb-warning-text">{t('mitigation.range', { fine: groupDigits(mitigated.fineYuan), least: groupDigits(mitigated.minYuan) })}</p>}
      <ol className="hb-penalties__steps">{range.steps.map(one => <li key={one.title}><div>{one.title}</div><div className="hb-small hb-muted">{one.working}</div><div className="hb-num">{one.result}</div></li>)}</ol>
    </>
  );
}

function LawLine({ law }: { readonly law: Law }) {
  const { t } = useTranslation('penalties');
  return <>{law.legalBasis} · <Money yuan={law.minYuan} /> – <Money yuan={law.maxYuan} /> {!law.verified && <StatusTag tone="warning">{t('unverified')}</StatusTag>}</>;
}

/** The law of the day of the conduct, and what to look at. */
export function LawChoice({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation('penalties');
  const { lawChoice } = penalty;
  if (!lawChoice) return null;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('law.title')}</h2>
      <p><LawLine law={lawChoice.law} /></p>
      {lawChoice.warnings.filter(one => one !== 'unverified').map(one => <p key={one} className="hb-warning-text">{t(`law.warnings.${one}`)}</p>)}
      {lawChoice.others.map(one => <p key={one.effectiveFrom} className="hb-small hb-muted">{t('law.other')} <LawLine law={one} /></p>)}
    </section>
  );
}

/** A paper as PDF, fetched within the session. */
export function PaperButton({ path, name }: { readonly path: string; readonly name: string }) {
  const { t } = useTranslation('penalties');
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <>
      <Button onClick={() => void download(path, {}, `${name}.pdf`).catch((thrown: unknown) => setProblem(thrown))}>{t('pdf')}</Button>
      <ProblemAlert error={problem} />
    </>
  );
}

export function AccountFacts({ account }: { readonly account: Account }) {
  const { t } = useTranslation('penalties');
  const rows: readonly (readonly [string, string])[] = [[t('money.fine'), account.fineYuan], ...(Number(account.confiscateYuan) > 0 ? [[t('money.confiscate'), account.confiscateYuan] as const] : []), [t('money.late', { days: account.lateDays }), account.lateYuan], [t('money.paid'), account.paidYuan], ...(Number(account.claimedYuan) > 0 ? [[t('money.claimed'), account.claimedYuan] as const] : []), [t('money.open'), account.openYuan]];
  return (
    <section className="hb-card hb-stack">
      <h2>{t('money.title', { day: account.on })}</h2>
      <dl className="hb-penalties__facts">{rows.map(([label, yuan]) => <div key={label}><dt>{label}</dt><dd><Money yuan={yuan} /></dd></div>)}</dl>
      {Number(account.overpaidYuan) > 0 && <p className="hb-warning-text">{t('money.overpaid')} <Money yuan={account.overpaidYuan} /></p>}
      {account.isLateCapped && <p className="hb-warning-text">{t('money.capped')}</p>}
    </section>
  );
}

export function PaymentLine({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation('penalties');
  return <>{payment.paidOn} <Money yuan={payment.yuan} /> <span className="hb-penalties__long">{payment.voucherNo}</span> <StatusTag tone={PAYMENT_TONES[payment.state] ?? 'neutral'}>{t(`money.states.${payment.state}`)}</StatusTag> <span className="hb-small hb-muted">{payment.enteredByName} {payment.refusedReason}</span></>;
}

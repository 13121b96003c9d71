import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { PageHeader } from '@/shared/ui/PageHeader';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { RouteErrorPage } from '@/shared/ui/StatusPages';
import { SummaryList } from '@/shared/ui/SummaryList';
import { DateText } from '@/shared/ui/values';
import './credit-evaluation.css';
import { LETTERS, type LetterCheck } from './model';

/** The page behind the QR code of a letter. */
export function LetterPage() {
  const { t } = useTranslation('credit-evaluation');
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  const letter = useQuery(readPath<LetterCheck>(`${LETTERS}/${encodeURIComponent(code)}`));
  if (letter.error) return <RouteErrorPage error={letter.error} />;
  if (!letter.data) return <PageSkeleton />;
  const { data } = letter;
  const rows = [{ label: t('list.name'), value: data.subjectName }, { label: t('letter.uscc'), value: data.uscc ?? '—' }, { label: t('list.number'), value: data.number }, { label: t('year.year'), value: data.year }, { label: t('list.grade'), value: data.gradeTitle ?? t('letter.hidden') }, { label: t('letter.score'), value: data.score ?? '—' }, { label: t('letter.scheme'), value: data.schemeTitle }, { label: t('letter.issued'), value: <DateText value={data.issuedOn} /> }];
  return (
    <div className="hb-container hb-stack">
      <PageHeader title={t('letter.title')} lead={<>{t('letter.at')} <DateText value={data.checkedAt} time /></>} />
      <Alert type={data.signatureHolds ? 'success' : 'error'} showIcon title={t(data.signatureHolds ? 'letter.holds' : 'letter.broken')} />
      {data.replacedBy && <Alert type="warning" showIcon title={t('letter.replaced', { number: data.replacedBy })} />}
      {data.held && <Alert type="info" showIcon title={t(`letter.held.${data.held}`)} />}
      <SummaryList groups={[{ title: t('letter.facts'), rows }]} />
      <details><summary>{t('letter.technical')}</summary>{[data.signedText, data.signature, data.signingKey].filter(line => line !== null).map(line => <p key={line} className="hb-small hb-num hb-evaluation__code">{line}</p>)}</details>
    </div>
  );
}

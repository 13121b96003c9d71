import { catalogueOn, industryOf, type Answers } from '@huanbao/standards';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, now } from '@/shared/time/time';
import { PageHeader } from '@/shared/ui/PageHeader';
import { addressOf, answersIn, industriesIn } from './address';
import './classify.css';
import { Classifier } from './Classifier';
import { Result } from './Result';

/** 重点、简化、登记, or nothing: by industry and a few answers, in the browser alone. */
export function ClassifyPage() {
  const { t } = useTranslation('classify');
  const search = getRouteApi('/public/classify').useSearch();
  const navigate = useNavigate();
  const industries = industriesIn(search).filter(code => industryOf(code));
  const answers = answersIn(search);
  const catalogue = catalogueOn(formatDate(now().toISOString()));
  const go = (codes: readonly string[], given: Answers, choose?: '1'): void => void navigate({ to: '/classify', search: { ...addressOf(codes, given), choose } });
  if (!catalogue) return null;
  return (
    <div className="hb-container hb-classify">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="hb-stack">
        <Classifier catalogue={catalogue} industries={industries} answers={answers} choosing={search.choose === '1'} go={go} addressFor={toAddress} result={decided => <Result decided={decided} catalogue={catalogue} />} />
      </div>
    </div>
  );
}

const toAddress = (search: ReturnType<typeof addressOf>, choose = false): string => {
  const params = new URLSearchParams(Object.entries({ ...search, ...(choose ? { choose: '1' } : {}) }).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return `/classify?${params}`;
};

import { catalogueOn, classify, industryOf, type Answers, type Asking, type Catalogue, type Decided } from '@huanbao/standards';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { formatDate, now } from '@/shared/time/time';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SummaryList } from '@/shared/ui/SummaryList';
import { addressOf, answersBefore, answersIn, industriesIn } from './address';
import './classify.css';
import { IndustryPicker } from './IndustryPicker';
import { Questions } from './Questions';
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
  const choosing = industries.length === 0 || search.choose === '1';
  const outcome = choosing ? null : outcomeOf(catalogue, industries, answers);
  return (
    <div className="hb-container hb-classify">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="hb-stack">
        {outcome === 'invalid' && <p role="alert">{t('invalid')}</p>}
        {(choosing || outcome === 'invalid') && <IndustryPicker chosen={industries} onChoose={codes => go(codes, answers, '1')} onDone={() => go(industries, answers)} />}
        {outcome !== null && outcome !== 'invalid' && (
          <>
            {outcome.state === 'asking' ? (
              <Questions key={outcome.asks.join()} catalogue={catalogue} asks={outcome.asks} onAnswer={given => go(industries, { ...answers, ...given })} />
            ) : (
              <Result decided={outcome} catalogue={catalogue} />
            )}
            <Answered catalogue={catalogue} industries={industries} answers={answers} />
          </>
        )}
      </div>
    </div>
  );
}

/** An address that somebody wrote by hand may hold anything. */
function outcomeOf(catalogue: Catalogue, industries: readonly string[], answers: Answers): Decided | Asking | 'invalid' {
  try {
    return classify(catalogue, industries, answers);
  } catch (error) {
    if (error instanceof RangeError) return 'invalid';
    throw error;
  }
}

const toAddress = (search: ReturnType<typeof addressOf>, choose = false): string => {
  const params = new URLSearchParams(Object.entries({ ...search, ...(choose ? { choose: '1' } : {}) }).filter((pair): pair is [string, string] => Boolean(pair[1])));
  return `/classify?${params}`;
};

function Answered({ catalogue, industries, answers }: { readonly catalogue: Catalogue; readonly industries: readonly string[]; readonly answers: Answers }) {
  const { t } = useTranslation('classify');
  const said = (name: string): string => {
    const answer = answers[name];
    if (typeof answer === 'boolean') return t(answer ? 'ask.yes' : 'ask.no');
    const unit = catalogue.questions[name]?.unit;
    return `${answer} ${unit ? textOf(unit) : ''}`;
  };
  const rows = Object.keys(answers).map(name => ({ label: textOf(catalogue.questions[name]?.ask ?? name), value: said(name), changeTo: toAddress(addressOf(industries, answersBefore(answers, name))) }));
  const chosen = { label: t('pick.chosen'), value: industries.map(code => `${industryOf(code)?.name ?? ''} ${code}`).join('、'), changeTo: toAddress(addressOf(industries, {}), true) };
  return <SummaryList groups={[{ title: t('ask.answered'), rows: [chosen, ...rows] }]} />;
}

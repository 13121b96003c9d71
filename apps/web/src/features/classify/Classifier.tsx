import { classify, industryOf, type Answers, type Asking, type Catalogue, type Decided } from '@huanbao/standards';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/i18n';
import { SummaryList } from '@/shared/ui/SummaryList';
import { addressOf, answersBefore, type ClassifySearch } from './address';
import './classify.css';
import { IndustryPicker } from './IndustryPicker';
import { Questions } from './Questions';

interface Props {
  readonly catalogue: Catalogue;
  readonly industries: readonly string[];
  readonly answers: Answers;
  /** Choosing further industries. */
  readonly choosing: boolean;
  readonly go: (industries: readonly string[], answers: Answers, choose?: '1') => void;
  /** Where a way through the questions lies. */
  readonly addressFor: (search: ClassifySearch, choose?: boolean) => string;
  readonly result: (decided: Decided) => ReactNode;
}

/** Industries, then only the questions that can change the outcome, then what the page makes of it. */
export function Classifier({ catalogue, industries, answers, choosing, go, addressFor, result }: Props) {
  const { t } = useTranslation('classify');
  const picking = industries.length === 0 || choosing;
  const outcome = picking ? null : outcomeOf(catalogue, industries, answers);
  return (
    <>
      {outcome === 'invalid' && <p role="alert">{t('invalid')}</p>}
      {(picking || outcome === 'invalid') && <IndustryPicker chosen={industries} onChoose={codes => go(codes, answers, '1')} onDone={() => go(industries, answers)} />}
      {outcome !== null && outcome !== 'invalid' && (
        <>
          {outcome.state === 'asking' ? <Questions key={outcome.asks.join()} catalogue={catalogue} asks={outcome.asks} onAnswer={given => go(industries, { ...answers, ...given })} /> : result(outcome)}
          <Answered catalogue={catalogue} industries={industries} answers={answers} addressFor={addressFor} />
        </>
      )}
    </>
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

function Answered({ catalogue, industries, answers, addressFor }: Pick<Props, 'catalogue' | 'industries' | 'answers' | 'addressFor'>) {
  const { t } = useTranslation('classify');
  const said = (name: string): string => {
    const answer = answers[name];
    if (typeof answer === 'boolean') return t(answer ? 'ask.yes' : 'ask.no');
    const unit = catalogue.questions[name]?.unit;
    return `${answer} ${unit ? textOf(unit) : ''}`;
  };
  const rows = Object.keys(answers).map(name => ({ label: textOf(catalogue.questions[name]?.ask ?? name), value: said(name), changeTo: addressFor(addressOf(industries, answersBefore(answers, name))) }));
  const chosen = { label: t('pick.chosen'), value: industries.map(code => `${industryOf(code)?.name ?? ''} ${code}`).join('、'), changeTo: addressFor(addressOf(industries, {}), true) };
  return <SummaryList groups={[{ title: t('ask.answered'), rows: [chosen, ...rows] }]} />;
}

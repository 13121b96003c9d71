import { catalogueOn, industryOf, type Answers, type Decided } from '@huanbao/standards';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, answersIn, industriesIn, type ClassifySearch } from '@/features/classify/address';
import { Classifier } from '@/features/classify/Classifier';
import { Result } from '@/features/classify/Result';
import { formatDate, now } from '@/shared/time/time';

export interface Classed {
  readonly industries: readonly string[];
  readonly answers: Answers;
  readonly decided: Decided;
}

interface Props {
  /** The page's own address: the way through the questions stands in it. */
  readonly here: string;
  /** What it was classed on before; holds until something else is chosen. */
  readonly before?: Pick<Classed, 'industries' | 'answers'>;
  /** What follows for a unit that registers. */
  readonly children: (classed: Classed) => ReactNode;
}

/** The class first: only a unit that registers comes to the form. */
export function Classified({ here, before, children }: Props) {
  const search = useSearch({ strict: false }) as ClassifySearch;
  const navigate = useNavigate();
  const catalogue = catalogueOn(formatDate(now().toISOString()));
  const kept = search.industries === undefined && search.choose === undefined ? before : undefined;
  const industries = kept?.industries ?? industriesIn(search).filter(code => industryOf(code));
  const answers = kept?.answers ?? answersIn(search);
  const go = (codes: readonly string[], given: Answers, choose?: '1'): void => void navigate({ to: here, search: { ...addressOf(codes, given), choose } as never, resetScroll: false });
  const addressFor = (way: ClassifySearch, choose = false): string => `${here}?${new URLSearchParams(Object.entries({ ...way, ...(choose ? { choose: '1' } : {}) }).filter((pair): pair is [string, string] => Boolean(pair[1])))}`;
  if (!catalogue) return null;
  return (
    <Classifier
      catalogue={catalogue}
      industries={industries}
      answers={answers}
      choosing={search.choose === '1'}
      go={go}
      addressFor={addressFor}
      result={decided => (decided.level === 'registration' ? children({ industries, answers, decided }) : <Result decided={decided} catalogue={catalogue} />)}
    />
  );
}

/** By which entries of the catalogue the unit registers. */
export function Because({ decided }: { readonly decided: Decided }) {
  const { t } = useTranslation('registrations');
  return (
    <p className="hb-muted">
      {t('file.because')}
      {decided.deciding.map(one => `${t('facts.entry', { no: one.entryNo })} ${one.entryTitle}：${one.text ?? ''}`).join('；')}
    </p>
  );
}

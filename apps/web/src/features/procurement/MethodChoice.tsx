import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { readPath } from '@/api/rest';
import { useSection } from '@/shared/form/context';
import { useComputed } from '@/shared/form/form-store';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import type { MethodOption, MethodOptions } from './model';
import './procurement.css';
import { SharesNotice } from './SharesNotice';

const TONES: Readonly<Record<MethodOption['standing'], Tone>> = { demanded: 'success', admitted: 'neutral', 'with-approval': 'warning', refused: 'muted' };
const YUAN = /^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,2})?$/;

/** The methods as they stand to what has been filled above. */
export function useMethodOptions(): { readonly options: MethodOptions | undefined; readonly error: unknown } {
  const { store } = useSection();
  const funds = useComputed(store, values => String(values['funds'] ?? 'private'));
  const subject = useComputed(store, values => String(values['subject'] ?? 'services'));
  const typed = useComputed(store, values => String(values['budgetYuan'] ?? '').trim());
  const budgetYuan = YUAN.test(typed) ? typed : undefined;
  const { data, error } = useQuery({ ...readPath<MethodOptions>('/api/v1/procurement-methods', { funds, subject, budgetYuan }), placeholderData: former => former });
  return { options: data, error };
}

interface Props {
  readonly chosen: string;
  readonly onChoose: (method: string) => void;
}

/** Six cards: what each method is, whether the law lets it be chosen, and why not. */
export function MethodChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation('procurement');
  const english = useLanguage() === 'en';
  const { options, error } = useMethodOptions();
  const name = useId();
  const chosenOption = options?.items.find(one => one.method === chosen);
  return (
    <>
      <ProblemAlert error={error} />
      {options && (
        <Alert
          type={options.regime === null ? 'warning' : 'info'}
          showIcon
          title={options.regime === null ? t('choice.budgetFirst') : t('choice.regime', { regime: english ? options.regimeEn : options.regimeZh })}
          description={options.unverified ? t('choice.unverified') : undefined}
        />
      )}
      {chosenOption && chosenOption.who !== 'one' && <SharesNotice shares={options?.shares} />}
      <fieldset className="hb-methods">
        <legend>{t('choice.legend')}</legend>
        {options?.items.map(option => (
          <Card key={option.method} name={name} option={option} checked={option.method === chosen} onChoose={() => onChoose(option.method)} />
        ))}
      </fieldset>
    </>
  );
}

interface CardProps {
  readonly name: string;
  readonly option: MethodOption;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Card({ name, option, checked, onChoose }: CardProps) {
  const { t } = useTranslation('procurement');
  const english = useLanguage() === 'en';
  const refused = option.standing === 'refused';
  const why = english ? option.whyEn : option.whyZh;
  const mend = english ? option.mendEn : option.mendZh;
  const period = english ? option.periodEn : option.periodZh;
  return (
    <label>
      <input type="radio" name={name} value={option.method} checked={checked} disabled={refused && !checked} onChange={onChoose} />
      <strong>{english ? option.en : option.zh}</strong>
      <StatusTag tone={TONES[option.standing]}>{t(`choice.standing.${option.standing}`)}</StatusTag>
      <div className="hb-small">{english ? option.hintEn : option.hintZh}</div>
      {option.standing !== 'admitted' && (
        <div className={`hb-small ${refused && checked ? 'hb-field-error' : 'hb-muted'}`}>
          {why}
          {mend && `${english ? '. ' : '。'}${mend}`}（{option.basis}）
        </div>
      )}
      {checked && (
        <div className="hb-small">
          {[period, option.earliestDay && t('choice.earliest', { day: option.earliestDay }), option.fewestInvited > 0 && t('choice.invite', { count: option.fewestInvited }), option.fewestBids > 1 && t('choice.fewest', { count: option.fewestBids })].filter(Boolean).join('；')}
        </div>
      )}
    </label>
  );
}

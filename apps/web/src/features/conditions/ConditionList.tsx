import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import './conditions.css';
import type { LaidDown, PermitCondition } from './model';
import { useDutyWords } from './use-duty-words';

type Shown = Pick<PermitCondition, 'title' | 'kind' | 'subjectCode' | 'text' | 'legalBasis' | 'verified' | 'isPublic'> & { readonly duty: PermitCondition['duty'] | LaidDown['duty'] };

/** One condition as it is read: of what, what is demanded, how often, on which ground. */
export function Condition({ one, tags, children }: { readonly one: Shown; readonly tags?: ReactNode; readonly children?: ReactNode }) {
  const { t } = useTranslation('conditions');
  const words = useDutyWords();
  return (
    <li className="hb-conditions__one">
      <div className="hb-row" style={{ gap: 8 }}>
        {tags}
        <strong>{one.title || t(`kind.${one.kind}`)}</strong>
        <span className="hb-muted">{t(`kind.${one.kind}`)}{one.subjectCode ? ` · ${one.subjectCode}` : ` · ${t('subject.site')}`}</span>
        {!one.isPublic && <StatusTag tone="info">{t('secret')}</StatusTag>}
      </div>
      {children ?? <p className="hb-conditions__text">{one.text}</p>}
      {one.duty && <p>{words(one.duty)}</p>}
      <p className="hb-small hb-muted">{t('column.basis')}：{one.legalBasis}{!one.verified && t('unverifiedMark')}</p>
    </li>
  );
}

/** Conditions that hold on a day. */
export function ConditionList({ conditions, none }: { readonly conditions: readonly PermitCondition[]; readonly none: string }) {
  const { t } = useTranslation('conditions');
  if (conditions.length === 0) return <p className="hb-muted">{none}</p>;
  return (
    <ul className="hb-plain-list">
      {conditions.map(one => <Condition key={one.id} one={one} tags={<span className="hb-small hb-muted hb-num">{t('since', { day: one.validFrom })}{one.validUntil ? ` ${t('before', { day: one.validUntil })}` : ''}</span>} />)}
    </ul>
  );
}

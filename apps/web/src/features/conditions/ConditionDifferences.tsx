import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { Condition } from './ConditionList';
import type { ConditionDifference } from './model';
import { WordDiff } from './WordDiff';

const TONES: Readonly<Record<ConditionDifference['change'], Tone>> = { added: 'success', changed: 'warning', removed: 'danger' };

/** Conditions added, changed and removed, word by word. */
export function ConditionDifferences({ differences }: { readonly differences: readonly ConditionDifference[] }) {
  const { t } = useTranslation('conditions');
  return (
    <ul className="hb-plain-list">
      {differences.map(({ change, before, after }) => {
        const one = after ?? before;
        return one && (
          <Condition key={one.id} one={one} tags={<StatusTag tone={TONES[change]}>{t(`change.${change}`)}</StatusTag>}>
            {change === 'changed' ? <WordDiff before={before?.text ?? ''} after={after?.text ?? ''} /> : <p className="hb-conditions__text">{change === 'removed' ? <del>{one.text}</del> : one.text}</p>}
          </Condition>
        );
      })}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { DiffMark } from '@/shared/ui/values';
import type { Change } from './model';

/** Changes of limits and standards in words. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('standards');
  return (
    <ol className="hb-plain-list hb-limit__changes">
      {changes.map((change, index) => (
        <li key={`${change.title}${index}`}>
          <strong>{t(`op.${change.op}`)}</strong> {change.title}
          <p className="hb-row">
            {(change.before !== null || change.after !== null) && change.op !== 'add-standard' && change.op !== 'end-standard' && <DiffMark from={change.before} to={change.after} />}
            {change.op === 'end-standard' && change.after && <span>{t('replacedBy', { code: change.after })}</span>}
            {change.from && <span className="hb-muted">{t('proposal.from', { day: change.from })}</span>}
            {change.lastDay && <span className="hb-muted">{t('proposal.lastDay', { day: change.lastDay })}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}

import { useTranslation } from 'react-i18next';
import './conditions.css';
import { wordDiff } from './word-diff';

/** Old → new in one line of text: what went is struck out, what came is underlined, and both are said in words. */
export function WordDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation('conditions');
  return (
    <p className="hb-conditions__diff">
      {wordDiff(before, after).map((one, index) => {
        if (one.kind === 'same') return <span key={index}>{one.text}</span>;
        if (one.kind === 'added') return <ins key={index}><span className="hb-sr-only">{t('diff.added')}</span>{one.text}</ins>;
        return <del key={index}><span className="hb-sr-only">{t('diff.removed')}</span>{one.text}</del>;
      })}
    </p>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '@/api/problem';
import type { SaveState } from './saving';

/** Where the words are that were typed; what to do when somebody else saved meanwhile. */
export function SavingNote({ state }: { readonly state: SaveState }) {
  const { t } = useTranslation('credit-evaluation');
  return (
    <p role="status" className={`hb-save-note${state.kind === 'stale' || state.kind === 'refused' ? ' hb-save-note--wrong' : ''}`}>
      {state.kind === 'saving' && t('saving.saving')}
      {state.kind === 'saved' && t('saving.saved', { at: state.at })}
      {state.kind === 'refused' && [state.problem.sentence, ...state.problem.errors.map(sentenceOf)].join(' ')}
      {state.kind === 'stale' && <>{t('saving.stale')} <Button size="small" onClick={() => window.location.reload()}>{t('saving.reload')}</Button></>}
    </p>
  );
}

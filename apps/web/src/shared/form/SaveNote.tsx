import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Autosave } from './autosave';

/** “已保存 10:32”: where the words are that were typed. */
export function SaveNote({ autosave }: { readonly autosave: Autosave }) {
  const { t } = useTranslation();
  const status = useSyncExternalStore(autosave.subscribe, () => autosave.status);
  const wrong = status.kind === 'kept' || status.kind === 'refused';
  return (
    <span role="status" className={`hb-save-note${wrong ? ' hb-save-note--wrong' : ''}`}>
      {status.kind === 'saving' && t('form.saving')}
      {status.kind === 'saved' && t('form.savedAt', { at: status.at })}
      {status.kind === 'kept' && t('form.keptHere')}
      {status.kind === 'refused' && (status.problem.errors.length > 0 ? t('form.cannotSave') : status.problem.sentence)}
    </span>
  );
}

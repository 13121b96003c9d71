import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem, sentenceOf } from '@/api/problem';
import { isAccountDue } from '@/api/transport';

interface Props {
  /** Anything thrown; nothing is shown for null and undefined. */
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong with a request, in the reader's language, with what can be done. */
export function ProblemAlert({ error, onRetry }: Props) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const problem = asProblem(error);
  return (
    <Alert
      role="alert"
      type={problem.status === 0 ? 'warning' : 'error'}
      showIcon
      title={problem.sentence}
      description={
        problem.errors.length > 0 || problem.requestId ? (
          <>
            {problem.errors.length > 0 && (
              <ul>
                {problem.errors.map(field => (
                  <li key={`${field.pointer}${field.code}${sentenceOf(field)}`}>{sentenceOf(field)}</li>
                ))}
              </ul>
            )}
            {problem.status >= 500 && problem.requestId && (
              <span className="hb-small hb-muted">{t('problem.reference', { id: problem.requestId.slice(0, 8) })}</span>
            )}
          </>
        ) : undefined
      }
      action={isAccountDue(problem.code) ? <ToAccount /> : onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    />
  );
}

/** In a window of its own, so that what was typed here stays; afterwards the person presses the button again. */
function ToAccount() {
  const { t } = useTranslation();
  return (
    <a href="/account/security" target="_blank" rel="noopener">
      {t('problem.toAccount')}
    </a>
  );
}

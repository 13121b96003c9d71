import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './error-summary.css';

export interface SummaryError {
  readonly message: string;
  /** id of the field the message belongs to; without it the line is plain text. */
  readonly fieldId?: string;
  /** Called before the field is focused, e.g. to open the drawer it is in. */
  readonly reveal?: () => void;
}

const RETRY_MS = 80;
const RETRIES = 6;

interface Props {
  readonly errors: readonly SummaryError[];
  /** Changes with every failed attempt: the summary takes the focus again. */
  readonly attempt?: number;
}

/** Every mistake of the page in one place, at its top; each line leads to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors, attempt = 0 }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (!shown) return;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div className="hb-errors" role="alert" tabIndex={-1} ref={box} aria-labelledby="hb-errors-title">
      <h2 id="hb-errors-title">{t('errors.title', { count: errors.length })}</h2>
      <ol>
        {errors.map(error => (
          <li key={`${error.fieldId}${error.message}`}>
            {error.fieldId ? (
              <a href={`#${error.fieldId}`} onClick={event => goTo(event, error)}>
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function goTo(event: { preventDefault(): void }, { fieldId, reveal }: SummaryError): void {
  event.preventDefault();
  reveal?.();
  // A drawer that has just been opened puts its field on the page a little later.
  const focus = (tries: number): void => {
    const field = fieldId ? document.getElementById(fieldId) : null;
    if (!field && tries > 0) return void setTimeout(() => focus(tries - 1), RETRY_MS);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  };
  requestAnimationFrame(() => focus(reveal ? RETRIES : 0));
}

import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, offline, ProblemError } from '@/api/problem';
import { VisitsAtHand } from '@/shared/field/VisitsAtHand';
import { InsideMain } from './inside-main';
import { ButtonLink } from './ButtonLink';
import { PageHeader } from './PageHeader';
import './status-pages.css';

interface FrameProps {
  readonly code: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** Inside a layout the page already has its `main`; alone it is the `main`. */
function Place({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const framed = useContext(InsideMain);
  return framed ? (
    <div className={className}>{children}</div>
  ) : (
    <main id="main" tabIndex={-1} className={className}>
      {children}
    </main>
  );
}

function Frame({ code, title, children, actions }: FrameProps) {
  return (
    <Place className="hb-status-page">
      <p className="hb-status-page__code" aria-hidden>
        {code}
      </p>
      <PageHeader title={title} />
      <div className="hb-prose hb-stack">
        {children}
        <div className="hb-row">{actions}</div>
      </div>
    </Place>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Frame code="404" title={t('status.404.title')} actions={<ButtonLink to="/" kind="primary">{t('action.toHome')}</ButtonLink>}>
      <p>{t('status.404.text')}</p>
      <ul>
        <li>{t('status.404.hintAddress')}</li>
        <li>{t('status.404.hintOrganisation')}</li>
      </ul>
    </Frame>
  );
}

export function ForbiddenPage({ problem }: { readonly problem?: ProblemError }) {
  const { t } = useTranslation();
  return (
    <Frame code="403" title={t('status.403.title')} actions={<ButtonLink to="/enter" kind="primary">{t('action.toDesk')}</ButtonLink>}>
      <p>{problem?.sentence ?? t('status.403.text')}</p>
      <p className="hb-muted">{t('status.403.hint')}</p>
    </Frame>
  );
}

interface RouteErrorProps {
  readonly error: unknown;
  /** Asks again for what is missing; by default the whole page is loaded again. */
  readonly onRetry?: () => void;
}

/** Whatever a page threw while loading or drawing itself, as a page of its own. Also for a record that could not be read. */
export function RouteErrorPage({ error, onRetry }: RouteErrorProps) {
  const { t } = useTranslation();
  const router = useRouter();
  // a page whose file could not be fetched off the net is not a fault of the page
  const problem = navigator.onLine || error instanceof ProblemError ? asProblem(error) : offline();
  if (problem.status === 403) return <ForbiddenPage problem={problem} />;
  if (problem.status === 404) return <NotFoundPage />;
  const retry = (
    <Button type="primary" onClick={onRetry ?? (() => void router.invalidate())}>
      {t('action.retry')}
    </Button>
  );
  return (
    <Frame code={problem.status === 0 ? '···' : String(problem.status)} title={t(problem.status === 0 ? 'status.offline.title' : 'status.500.title')} actions={retry}>
      <p>{problem.sentence}</p>
      {problem.status === 0 && <VisitsAtHand />}
      {problem.requestId && <p className="hb-small hb-muted">{t('problem.reference', { id: problem.requestId.slice(0, 8) })}</p>}
    </Frame>
  );
}

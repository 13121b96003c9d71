import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from './AppLink';
import './page-header.css';
import { usePageTitle } from './use-page-title';

export interface PageHeaderProps {
  /** The one h1 of the page; also the title of the browser tab. */
  readonly title: string;
  /** One or two sentences: what this page is for, what comes next. */
  readonly lead?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** Small facts beside the title: a StatusTag, a case number. */
  readonly tags?: ReactNode;
  /** Buttons; the most important one last. */
  readonly actions?: ReactNode;
  /** Number of mistakes shown on the page; prefixes the tab's title so that a screen reader hears it first. */
  readonly errorCount?: number;
}

/** Head of every page inside the areas. Receives the focus after navigation. */
export function PageHeader({ title, lead, back, tags, actions, errorCount = 0 }: PageHeaderProps) {
  const { t } = useTranslation();
  usePageTitle(errorCount > 0 ? t('page.errorPrefix', { title }) : title);
  return (
    <header className="hb-page-header">
      {back && (
        <AppLink to={back.to} className="hb-page-header__back">
          <ArrowLeftOutlined aria-hidden /> {back.label}
        </AppLink>
      )}
      <div className="hb-page-header__line">
        <div className="hb-page-header__text">
          <div className="hb-page-header__title">
            <h1 tabIndex={-1}>{title}</h1>
            {tags && <div className="hb-row">{tags}</div>}
          </div>
          {lead && <div className="hb-page-header__lead">{lead}</div>}
        </div>
        {actions && <div className="hb-page-header__actions hb-no-print">{actions}</div>}
      </div>
    </header>
  );
}

import { MenuOutlined } from '@ant-design/icons';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCookie } from '@/api/transport';
import { publicNav } from '@/app/public-sections';
import { textOf } from '@/i18n';
import { useCity, useSiteName } from '@/session/city';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { InsideMain } from '@/shared/ui/inside-main';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { Brand } from './Brand';
import { DisplayMenu, LanguageButton } from './DisplayMenu';
import './public-layout.css';

function Links({ onGo }: { readonly onGo?: () => void }) {
  const { pathname } = useLocation();
  return (
    <ul className="hb-plain-list">
      {publicNav.map(link => {
        const here = link.to === '/' ? pathname === '/' : pathname.startsWith(link.to);
        return (
          <li key={link.to}>
            <AppLink to={link.to} aria-current={here ? 'page' : undefined} onClick={onGo}>
              {textOf(link.label)}
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}

/** For whoever is signed in already: straight to the desk. The cookie only says that it is worth showing. */
function Entrance() {
  const { t } = useTranslation();
  if (readCookie('hb_csrf') !== null)
    return (
      <ButtonLink to="/enter" kind="primary">
        {t('action.toDesk')}
      </ButtonLink>
    );
  return (
    <>
      <ButtonLink to="/register" kind="quiet">
        {t('publicNav.register')}
      </ButtonLink>
      <ButtonLink to="/login" kind="primary">
        {t('publicNav.login')}
      </ButtonLink>
    </>
  );
}

function MobileMenu() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="hb-narrow-only" type="text" icon={<MenuOutlined aria-hidden />} aria-label={t('shell.menu')} aria-expanded={open} onClick={() => setOpen(true)} />
      <Drawer open={open} onClose={() => setOpen(false)} title={t('shell.menu')} placement="right" size={300}>
        <nav className="hb-public__drawer" aria-label={t('shell.mainNav')}>
          <Links onGo={() => setOpen(false)} />
        </nav>
        <div className="hb-stack" style={{ marginTop: 24 }}>
          <Entrance />
          <LanguageButton />
        </div>
      </Drawer>
    </>
  );
}

function Header() {
  const { t } = useTranslation();
  return (
    <header className="hb-public__header hb-no-print">
      <div className="hb-public__bar">
        <Brand to="/" />
        <nav className="hb-public__nav hb-wide-only" aria-label={t('shell.mainNav')}>
          <Links />
        </nav>
        <div className="hb-public__tools">
          <DisplayMenu />
          <span className="hb-wide-only">
            <LanguageButton />
          </span>
          <span className="hb-wide-only hb-row">
            <Entrance />
          </span>
          <MobileMenu />
        </div>
      </div>
    </header>
  );
}

function Footer() {
  const { t } = useTranslation();
  const city = useCity();
  const site = useSiteName();
  return (
    <footer className="hb-public__footer hb-no-print">
      <div className="hb-public__footer-in">
        <div>
          <strong>{site}</strong>
          <p>{city ? t('footer.host', { name: city.bureauName }) : t('footer.hostUnknown')}</p>
          {city && (
            <address>
              {city.bureauAddress && <p>{city.bureauAddress}</p>}
              {city.bureauPhone && <p>{t('footer.phone', { phone: city.bureauPhone })}</p>}
            </address>
          )}
        </div>
        <ul className="hb-plain-list">
          <li>
            <AppLink to="/accessibility">{t('footer.accessibility')}</AppLink>
          </li>
          <li>
            <AppLink to="/privacy">{t('footer.privacy')}</AppLink>
          </li>
          <li>{t('footer.hotline')}</li>
        </ul>
      </div>
    </footer>
  );
}

/** Frame of all pages one can read without an account. */
export function PublicLayout() {
  return (
    <div className="hb-public">
      <Header />
      <main id="main" tabIndex={-1}>
        <InsideMain value={true}>
          <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
          </InsideMain>
      </main>
      <Footer />
    </div>
  );
}

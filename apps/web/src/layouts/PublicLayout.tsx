import { DownOutlined, MenuOutlined } from '@ant-design/icons';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCookie } from '@/api/transport';
import { PUBLIC_GROUPS, publicNav, type PublicGroup, type PublicNavEntry } from '@/app/public-sections';
import { textOf } from '@/i18n';
import { useCity, useSiteName } from '@/session/city';
import { AppLink } from '@/shared/ui/AppLink';
import { ButtonLink } from '@/shared/ui/ButtonLink';
import { InsideMain } from '@/shared/ui/inside-main';
import { PageSkeleton } from '@/shared/ui/Skeletons';
import { Brand } from './Brand';
import { DisplayMenu, LanguageButton } from './DisplayMenu';
import './public-layout.css';

const isHere = (to: string, pathname: string): boolean => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`));
const inGroup = (group: PublicGroup | undefined): readonly PublicNavEntry[] => publicNav.filter(link => link.group === group);

function Links({ links, onGo }: { readonly links: readonly PublicNavEntry[]; readonly onGo?: () => void }) {
  const { pathname } = useLocation();
  return links.map(link => (
    <li key={link.to}>
      <AppLink to={link.to} aria-current={isHere(link.to, pathname) ? 'page' : undefined} onClick={onGo}>
        {textOf(link.label)}
      </AppLink>
    </li>
  ));
}

/** One menu of the header: a button that unfolds its links; Escape and leaving it fold it again. */
function Group({ group }: { readonly group: PublicGroup }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const links = inGroup(group);
  const here = links.some(link => isHere(link.to, pathname));
  return (
    <li className="hb-public__group" onBlur={event => event.currentTarget.contains(event.relatedTarget) || setOpen(false)} onKeyDown={event => event.key === 'Escape' && setOpen(false)}>
      <button type="button" aria-expanded={open} data-here={here || undefined} onClick={() => setOpen(!open)}>
        {t(`publicNav.group.${group}`)} <DownOutlined aria-hidden />
      </button>
      {open && (
        <ul className="hb-plain-list">
          <Links links={links} onGo={() => setOpen(false)} />
        </ul>
      )}
    </li>
  );
}

/** All links of the drawer, under the names of their menus. */
function Everything({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="hb-plain-list">
        <Links links={inGroup(undefined)} onGo={onGo} />
      </ul>
      {PUBLIC_GROUPS.map(group => (
        <section key={group} aria-labelledby={`menu-${group}`}>
          <h2 id={`menu-${group}`}>{t(`publicNav.group.${group}`)}</h2>
          <ul className="hb-plain-list">
            <Links links={inGroup(group)} onGo={onGo} />
          </ul>
        </section>
      ))}
    </>
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
          <Everything onGo={() => setOpen(false)} />
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
          <ul className="hb-plain-list">
            <Links links={inGroup(undefined)} />
            {PUBLIC_GROUPS.map(group => <Group key={group} group={group} />)}
          </ul>
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

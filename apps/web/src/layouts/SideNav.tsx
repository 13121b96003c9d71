import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { GROUPS, navigation, type NavEntry } from '@/app/navigation';
import { textOf } from '@/i18n';
import { AREA_OF, useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';

/** The entries of this area that the person's roles allow, in groups. */
export function SideNav({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const { organisation, base, can } = useSession();
  const { pathname } = useLocation();
  if (!organisation) return <AccountNav onGo={onGo} />;
  const area = AREA_OF[organisation.orgKind];
  const entries = navigation.filter(entry => entry.area === area && (!entry.action || can(entry.action)));
  const here = longestMatch(entries, base, pathname);
  return (
    <nav className="hb-side" aria-label={t('shell.mainNav')}>
      <p className="hb-side__area">{t(`shell.area.${organisation.orgKind}`)}</p>
      {GROUPS.map(group => {
        const members = entries.filter(entry => entry.group === group.key);
        if (members.length === 0) return null;
        return (
          <div key={group.key} className="hb-side__group">
            <p className="hb-side__label" id={`nav-${group.key}`}>
              {textOf(group.label)}
            </p>
            <ul className="hb-plain-list" aria-labelledby={`nav-${group.key}`}>
              {members.map(entry => (
                <li key={entry.to}>
                  <AppLink to={base + entry.to} aria-current={entry === here ? 'page' : undefined} onClick={onGo}>
                    <span className="hb-side__icon" aria-hidden>
                      {entry.icon}
                    </span>
                    {textOf(entry.label)}
                  </AppLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function longestMatch(entries: readonly NavEntry[], base: string, pathname: string): NavEntry | undefined {
  return entries
    .filter(entry => pathname === base + entry.to || (entry.to !== '' && pathname.startsWith(`${base}${entry.to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}

function AccountNav({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const links = ['', '/security', '/notifications'] as const;
  return (
    <nav className="hb-side" aria-label={t('shell.mainNav')}>
      <p className="hb-side__area">{t('shell.area.account')}</p>
      <ul className="hb-plain-list">
        {links.map(link => (
          <li key={link}>
            <AppLink to={`/account${link}`} aria-current={pathname === `/account${link}` ? 'page' : undefined} onClick={onGo}>
              {t(`accountNav.${link === '' ? 'profile' : link.slice(1)}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

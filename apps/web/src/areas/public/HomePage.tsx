import { ArrowRightOutlined, FileSearchOutlined, FormOutlined, SoundOutlined, TeamOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { homePanels } from '@/app/public-sections';
import { textOf } from '@/i18n';
import { Hills } from '@/layouts/Hills';
import { useCity, useSiteName } from '@/session/city';
import { AppLink } from '@/shared/ui/AppLink';
import { usePageTitle } from '@/shared/ui/use-page-title';
import './home.css';

const ENTRIES = [
  { key: 'apply', to: '/enter', icon: <FormOutlined aria-hidden /> },
  { key: 'serve', to: '/register', icon: <TeamOutlined aria-hidden /> },
  { key: 'track', to: '/track', icon: <FileSearchOutlined aria-hidden /> },
  { key: 'report', to: '/report', icon: <SoundOutlined aria-hidden /> },
] as const;

const PARTIES = ['enterprise', 'firm', 'bureau', 'public'] as const;
const STEPS = ['fill', 'check', 'accept', 'review', 'issue'] as const;

/** First page of the site: what one can do here, for whom it is, and how a matter goes. */
export function HomePage() {
  const site = useSiteName();
  usePageTitle(site);
  return (
    <>
      <Hero />
      <div className="hb-container">
        <Parties />
        <Journey />
        <Panels />
      </div>
    </>
  );
}

function Hero() {
  const { t } = useTranslation('public');
  const city = useCity();
  return (
    <section className="hb-hero">
      <Hills className="hb-hero__hills" />
      <div className="hb-hero__in">
        <p className="hb-hero__over">{city?.bureauName ?? t('home.over')}</p>
        <h1 tabIndex={-1}>{t('home.title')}</h1>
        <p className="hb-hero__lead">{t('home.lead')}</p>
        <ul className="hb-hero__entries hb-plain-list">
          {ENTRIES.map(entry => (
            <li key={entry.key}>
              <AppLink to={entry.to}>
                <span className="hb-hero__icon" aria-hidden>
                  {entry.icon}
                </span>
                <strong>{t(`home.entry.${entry.key}.title`)}</strong>
                <span>{t(`home.entry.${entry.key}.text`)}</span>
                <ArrowRightOutlined className="hb-hero__go" aria-hidden />
              </AppLink>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Parties() {
  const { t } = useTranslation('public');
  return (
    <section className="hb-home__section" aria-labelledby="home-parties">
      <h2 id="home-parties">{t('home.parties.title')}</h2>
      <div className="hb-parties">
        {PARTIES.map(party => (
          <article key={party}>
            <h3>{t(`home.parties.${party}.title`)}</h3>
            <ul>
              {(t(`home.parties.${party}.can`, { returnObjects: true }) as string[]).map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </section>
  );
}

function Journey() {
  const { t } = useTranslation('public');
  return (
    <section className="hb-home__section hb-journey" aria-labelledby="home-journey">
      <div>
        <h2 id="home-journey">{t('home.journey.title')}</h2>
        <p className="hb-muted">{t('home.journey.lead')}</p>
      </div>
      <ol>
        {STEPS.map((step, index) => (
          <li key={step}>
            <span className="hb-journey__no" aria-hidden>
              {index + 1}
            </span>
            <div>
              <strong>{t(`home.journey.${step}.title`)}</strong>
              <p>{t(`home.journey.${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Panels() {
  const { t } = useTranslation();
  if (homePanels.length === 0) return null;
  return (
    <section className="hb-panels">
      {homePanels.map(panel => (
        <article key={panel.more} className="hb-card">
          <div className="hb-panels__head">
            <h2>{textOf(panel.title)}</h2>
            <AppLink to={panel.more}>
              {t('action.all')}
              <span className="hb-sr-only"> {textOf(panel.title)}</span>
            </AppLink>
          </div>
          <panel.list />
        </article>
      ))}
    </section>
  );
}

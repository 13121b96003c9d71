import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/AppLink';
import type { Line } from './model';
import './credit.css';

/** A grade in a word and a colour: the word alone would do. */
export function Grade({ title, colour }: { readonly title: string; readonly colour: string }) {
  return <span className={`hb-credit__dot hb-credit__dot--${colour}`}>{title}</span>;
}

/** The grade at a glance: word, colour, score. */
export function Plate({ label, title, colour, score, children }: { readonly label: string; readonly title: string; readonly colour: string; readonly score: string; readonly children?: ReactNode }) {
  const { t } = useTranslation('credit');
  return (
    <div className="hb-credit__head">
      <div className={`hb-credit__plate hb-credit__plate--${colour}`}>
        <span className="hb-small">{label}</span>
        <strong>{title}</strong>
      </div>
      <div>
        <span className="hb-credit__score hb-num">{score}</span> {t('points')}
        {children}
      </div>
    </div>
  );
}

/** The explanation line by line. What acts on the grade alone has no number of its own. */
export function Lines({ lines, score, eventLink }: { readonly lines: readonly Line[]; readonly score: string; readonly eventLink: string }) {
  const { t } = useTranslation('credit');
  const numbers = lines.filter(line => line.contribution !== null);
  const weighted = numbers.some(line => line.weight !== null);
  return (
    <div className="hb-credit__scroll" role="region" aria-label={t('lines.caption')} tabIndex={0}>
      <table className="hb-credit__table">
        <thead>
          <tr>
            <th scope="col">{t('lines.item')}</th>
            {weighted && <th scope="col" className="hb-num hb-credit__wide">{t('lines.weight')}</th>}
            {weighted && <th scope="col" className="hb-num hb-credit__wide">{t('lines.score')}</th>}
            <th scope="col" className="hb-num">{t('lines.contribution')}</th>
            <th scope="col" className="hb-credit__wide">{t('lines.basis')}</th>
          </tr>
        </thead>
        <tbody>{numbers.map((line, nth) => <NumberRow key={`${line.code}-${nth}`} line={line} weighted={weighted} eventLink={eventLink} />)}</tbody>
        <tfoot>
          <tr><th scope="row">{t('lines.total')}</th>{weighted && <><td className="hb-credit__wide" /><td className="hb-credit__wide" /></>}<td className="hb-num">{score}</td><td className="hb-credit__wide" /></tr>
        </tfoot>
      </table>
      <Acting lines={lines.filter(line => line.contribution === null)} />
    </div>
  );
}

function NumberRow({ line, weighted, eventLink }: { readonly line: Line; readonly weighted: boolean; readonly eventLink: string }) {
  const { t } = useTranslation('credit');
  const { kind, title, weight, score, contribution, note, eventIds, legalBasis, verified } = line;
  const signed = kind === 'event' || kind === 'measure' || kind === 'limit' ? (contribution?.startsWith('-') || contribution === '0' ? contribution : `+${contribution ?? ''}`) : contribution;
  return (
    <tr>
      <th scope="row">
        {eventIds.length > 0 ? <AppLink to={eventLink}>{title}</AppLink> : title}
        {note && <div className="hb-small hb-muted">{t(`lines.note.${note}`)}</div>}
      </th>
      {weighted && <td className="hb-num hb-credit__wide">{weight ?? ''}</td>}
      {weighted && <td className="hb-num hb-credit__wide">{score ?? '—'}</td>}
      <td className="hb-num">{signed}</td>
      <td className="hb-small hb-credit__wide">{legalBasis}{!verified && t('unverified')}</td>
    </tr>
  );
}

function Acting({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation('credit');
  const how = ({ kind, score }: Line): string => (kind === 'veto' ? t('lines.veto') : t(`lines.${kind as 'tier' | 'downgrade' | 'gate'}`, { score: score ?? '' }));
  if (lines.length === 0) return null;
  return (
    <ul className="hb-lines hb-credit__acting">
      {lines.map(line => <li key={`${line.kind}-${line.code}`}><strong>{line.title}</strong> <span className="hb-muted">{how(line)}</span> <span className="hb-small hb-muted">{line.legalBasis}{!line.verified && t('unverified')}</span></li>)}
    </ul>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { useSession } from '@/session/session';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { heightOf, MAP_WIDTH, pointOf, radiusOf, zoomed, type Window } from '../register/projection';
import { FIGURES, type HotSpot, type HotSpots } from './model';
import { Outline } from './PlaceMap';

const MOST_NAMED = 10;

/** Where complaints come from; everything in the drawing stands in the list beside it as well. */
export function HotSpotMap({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('complaints');
  const map = useQuery(readPath<HotSpots>(`${FIGURES}/hot-spots`, query));
  const [chosen, setChosen] = useState<HotSpot | null>(null);
  const [window, setWindow] = useState<Window | null>(null);
  if (map.error) return <ProblemAlert error={map.error} onRetry={() => void map.refetch()} />;
  if (!map.data) return <Skeleton lines={8} />;
  const { data } = map;
  const shown = window ?? data;
  return (
    <section className="hb-card hb-stack">
      <h2>{t('figures.mapTitle')}</h2>
      <p className="hb-small">{t('figures.mapCount', { placed: data.placed, without: data.withoutPlace })}</p>
      <div className="hb-row hb-no-print">
        <Button onClick={() => setWindow(zoomed(shown, 0.5, chosen ? [chosen.lng, chosen.lat] : data.spots[0] ? [data.spots[0].lng, data.spots[0].lat] : undefined))}>{t('report.place.in')}</Button>
        <Button onClick={() => setWindow(null)} disabled={window === null}>{t('report.place.out')}</Button>
      </div>
      <div className="hb-complaints__split">
        <Drawing data={data} window={shown} onChoose={setChosen} />
        {chosen ? <OneSpot spot={chosen} onClose={() => setChosen(null)} /> : <Ranking spots={data.spots} onChoose={setChosen} />}
      </div>
      <p className="hb-small hb-muted">{t('figures.mapNotice')}</p>
    </section>
  );
}

function Drawing({ data, window, onChoose }: { readonly data: HotSpots; readonly window: Window; readonly onChoose: (spot: HotSpot) => void }) {
  const { t } = useTranslation('complaints');
  return (
    <svg viewBox={`0 0 ${MAP_WIDTH} ${heightOf(window)}`} className="hb-complaints__map" role="group" aria-label={t('figures.mapTitle')}>
      <Outline rings={data.outline} window={window} />
      {data.spots.map(spot => {
        const [x, y] = pointOf(window, spot.lng, spot.lat);
        const name = t('figures.spot', { count: spot.count });
        return (
          <g key={`${spot.lng} ${spot.lat}`} role="button" tabIndex={0} className="hb-complaints__spot" aria-label={`${name} ${spot.complaints[0]?.place ?? ''}`} onClick={() => onChoose(spot)}
            onKeyDown={event => { if (event.key !== 'Enter' && event.key !== ' ') return; event.preventDefault(); onChoose(spot); }}>
            <circle cx={x} cy={y} r={radiusOf(spot.count) + 3 * Math.min(4, spot.count - 1)} />
            <text x={x} y={y} dy="0.35em" textAnchor="middle">{spot.count}</text>
          </g>
        );
      })}
    </svg>
  );
}

function Ranking({ spots, onChoose }: { readonly spots: readonly HotSpot[]; readonly onChoose: (spot: HotSpot) => void }) {
  const { t } = useTranslation('complaints');
  return (
    <div>
      <h3>{t('figures.rank')}</h3>
      <ol>{spots.slice(0, MOST_NAMED).map(spot => <li key={`${spot.lng} ${spot.lat}`}><Button type="link" onClick={() => onChoose(spot)}>{spot.complaints[0]?.place ?? ''}</Button> <span className="hb-num">{spot.count}</span></li>)}</ol>
    </div>
  );
}

function OneSpot({ spot, onClose }: { readonly spot: HotSpot; readonly onClose: () => void }) {
  const { t } = useTranslation('complaints');
  const { base } = useSession();
  return (
    <div className="hb-stack">
      <h3>{t('figures.spotTitle', { count: spot.count })}</h3>
      <ul className="hb-plain-list">{spot.complaints.map(one => <li key={one.id}><AppLink to={`${base}/complaints/${one.id}`}>{one.place}</AppLink> <span className="hb-small hb-muted hb-num">{one.number}</span></li>)}</ul>
      <div><Button onClick={onClose}>{t('figures.close')}</Button></div>
    </div>
  );
}

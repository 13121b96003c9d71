import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { AppLink } from '@/shared/ui/AppLink';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { Skeleton } from '@/shared/ui/Skeletons';
import { registerPath, type MapPlace, type RegisterMap } from './model';
import { heightOf, MAP_WIDTH, moved, NARROWEST, pointOf, radiusOf, WIDEST, zoomed, type Window } from './projection';

interface Props {
  readonly filter: Readonly<Record<string, string | undefined>>;
}

/** How much of the window is left when a mark of several is opened. */
const NEARER = 0.4;
const STEPS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-0.25, 0], ArrowRight: [0.25, 0], ArrowUp: [0, 0.25], ArrowDown: [0, -0.25] };

/** Permits by place: a drawing of our own, without anybody's tiles. Everything in it can be reached by keyboard. */
export function MapView({ filter }: Props) {
  const { t } = useTranslation('register');
  const { sort: _sort, ...asked } = filter;
  const [window, setWindow] = useState<Window | null>(null);
  const map = useQuery({ ...readPath<RegisterMap>(`${registerPath}/map`, { ...asked, ...(window ?? {}) }), placeholderData: keepPreviousData, staleTime: 0 });
  const [whole, setWhole] = useState<Window | null>(null);
  const [chosen, setChosen] = useState<MapPlace | null>(null);
  const opener = useRef<HTMLElement | SVGElement | null>(null);
  const list = (place: MapPlace): void => {
    opener.current = document.activeElement as HTMLElement | SVGElement | null;
    setChosen(place);
  };
  const unlist = (): void => {
    setChosen(null);
    opener.current?.focus();
  };
  if (map.error) return <ProblemAlert error={map.error} />;
  if (!map.data) return <Skeleton lines={8} />;
  const { data } = map;
  const shown = window ?? data;
  if (whole === null && window === null) setWhole({ west: data.west, south: data.south, east: data.east, north: data.north });
  const width = shown.east - shown.west;
  const full = whole ? whole.east - whole.west : width;
  const go = (next: Window): void => {
    const wide = next.east - next.west;
    setChosen(null);
    if (wide >= NARROWEST && wide <= full * WIDEST) setWindow({ west: Math.max(-180, next.west), east: Math.min(180, next.east), south: Math.max(-90, next.south), north: Math.min(90, next.north) });
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step) go(moved(shown, step));
    else if (event.key === '+' || event.key === '=') go(zoomed(shown, 0.5));
    else if (event.key === '-') go(zoomed(shown, 2));
    else return;
    event.preventDefault();
  };
  return (
    <section className="hb-card hb-register__map" aria-label={t('map.title')} aria-busy={map.isFetching}>
      <div className="hb-row hb-no-print">
        <Button onClick={() => go(zoomed(shown, 0.5))}>{t('map.in')}</Button>
        <Button onClick={() => go(zoomed(shown, 2))}>{t('map.out')}</Button>
        <Button onClick={() => setWindow(null)} disabled={window === null}>{t('map.whole')}</Button>
      </div>
      <div onKeyDown={onKey}>
        <Drawing data={data} window={shown} onNear={place => (place.permits.length > 0 ? list(place) : go(zoomed(shown, NEARER, [place.longitude, place.latitude])))} />
      </div>
      {chosen && data.places.includes(chosen) && <AtOnePlace place={chosen} onClose={unlist} />}
      <p className="hb-small" role="status">
        {t('map.count', { count: data.total })}
        {data.withoutPlace > 0 && ` ${t('map.without', { count: data.withoutPlace })}`}
      </p>
      <p className="hb-small hb-muted">{t('map.notice')}</p>
    </section>
  );
}

/** Permits of one place cannot be told apart on a map: here they are by name. */
function AtOnePlace({ place, onClose }: { readonly place: MapPlace; readonly onClose: () => void }) {
  const { t } = useTranslation('register');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [place]);
  return (
    <section className="hb-stack" aria-labelledby="hb-register-here">
      <h2 id="hb-register-here" ref={title} tabIndex={-1}>{t('map.here', { count: place.count })}</h2>
      <ul className="hb-register__here">
        {place.permits.map(one => (
          <li key={one.id}>
            <AppLink to={`/check/${one.id}`}>{one.name}</AppLink> <span className="hb-small hb-muted">{one.number}</span>
          </li>
        ))}
      </ul>
      {place.count > place.permits.length && <p className="hb-small">{t('map.more', { count: place.count - place.permits.length })}</p>}
      <Button onClick={onClose}>{t('map.close')}</Button>
    </section>
  );
}

interface DrawingProps {
  readonly data: RegisterMap;
  readonly window: Window;
  readonly onNear: (place: MapPlace) => void;
}

function Drawing({ data, window, onNear }: DrawingProps) {
  const { t } = useTranslation('register');
  const lines = data.outline.map(ring => ring.map(([longitude = 0, latitude = 0]) => pointOf(window, longitude, latitude).map(value => value.toFixed(1)).join(' ')).join('L'));
  return (
    <svg viewBox={`0 0 ${MAP_WIDTH} ${heightOf(window)}`} className="hb-register__svg" role="group" aria-label={t('map.group')}>
      <path d={lines.map(line => `M${line}Z`).join('')} className="hb-register__outline" />
      {data.places.map(place => <Mark key={place.id ?? `${place.longitude},${place.latitude}`} place={place} at={pointOf(window, place.longitude, place.latitude)} onNear={onNear} />)}
    </svg>
  );
}

/** One permit is a way to its page; several are a way nearer. */
function Mark({ place, at, onNear }: { readonly place: MapPlace; readonly at: readonly [number, number]; readonly onNear: (place: MapPlace) => void }) {
  const { t } = useTranslation('register');
  const navigate = useNavigate();
  const act = (): void => {
    if (place.id === null) onNear(place);
    else void navigate({ to: `/check/${place.id}` });
  };
  const name = place.id === null ? t(place.permits.length > 0 ? 'map.severalHere' : 'map.several', { count: place.count }) : (place.name ?? '');
  return (
    <g
      role={place.id === null ? 'button' : 'link'}
      tabIndex={0}
      aria-label={name}
      className={`hb-register__mark${place.id === null ? ' hb-register__mark--several' : ''}`}
      onClick={act}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        act();
      }}
    >
      <title>{name}</title>
      <circle cx={at[0]} cy={at[1]} r={radiusOf(place.count)} />
      {place.count > 1 && <text x={at[0]} y={at[1]} dy="0.35em" textAnchor="middle">{place.count > 9999 ? `${Math.round(place.count / 1000)}k` : place.count}</text>}
    </g>
  );
}

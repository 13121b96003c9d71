import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import { registerPath, type RegisterMap } from '../register/model';
import { heightOf, MAP_WIDTH, pointOf, zoomed, type Window } from '../register/projection';
import './complaints.css';

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

interface Props {
  readonly value: Point | null;
  readonly onChange: (point: Point | null) => void;
}

/** Marks a place on a sketch of the city. Words are enough: the mark only helps. */
export function PlaceMap({ value, onChange }: Props) {
  const { t } = useTranslation('complaints');
  const map = useQuery({ ...readPath<RegisterMap>(`${registerPath}/map`), staleTime: 3_600_000, retry: false });
  const [window, setWindow] = useState<Window | null>(null);
  const [asking, setAsking] = useState<'no' | 'asked' | 'failed'>('no');
  const locate = (): void => {
    if (!('geolocation' in navigator)) return setAsking('failed');
    setAsking('asked');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking('no');
        onChange(rounded(coords.longitude, coords.latitude));
      },
      () => setAsking('failed'),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    );
  };
  const shown = window ?? map.data;
  return (
    <div className="hb-stack">
      <strong>{t('report.place.map')}</strong>
      <p className="hb-small hb-muted">{t('report.place.mapHelp')}</p>
      <div className="hb-row">
        <Button onClick={locate} loading={asking === 'asked'}>{t(asking === 'asked' ? 'report.place.locating' : 'report.place.locate')}</Button>
        {shown && <Button onClick={() => setWindow(zoomed(shown, 0.5, value ? [value.lng, value.lat] : undefined))}>{t('report.place.in')}</Button>}
        {window && <Button onClick={() => setWindow(null)}>{t('report.place.out')}</Button>}
        {value && <Button type="text" onClick={() => onChange(null)}>{t('report.place.clear')}</Button>}
      </div>
      <p role="status" className="hb-small">{asking === 'failed' ? t('report.place.noPosition') : value ? t('report.place.marked', { east: value.lng, north: value.lat }) : ''}</p>
      {map.data && shown && <Sketch map={map.data} window={shown} value={value} onChange={onChange} />}
    </div>
  );
}

const rounded = (lng: number, lat: number): Point => ({ lng: Math.round(lng * 1e5) / 1e5, lat: Math.round(lat * 1e5) / 1e5 });

function Sketch({ map, window, value, onChange }: Props & { readonly map: RegisterMap; readonly window: Window }) {
  const { t } = useTranslation('complaints');
  const height = heightOf(window);
  const mark = (event: MouseEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    onChange(rounded(window.west + x * (window.east - window.west), window.north - y * (window.north - window.south)));
  };
  const at = value && pointOf(window, value.lng, value.lat);
  return (
    <svg viewBox={`0 0 ${MAP_WIDTH} ${height}`} className="hb-complaints__map hb-complaints__map--pick" role="img" aria-label={t('report.place.map')} onClick={mark}>
      <Outline rings={map.outline} window={window} />
      {at && <circle cx={at[0]} cy={at[1]} r={10} className="hb-complaints__mark" />}
    </svg>
  );
}

export function Outline({ rings, window }: { readonly rings: readonly (readonly (readonly number[])[])[]; readonly window: Window }) {
  const lines = rings.map(ring => ring.map(([lng = 0, lat = 0]) => pointOf(window, lng, lat).map(part => part.toFixed(1)).join(' ')).join('L'));
  return <path d={lines.map(line => `M${line}Z`).join('')} className="hb-complaints__outline" />;
}

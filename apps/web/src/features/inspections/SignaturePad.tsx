import { Button } from 'antd';
import { useEffect, useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';

const [WIDE, HIGH, INK] = [640, 280, 4];

/** A place to sign with a finger; the picture is what was drawn, on white. */
export function SignaturePad({ onChange }: { readonly onChange: (picture: Blob | null) => void }) {
  const { t } = useTranslation('inspections');
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const clear = (): void => {
    const ink = canvas.current?.getContext('2d');
    if (!ink) return;
    ink.fillStyle = '#fff';
    ink.fillRect(0, 0, WIDE, HIGH);
    onChange(null);
  };
  // once: the ground is white before anybody signs
  useEffect(clear, []);
  const at = ({ clientX, clientY }: PointerEvent): { x: number; y: number } => {
    const box = canvas.current?.getBoundingClientRect();
    return box ? { x: ((clientX - box.left) / box.width) * WIDE, y: ((clientY - box.top) / box.height) * HIGH } : { x: 0, y: 0 };
  };
  const draw = (event: PointerEvent): void => {
    const ink = canvas.current?.getContext('2d');
    if (!ink || !last.current) return;
    const to = at(event);
    ink.strokeStyle = '#14231d';
    ink.lineWidth = INK;
    ink.lineCap = 'round';
    ink.beginPath();
    ink.moveTo(last.current.x, last.current.y);
    ink.lineTo(to.x, to.y);
    ink.stroke();
    last.current = to;
  };
  return (
    <div className="hb-stack" style={{ gap: 8 }}>
      <canvas
        ref={canvas} width={WIDE} height={HIGH} className="hb-pad" role="img" aria-label={t('sign.pad')}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = at(event);
        }}
        onPointerMove={draw}
        onPointerUp={event => {
          draw(event);
          last.current = null;
          canvas.current?.toBlob(onChange, 'image/png');
        }}
      />
      <div><Button onClick={clear}>{t('sign.clear')}</Button></div>
    </div>
  );
}

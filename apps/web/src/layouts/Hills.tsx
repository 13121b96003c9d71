/** Loess hills and a river, in contour lines: the picture of the platform. Decorative only. */
export function Hills({ className }: { readonly className?: string }) {
  return (
    <svg className={className} viewBox="0 0 1440 420" preserveAspectRatio="xMidYMax slice" aria-hidden focusable="false">
      <path d="M0 250C160 190 250 120 380 130s190 110 330 90 210-140 360-130 230 120 370 100v230H0Z" fill="#dcebe3" />
      <path d="M0 300c140-20 230-90 360-80s230 90 380 70 220-100 370-80 210 80 330 60v150H0Z" fill="#c4decf" />
      <path d="M0 345c160-10 260-50 420-40s260 50 420 40 250-60 380-40 140 30 220 25v90H0Z" fill="#9fcab5" />
      <g fill="none" stroke="#fff" strokeOpacity=".55" strokeWidth="1.5">
        <path d="M0 268c160-58 252-122 380-114s192 108 330 90 212-136 360-126 232 116 370 98" />
        <path d="M0 286c160-54 254-112 380-104s192 100 330 84 212-126 360-116 232 108 370 92" />
        <path d="M0 322c140-18 232-84 360-74s232 84 380 66 222-94 370-74 212 74 330 56" />
      </g>
      <path d="M0 392c180-26 300 16 480 2s300-34 480-12 300 20 480-6v44H0Z" fill="#5fa98a" opacity=".55" />
      <path d="M0 402c180-18 300 12 480 4s300-22 480-6 300 12 480-4" fill="none" stroke="#fff" strokeOpacity=".7" strokeWidth="2" />
    </svg>
  );
}

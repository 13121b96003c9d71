// Figures side by side: what was measured small and large, the ratio, and whether what is wanted holds.

const sorted = values => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
export const p50 = values => at(values, 0.5);
export const p95 = values => at(values, 0.95);

const said = value => (value >= 10_000 ? String(Math.round(value)) : value.toFixed(1));

/**
 * @param {string[]} names of the two columns
 * @param {Map<string, number[]>[]} measured what was done → the times it took, small and large
 * @param {[RegExp, number][]} limits p95 wanted of the large one
 */
export function ratioTable(names, [small, large], limits) {
  const head = `${'what'.padEnd(46)} ${names.map(name => `${name}: p50 / p95 / max`.padStart(30)).join(' ')} ${'ratio'.padStart(6)} ${'wanted'.padStart(8)}`;
  let failed = 0;
  const lines = [...large].map(([what, values]) => {
    const before = small.get(what);
    const wanted = limits.find(([pattern]) => pattern.test(what))?.[1];
    const holds = wanted === undefined || p95(values) <= wanted;
    if (!holds) failed += 1;
    const cell = list => (list ? `${said(p50(list))} / ${said(p95(list))} / ${said(Math.max(...list))}` : '–').padStart(30);
    const ratio = before ? (p95(values) / p95(before)).toFixed(2) : '–';
    return `${what.padEnd(46)} ${cell(before)} ${cell(values)} ${ratio.padStart(6)} ${(wanted ? `≤ ${wanted}` : '').padStart(8)}${holds ? '' : ' !'}`;
  });
  return [head, ...lines, `${failed} do not hold.`].join('\n');
}

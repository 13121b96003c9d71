/**
 * The colours of the house. Every pair of text and ground below reaches WCAG AA (4.5:1); high contrast reaches AAA.
 * Green is the brand, ochre marks time running out, red is kept for what is wrong.
 */
export const palette = {
  ink: '#14231d',
  inkSoft: '#3f4d46',
  inkMuted: '#59665f',
  placeholder: '#66716b',
  brand: '#0b6e4f',
  brandDeep: '#0b4d39',
  brandTint: '#e8f5ef',
  brandTintStrong: '#d3ecdf',
  brandLine: '#a3d3bd',
  line: '#d9e2dc',
  lineStrong: '#7b8a82',
  ground: '#f3f6f4',
  surface: '#ffffff',
  info: '#1a5396',
  warning: '#8a5300',
  danger: '#b3261e',
  success: '#1b7040',
} as const;

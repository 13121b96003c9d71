import type { ThemeConfig } from 'antd';
import type { Display } from './display';
import { palette } from './palette';

/** System fonts only: no web font has to arrive before Chinese text can be read. */
const FONT =
  "-apple-system, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

type Tokens = NonNullable<ThemeConfig['token']>;

const base: Tokens = {
  fontFamily: FONT,
  colorPrimary: palette.brand,
  colorPrimaryHover: '#0a5f45',
  colorPrimaryActive: palette.brandDeep,
  // antd derives a muddy grey from a dark green; these five keep selected rows and menu entries readable.
  colorPrimaryBg: palette.brandTint,
  colorPrimaryBgHover: palette.brandTintStrong,
  colorPrimaryBorder: palette.brandLine,
  controlItemBgActive: palette.brandTint,
  controlItemBgActiveHover: palette.brandTintStrong,
  colorInfo: palette.info,
  colorSuccess: palette.success,
  colorWarning: palette.warning,
  colorError: palette.danger,
  colorLink: palette.brand,
  colorLinkHover: palette.brandDeep,
  colorText: palette.ink,
  colorTextSecondary: palette.inkSoft,
  colorTextTertiary: palette.inkMuted,
  colorTextDescription: palette.inkMuted,
  colorTextQuaternary: palette.placeholder,
  colorTextPlaceholder: palette.placeholder,
  colorTextHeading: palette.ink,
  colorBorder: '#a9b6af',
  colorBorderSecondary: palette.line,
  colorSplit: palette.line,
  // grounds of notices: what antd derives from our dark tones is mud
  colorSuccessBg: palette.brandTint,
  colorSuccessBorder: palette.brandLine,
  colorInfoBg: '#e7f0fb',
  colorInfoBorder: '#b5cdea',
  colorWarningBg: '#fdf3dd',
  colorWarningBorder: '#ecc987',
  colorErrorBg: '#fdeeec',
  colorErrorBorder: '#efb8b3',
  colorBgLayout: palette.ground,
  borderRadius: 6,
  borderRadiusLG: 10,
  fontSize: 15,
  lineHeight: 1.6,
  controlHeight: 38,
  controlHeightLG: 46,
  controlHeightSM: 30,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.18s',
  boxShadow: '0 6px 24px rgba(20, 35, 29, 0.10)',
  boxShadowSecondary: '0 8px 28px rgba(20, 35, 29, 0.14)',
};

/** 适老化: 18 px text and 46 px controls, as the accessibility rules for government sites ask. */
const large: Tokens = { fontSize: 19, controlHeight: 48, controlHeightLG: 56, controlHeightSM: 42 };

const highContrast: Tokens = {
  colorPrimary: '#00452f',
  colorPrimaryHover: '#00301f',
  colorPrimaryActive: '#00301f',
  colorLink: '#00452f',
  colorText: '#000000',
  colorTextHeading: '#000000',
  colorTextSecondary: '#111111',
  colorTextTertiary: '#1f1f1f',
  colorTextDescription: '#1f1f1f',
  colorTextQuaternary: '#3a3a3a',
  colorTextPlaceholder: '#3a3a3a',
  colorBorder: '#1a1a1a',
  colorBorderSecondary: '#555555',
  colorSplit: '#777777',
  colorError: '#8f0f0a',
  colorBgLayout: '#ffffff',
};

/** The antd theme for how this person wants to see things. @param still nothing moves */
export function antdTheme(display: Display, still = false): ThemeConfig {
  return {
    token: {
      ...base,
      ...(still ? { motion: false } : {}),
      ...(display.size === 'large' ? large : {}),
      ...(display.contrast === 'high' ? highContrast : {}),
    },
    components: {
      Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: { headerBg: '#f0f4f1', headerColor: palette.inkSoft, headerSplitColor: 'transparent', rowHoverBg: '#f6faf8' },
      Form: { labelColor: palette.ink, itemMarginBottom: 22, verticalLabelPadding: '0 0 4px' },
      Tabs: { titleFontSize: display.size === 'large' ? 19 : 15, horizontalItemGutter: 28 },
      Modal: { titleFontSize: display.size === 'large' ? 22 : 18 },
      Tooltip: { colorBgSpotlight: palette.ink },
    },
  };
}

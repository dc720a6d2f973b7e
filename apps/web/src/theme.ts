import type { ThemeConfig } from 'antd'

const fontFamily =
  '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif'

/** A calm government look: one blue, white, air. Every text colour has a contrast of 4.5 or more on white. */
const base: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    colorPrimaryHover: '#0748b3',
    colorPrimaryActive: '#063a91',
    colorLink: '#0958d9',
    colorLinkHover: '#0748b3',
    colorLinkActive: '#063a91',
    colorSuccess: '#237804',
    colorWarning: '#ad6800',
    colorError: '#cf1322',
    colorErrorHover: '#a8071a',
    colorErrorActive: '#820014',
    colorInfo: '#0958d9',
    colorSuccessBg: '#f6ffed',
    colorSuccessBorder: '#b7eb8f',
    colorWarningBg: '#fffaf0',
    colorWarningBorder: '#e5c687',
    colorErrorBg: '#fff2f0',
    colorErrorBorder: '#ffb3ad',
    colorInfoBg: '#f0f6ff',
    colorInfoBorder: '#a9c9f7',
    colorText: '#1f2329',
    colorTextSecondary: '#4e5661',
    colorTextTertiary: '#646a73',
    colorTextDescription: '#5b626c',
    colorTextPlaceholder: '#6b727c',
    colorTextDisabled: '#6b727c',
    colorBorder: '#c4cad3',
    colorBorderSecondary: '#e4e7ec',
    colorBgLayout: '#f5f6f8',
    borderRadius: 4,
    fontFamily,
    fontSize: 14,
    lineHeight: 1.6,
    controlHeight: 36,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      headerBg: '#f5f6f8',
      headerColor: '#1f2329',
      cellPaddingBlock: 12,
      rowHoverBg: '#f7f9fc',
      rowSelectedBg: '#f0f6ff',
      rowSelectedHoverBg: '#e6f0ff',
    },
    Form: { labelColor: '#1f2329', verticalLabelPadding: '0 0 4px' },
  },
}

/** A finger's density: nothing to touch is lower than 44 px, and no input makes a phone zoom in. */
const finger = { fontSize: 16, controlHeight: 44, controlHeightLG: 48, controlHeightSM: 44 }

/** The theme for a phone or a desk, and for those who asked for nothing that moves. */
export function themeFor({ phone, still }: { phone: boolean; still: boolean }): ThemeConfig {
  // Seven days of a week fit a phone of 375 px.
  const components = { ...base.components, ...(phone && { DatePicker: { cellWidth: 44, cellHeight: 44 } }) }
  return { ...base, components, token: { ...base.token, ...(phone && finger), motion: !still } }
}

import type { ThemeConfig } from 'antd'
import { theme } from 'antd'

export type ThemeName = 'light' | 'dark'

/** The antd theme; tokens.css holds the same values for our own components. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const dark = name === 'dark'
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#3b74bf' : '#1d4f91',
      colorInfo: dark ? '#3b74bf' : '#1d4f91',
      colorLink: dark ? '#7fb0ec' : '#1d4f91',
      colorError: dark ? '#f08a80' : '#b3261e',
      colorText: dark ? '#e6eaf0' : '#1f2937',
      colorTextSecondary: dark ? '#a7b1c0' : '#5b6777',
      colorTextTertiary: dark ? '#98a3b3' : '#626c7b',
      colorTextDescription: dark ? '#98a3b3' : '#626c7b',
      colorTextPlaceholder: dark ? '#98a3b3' : '#626c7b',
      colorBorder: dark ? '#3a4657' : '#d5dbe4',
      colorBgContainer: dark ? '#1a212c' : '#ffffff',
      colorBgElevated: dark ? '#202836' : '#ffffff',
      borderRadius: 6,
      fontSize: 14,
      fontFamily: "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', SimHei, sans-serif",
      // A dialog that grows into its place slides away under a quick hand: the press is lost.
      motion: false,
    },
  }
}

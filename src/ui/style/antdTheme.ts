import type { ThemeConfig } from 'antd'

/** The one visual language, as antd wants to hear it; tokens.css says the same to our own parts. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f91',
    colorInfo: '#1d4f91',
    colorText: '#1f2937',
    colorTextSecondary: '#5b6777',
    colorBorder: '#d5dbe4',
    colorBgLayout: '#f4f6f9',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', SimHei, sans-serif",
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
}

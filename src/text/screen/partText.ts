/** A part of the page that is not there yet, or cannot be fetched. */
export const partText = {
  waiting: '正在打开…',
  failed: '这一部分没有取到：网络断开，或服务器正在重启、升级。图和其他部分不受影响，正在自动重试。',
  close: '先不打开',
} as const

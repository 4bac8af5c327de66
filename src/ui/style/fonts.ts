/** What machines have, first; then the face that exports embed. */
export const fontFamilies =
  "'Qingquan Sans', 'Noto Sans SC', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', SimHei, sans-serif"

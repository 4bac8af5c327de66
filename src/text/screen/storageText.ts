/** Why a chart could not be made. */
export const storageText = {
  full: '没有建成：浏览器给本站的存储空间满了。请在首页删去不用的图，或清理磁盘，再试一次。',
  blocked: '没有建成：浏览器没有让本站写入数据。请关闭无痕模式，或在浏览器设置里允许本站存储，再试一次。',
  notFetched: '没有建成：需要的一部分页面没有取到，网络断开或服务器正在重启。请稍后再试一次。',
} as const

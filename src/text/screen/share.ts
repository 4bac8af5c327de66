/** Texts of share links, and of the server's charts on the home page. */
import type { Role } from '../../protocol/roles.ts'

export const roleName = {
  owner: '负责人',
  editor: '编辑',
  reviewer: '审核',
  viewer: '查看',
} as const satisfies Record<Role, string>

export const roleMay = {
  owner: '编辑、恢复版本，还可以分享和删除这张图',
  editor: '编辑、恢复版本、回复意见；不能分享',
  reviewer: '查看，提审核意见；不能改图',
  viewer: '查看内部图和历史；不能改图',
} as const satisfies Record<Role, string>

export const shareText = {
  heading: '分享这张图',
  role: '拿到链接的人可以',
  name: '给谁的链接',
  nameHint: '如：给财务科的链接',
  more: '期限、次数、密码',
  expires: '有效期至（当天有效）',
  maxUses: '最多打开次数',
  password: '密码',
  passwordHint: '不填则不用密码',
  noLimit: '不限',
  make: '生成链接',
  made: '链接已生成。它只显示这一次，请现在复制。',
  copy: '复制',
  copied: '已复制',
  copyByHand: '浏览器不允许自动复制。链接已选中，请按 Ctrl+C。',
  links: '已有链接',
  none: '还没有链接。',
  unnamed: '未命名的链接',
  ownLink: '您自己的链接',
  mine: '您自己在用',
  lastOwner: '最后一条负责人链接不能收回：请先生成新的负责人链接',
  createdAt: (day: string) => `${day} 生成`,
  expiresAt: (day: string) => `${day} 到期`,
  expired: '已过期',
  revoked: '已收回',
  usedUp: '次数已满',
  uses: (count: number, most: number | undefined) =>
    most === undefined ? `打开过 ${count} 次` : `打开过 ${count} 次，最多 ${most} 次`,
  neverUsed: '还没有人打开过',
  withPassword: '有密码',
  who: (name: string, post: string) => (post === '' ? name || '未署名' : `${name || '未署名'}（${post}）`),
  use: (who: string, time: string) => `${who}　${time}`,
  moreUses: (count: number) => `还有 ${count} 次`,
  revoke: '收回',
  revokeAsk: (name: string) => `收回“${name}”？`,
  revokeNote:
    '用这个链接进来的人会立即失去权限，正打开的页面也会断开。看过的人记得什么、另外导出过什么，收不回来。',
  revokeOwn: '您自己就是用这个链接进来的：收回后，您也会失去它给的权限，这张图可能再也打不开。',
  copies: '收回或到期后，对方浏览器里的内容',
  copiesName: { remove: '移除', lock: '锁住，重新拿到链接再打开' },
  program: (address: string) => `程序（${address}）`,
  onlyOwners: '只有这张图的负责人可以分享。请向把链接发给您的人要。',
  notThere: '这张图还没有传到服务器。连上服务器并署名之后就可以分享。',
  loading: '正在读取链接…',
  notThereYet: '这张图的修改还没有全部存到服务器，对方打开会看不到。连上服务器、显示“已保存”后再生成链接。',
  badExpiry: '有效期要晚于今天。',
  badUses: '打开次数要是 1 以上的整数。',
} as const

export const chartListText = {
  onlyHere: '仅在本机',
  offline: '离线',
  removeToBin: (title: string) => `“${title}”已移到回收站，保留 30 天`,
  undo: '撤销',
  removeHere: (title: string) => `从本机移除“${title}”？服务器上的图不受影响；还没有传到服务器的改动会丢失。`,
  remove: '移除',
  bin: '回收站',
  binHeading: '回收站',
  binNote: '移到这里的图保留 30 天，之后自动删除。标“本机”的只在这个浏览器里。',
  binNone: '回收站是空的。',
  binBack: '返回',
  putBack: '放回',
  putBackDone: (title: string) => `“${title}”已放回`,
  deletedAt: (day: string) => `${day} 删除`,
  keptOnServer: '标“仅在本机”的图保存在本机浏览器中，其他的在服务器上',
} as const

/** Output of `qingquan admin`. */

const catalogueNames = { view: '看', edit: '编', manage: '管' } as const

interface SayableLink {
  readonly id: string
  readonly name: string
  readonly scope: 'unit' | 'administrator'
  readonly catalogue?: keyof typeof catalogueNames
  readonly publishes: boolean
  readonly state: 'good' | 'revoked' | 'expired'
  readonly uses: number
}

const scopeNames = { unit: '单位链接', administrator: '管理员链接' } as const

const stateNames = { good: '有效', revoked: '已收回', expired: '已过期' } as const

export const adminWords = {
  usage: [
    'qingquan admin links|add|revoke|recover [选项]',
    '  管理员链接和单位链接；直接读写数据目录，服务在不在运行都可以',
    '  links              列出全部链接',
    '  add                新建管理员链接；加 --unit 是单位链接，可写 --catalogue view|edit|manage（职权目录：看、编、管）和 --publish（可以公开）',
    '  revoke 编号        收回一条链接，凭它进来的人立即失去权限',
    '  recover            管理员链接丢失或泄露时用：生成一条新的，收回原来全部管理员链接',
    '  --name 名称        链接的名称，如“给办公室的链接”',
    '  --data 目录        数据目录；不写时用环境变量 DATA_DIR，再不然用 .data',
  ].join('\n'),
  link: ({ id, name, scope, catalogue, publishes, state, uses }: SayableLink) =>
    [
      id,
      scopeNames[scope],
      name || '未命名',
      stateNames[state],
      `打开过 ${uses} 次`,
      ...(catalogue === undefined ? [] : [`职权目录：${catalogueNames[catalogue]}`]),
      ...(publishes ? ['可以公开'] : []),
    ].join('  '),
  none: '没有管理员链接，也没有单位链接。',
  made: (scope: keyof typeof scopeNames, address: string) =>
    `${scopeNames[scope]}（只显示这一次，请妥善保存）：${address}`,
  revoked: (id: string) => `已收回 ${id}。凭它进来的人立即失去权限。`,
  recovered: (count: number) => `已收回原来的 ${count} 条管理员链接，凭它们进来的人不再是管理员。`,
  noSuchLink: (id: string) => `没有编号为“${id}”的管理员链接或单位链接，或者它已经被收回。`,
  lastAdministrator: '这是最后一条有效的管理员链接。请先用 admin add 生成新的，或用 admin recover 换成新的。',
} as const

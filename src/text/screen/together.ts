/** Texts of collaboration: save state, people, roles. */

/** The save state in words. */
export const workStateText = {
  saved: '已保存',
  saving: '正在保存…',
  local: '离线，已存本机',
  nowhere: '尚未保存到任何地方',
} as const

/** Beside the save state while plain requests stand in for the connection, and why. */
export const detourText = {
  mark: '备用连接',
  why: '服务器前面的代理没有放行实时连接，正用普通请求保存和同步：修改照常保存，别人的修改会晚一点看到。请管理员检查代理设置（见 README“放在反向代理后面”）。',
} as const

/** Messages after Ctrl+S. */
export const saveAnswer = {
  saved: '已自动保存，不用手工保存',
  saving: '正在保存，请稍候',
  local: '已自动保存在本机；连上服务器后会自动同步',
  nowhere: '尚未保存到任何地方：浏览器存储写入失败，请先导出 JSON 备份，不要关闭页面',
} as const

/** Why there is no connection, by reason. */
export const whyText = {
  'no-network': '连不上服务器，正在自动重试。修改会先存在本机，连上后自动同步。',
  'no-server': '这里没有清权图服务器，图只保存在本机浏览器中。',
  proxy:
    '服务器前面的反向代理没有放行实时连接，修改只存在本机。请管理员检查代理设置（见 README“放在反向代理后面”）。',
  'server-trouble': '服务器暂时不能保存，稍后自动重试。修改会先存在本机。',
  'not-signed-in':
    '没有用链接登录，图只存在本机浏览器里，可以照常画图和导出。要存到服务器，请用管理员给的单位链接或别人给的链接打开。',
  'no-right': '链接已被收回，或者您没有这张图的权限。修改不会再存到服务器。',
  deleted: '这张图在服务器上已被删除，本机还留有一份。',
} as const

/** Shown instead of a chart whose link was revoked or has expired. */
export const accessEnded = {
  heading: '链接已被收回',
  copies: {
    remove:
      '您打开这张图的链接已被收回或已到期。按分享时的约定，存在这个浏览器里的内容（包括还没有存到服务器的修改）已经移除。',
    lock: '您打开这张图的链接已被收回或已到期。按分享时的约定，存在这个浏览器里的内容（包括还没有存到服务器的修改）已经锁住，重新拿到链接后才能再打开。',
  },
  unsaved: {
    remove: (count: number) => `其中您有 ${count} 处修改还没有存到服务器，也一并移除了。`,
    lock: (count: number) =>
      `其中您有 ${count} 处修改还没有存到服务器，也锁在这里；重新拿到编辑链接后会接着保存。`,
  },
  memory: '看过的人记得什么、另外导出或拍下过什么，是收不回来的。',
} as const

export const saveMark = {
  retry: '重试',
  noDisk: '浏览器存储写入失败。请先导出 JSON 备份，不要关闭页面。',
} as const

/** Why the server finally refused an edit, by code. */
export const refusedText = {
  'too-large': '一次修改太大',
  'document-too-large': '整张图太大',
  'too-long': '有一处文字太长',
  'too-many': '数量太多',
  'read-only': '您的权限是只读',
} as const

export const refusedNotice = {
  title: '服务器没有收下您的修改',
  body: (why: string) => `${why}。修改还在这台电脑上，但不会同步给其他人。请把图文件另存一份，再刷新页面。`,
  other: (code: string) => `服务器认为这次修改有问题（${code}）`,
  saveFile: '保存图文件',
} as const

export const accessName = {
  owner: '所有者',
  editor: '可编辑',
  reviewer: '审核',
  viewer: '查看',
  none: '无权限',
} as const

export const readOnlyText = {
  mark: (role: string) => `只读 · ${role}`,
  hint: '您可以查看和导出，不能修改。需要修改请向图的所有者要编辑链接。',
  refused: '您的权限是只读，不能修改这张图。',
} as const

export const missingText = {
  'no-network': '本机没有这张图，现在又连不上服务器。连上后会自动打开。',
  'no-server': '没有找到这张图。它可能在另一台电脑上，或者已经删除。',
  proxy: '服务器前面的反向代理没有放行实时连接，打不开这张图。请管理员检查代理设置。',
  'server-trouble': '服务器暂时打不开这张图，稍后会自动重试。',
  'not-signed-in': '没有找到这张图。如果它是别人的图，请用对方给您的链接打开。',
  'no-right': '链接已被收回，或者您没有这张图的权限。请用对方给您的链接打开。',
  deleted: '这张图已被删除。',
} as const

export const entrance = {
  heading: '打开共享的图',
  headingAll: '用单位给的链接登记',
  lead: '请留下姓名和岗位，一起画图的人会看到。',
  name: '姓名',
  post: '岗位',
  password: '链接密码',
  enter: '进入',
  entering: '正在进入…',
  home: '回到首页',
  own: '打开本机保存的副本',
  needName: '请填写姓名。',
} as const

/** Why a link does not open the chart, by the server's code. */
export const entranceFault = {
  'wrong-link': '链接不对，可能没有复制完整。请向给您链接的人核对。',
  'link-expired': '链接已过期，请向图的所有者要一个新链接。',
  'link-used-up': '链接的使用次数已用完，请向图的所有者要一个新链接。',
  'password-needed': '这个链接需要密码。',
  'wrong-password': '密码不对，请重新输入。',
  'too-many': '尝试次数太多，请过几分钟再试。',
  'not-found': '这张图已被删除。',
  'no-network': '连不上服务器，请检查网络后重试。',
  other: '服务器没有让您进入，请稍后重试；如果仍不行，请联系管理员。',
} as const

export const personDialog = {
  heading: '您是谁',
  lead: '一起画图的人会看到您的姓名和岗位，历史记录里也会写上。',
  save: '确定',
  later: '以后再说',
} as const

export const collaboratorText = {
  unsigned: '未署名',
  here: '在线的人',
  me: (name: string) => `我：${name}，点击修改姓名和岗位`,
  meUnsigned: '我：未署名，点击填写姓名和岗位',
  follow: (who: string) => `${who}，点击跟随其视野`,
  following: (name: string) => `正在跟随 ${name}，按 Esc 结束`,
  more: (count: number) => `另有 ${count} 人在线`,
  editing: (names: string) => `${names} 正在编辑此环节`,
  deleteAnyway: '仍然删除',
} as const

/** Asked if undo would also remove others' changes. */
export const undoAsk = {
  undo: {
    title: '撤销会连同别人的修改一起撤掉',
    content: '您要撤销的内容，别人已经接着改过，或者在它上面接了流程。撤销以后，别人的这部分修改也会消失。',
    okText: '仍然撤销',
    cancelText: '不撤销',
  },
  redo: {
    title: '重做会连同别人的修改一起去掉',
    content: '您要重做的内容，别人后来又改过。重做以后，别人的这部分修改也会消失。',
    okText: '仍然重做',
    cancelText: '不重做',
  },
} as const

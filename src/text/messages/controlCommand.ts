/** Words of `qingquan control`. */
import { checkResultName } from '../paper/controlForms.ts'

const results = Object.entries(checkResultName)
  .map(([id, name]) => `${id}（${name}）`)
  .join('、')

export const controlCommand = {
  usage: [
    'qingquan control 做什么 --server 网址 [选项]',
    '  措施台账：服务器上各张流程图里的防控措施，每一次应当何时落实、落实了没有。',
    '  链接或令牌从 --token-file 或环境变量 QINGQUAN_TOKEN 读，每行一个；登记时以链接的名称署名。',
    '  list                 列出；--json 输出给程序；--overdue 只列逾期',
    '  form -o 文件         《防控措施落实情况表》，.xlsx 或 .docx',
    '  remind -o 文件       《防控措施落实提醒》：--month 2026-11（不写为本月）到期和此前逾期的',
    '    list、form 可加 --from、--until（应落实日期）、--text 字词、--state 状态、--office 科室、--responsible 责任人',
    `  check 图 措施        登记一次落实：--scheduled 计划日期 --done-on 落实日期 --result ${results} --note 情况`,
    '  move 图 措施         改期：--scheduled 计划日期 --due 新日期 --reason 理由',
    '  revoke 图 记录       撤销登记：--reason 理由',
    '  evidence 图 记录     交证据：--file 文件，或 --name 名称 --text 内容；--on 证据日期',
    '  warnings             预警处置的各件；--json 输出给程序',
    '  warning new open source=审计 problem=问题 about=事项    登记线索',
    '  warning 编号 步骤 字段=值 …    办理一步：judge stands=true text=…；treat colour=yellow way=… addressee=… goal=… deadline=…；',
    '    receipt、progress、mend text=…；review passes=true text=…；askExtension until=… text=…；decideExtension grants=true text=…；close text=…',
    '  risks                风险档案；--json 输出给程序；risk-form -o 文件 《廉政风险档案表》',
    '  freeze 名称          把今天的风险存为一个年度；year 名称 -o 文件 原样取出；compare 名称 名称 -o 文件 《廉政风险年度对比表》',
    '  warning-form -o 文件 《廉政风险预警整改台账》和按季度的统计',
  ].join('\n'),
  wrongJob:
    '请写明要做什么：list、form、remind、check、move、revoke、evidence、risks、risk-form、freeze、year、compare、warnings、warning 或 warning-form',
  wrongWarning: '请写明编号（新的写 new）和步骤，如：warning 2026-001 judge stands=true text=属实',
  wrongYear: '请写明年度存档的名称',
  wrongYears: '请写明两个年度存档的名称',
  frozen: (name: string) => `已存档：${name}`,
  wrongField: (word: string) => `“${word}”要写成 字段=值`,
  noWarning: (which: string) => `没有“${which}”这件预警，或者看不到它`,
  warned: (number: string, state: string) => `${number}：${state}`,
  wrongResult: (said: string) => `--result 没有“${said}”这一种，可以是：${results}`,
  wrongState: (said: string, states: readonly string[]) =>
    `--state 没有“${said}”这一种，可以是：${states.join('、')}`,
  wrongDate: (option: string, said: string) => `--${option} 要写成 2026-11-30 这样的日期，不是“${said}”`,
  wrongMonth: (said: string) => `--month 要写成 2026-11 这样的月份，不是“${said}”`,
  needs: (options: readonly string[]) => `缺少 ${options.map((option) => `--${option}`).join('、')}`,
  needsTwo: '请写明图的编号和措施（或记录）的编号，见 list --json',
  noOutput: '请用 -o 写明输出文件，以 .xlsx 或 .docx 结尾',
  written: (count: number, file: string) => `已写入“${file}”：${count} 次`,
  total: (words: string) => words,
  failed: (title: string) => `读不出这张图的措施：${title}`,
  more: (shown: number, total: number) => `只列出前 ${shown} 次，共 ${total} 次；请缩小范围`,
  suggests: (title: string, measure: string) =>
    `建议：“${title}”的措施“${measure}”连续两次未落实，请考虑修改措施或重新评定风险等级`,
  done: (id: string) => `已登记，记录编号 ${id}`,
} as const

/** Sentences of 办件回放. */
import type { Duty } from '../../model/chart.ts'
import { dutyName } from '../terms.ts'

interface SamePerson {
  readonly person: string
  readonly one: Duty
  readonly other: Duty
  /** Names of the two steps. */
  readonly steps: readonly [string, string]
  readonly isSaid: boolean
}

const editionName = (since: string | undefined) =>
  since === undefined ? '这张图' : `${since.slice(0, 10)} 起施行的版本`

/** 环节 as the chart calls it, recorded names as the record has them: both in 「」. */
export const replayText = {
  usage:
    '用法：qingquan replay 图.json 办件.xlsx|办件.csv… [选项]\n' +
    '  用真实办件核对流程图：跳过、多办、次序颠倒、重复（违程序），岗位不符、一人兼办（超权限），超过时限（超时限）。\n' +
    '  --columns 表头=栏目        指定列，可写多次；栏目：' +
    'case 办件编号、step 环节名称、start 开始时间、end 结束时间、person 处理人、status 办理状态 …\n' +
    '  --bind 记录里的名称=环节   指定环节对应，可写多次\n' +
    '  --matter 事项名称          表里有多个事项时，核对哪一个\n' +
    '  --untraced 环节            系统里不留痕的环节，可写多次\n' +
    '  --posts 人员岗位.csv       姓名、岗位、任职起、任职止（含授权、A/B 角）\n' +
    '  --edition 日期=旧图.json   以前的版本和施行日期，可写多次；办件按开始时施行的版本核对\n' +
    '  --since 日期               现在这张图从何时起施行（用了 --edition 时必填）\n' +
    '  --now 2026-11-28T09:00     未办结的办件算到何时（默认现在）\n' +
    '  --json                     以 JSON 输出\n' +
    '  -o 文件                    写入文件；以 .xlsx 或 .docx 结尾的，写成《办件分析》（按月汇总、环节运行、问题清单、核对说明）',
  noFiles: '请给出流程图和办件表：qingquan replay 图.json 办件.xlsx',
  notACaseTable: (path: string) =>
    `${path} 里没有找到办件：表头中要有办件编号、环节名称（或办理状态）和时间。可以用 --columns 指定列。`,
  badPair: (option: string, value: string) => `${option} 应写成 名称=名称，现在是“${value}”。`,
  noSuchStep: (option: string, name: string) => `${option}：图上没有环节“${name}”。`,
  noSuchColumn: (name: string) => `--columns：没有栏目“${name}”。`,
  severalMatters: (matters: readonly string[]) =>
    `表里有 ${matters.length} 个事项，不知道这张图是哪一个，请指定：${matters.slice(0, 20).join('、')}${matters.length > 20 ? '……' : ''}。`,
  useMatter: '在命令行上用 --matter 事项名称 指定。',
  matter: (name: string, others: number) =>
    `核对的事项：${name}${others === 0 ? '' : `；其他事项的 ${others} 件没有核对`}。`,
  badNow: (value: string) => `--now 不是时间：“${value}”。`,
  badPosts: (path: string) => `${path} 不是人员岗位表：表头中要有姓名和岗位。`,
  badPostRow: (row: number) => `人员岗位表第 ${row} 行未采用：日期无法识别。`,
  unsound: (names: readonly string[], since?: string) =>
    names.length === 0
      ? `${editionName(since)}上没有环节，无法核对。`
      : `${editionName(since)}走不到终点，无法核对：从${names.map((name) => `「${name}」`).join('、')}出发没有去向终点的流线。请先修改流程图。`,
  edition: ({ since, cases }: { readonly since?: string; readonly cases: number }) =>
    since === undefined
      ? `按最早的版本核对 ${cases} 件。`
      : `按 ${since.slice(0, 10)} 起施行的版本核对 ${cases} 件。`,
  beforeEditions: (count: number) => `${count} 件开始于最早的版本之前，没有更早的图，按最早的版本核对。`,
  badEdition: (value: string) => `--edition 应写成 日期=图.json，现在是“${value}”。`,
  noSince: '用了 --edition，还要用 --since 日期 写明现在这张图从何时起施行。',
  badSince: (value: string) => `--since 不是日期：“${value}”。`,
  summary: (cases: number, rows: number, used: number, rejected: number) =>
    `办件 ${cases} 件；表中 ${rows} 行，采用 ${used} 行，未采用 ${rejected} 行。`,
  fits: (exact: number, of: number) => `与流程图完全一致：${exact} 件（共 ${of} 件）。`,
  fitness: (share: number) => `平均符合度：${(share * 100).toFixed(2)}%。`,
  open: (count: number) => `其中未办结 ${count} 件，只核对到已办的环节。`,
  bound: (names: readonly string[]) => `并行分支太多，没有算完，只给出下限的办件：${names.join('、')}。`,
  ledger:
    '这是一行一件的台账：每个环节的时间各当作一行，只有一个时间的按办理的时刻核对，台账没有列的环节看不到。',
  rejected: {
    noCase: '没有办件编号',
    lostNumber: '办件编号被表格软件改成了科学计数，原来的号码已经丢失，请以文本格式重新导出',
    noStep: '没有环节名称或办理状态',
    noTime: '没有时间',
    badTime: '时间无法识别',
    endBeforeStart: '结束时间早于开始时间',
    twice: '与前面的行完全相同',
    resumedOnly: '只有结束，没有对应的开始',
  },
  rejectedRow: (row: number, why: string, text: string) =>
    `第 ${row} 行未采用：${why}${text && `（${text}）`}。`,
  unknownHeadings: (names: readonly string[]) => `没有用到的列：${names.join('、')}。`,
  alike: (name: string, step: string) =>
    `记录里的「${name}」按名称相近当作「${step}」，请核对，不对的请改成正确的环节。`,
  noStep: (names: readonly string[]) =>
    `图上没有的环节，按多办计：${names.map((name) => `「${name}」`).join('、')}。名称不同的请指定对应的环节。`,
  takenForChoice: (name: string) => `「${name}」之后有几条没有写条件的流线，按任选其一核对。`,
  eitherWay: (name: string) => `「${name}」之后的分支，任选其一或同时办理都算符合。`,
  neverSeen: (name: string) =>
    `「${name}」在所有办结的办件里都没有记录：若系统里本来不留痕，请标明不留痕；否则它被一律跳过。`,
  unknownPersons: (names: readonly string[]) => `人员岗位表里没有、未核对岗位的人：${names.join('、')}。`,
  noPosts: '没有给出人员岗位表，未核对岗位。',
  unmeasured: (count: number) => `${count} 个环节只有一个时间，未核对环节时限。`,
  calendarUnknown: '其中有的年份节假日安排未知，按周一至周五计算。',
  noClock: (count: number) => `${count} 件没有核对总时限：图上没有写承诺或法定时限，或记录里没有起算的环节。`,
  caseLine: (number: string, isOpen: boolean) => `${number}${isOpen ? '（未办结）' : ''}`,
  atLeast: (count: number) => `至少 ${count} 处与流程图不一致（未算完）`,
  skipped: (step: string) => `跳过「${step}」`,
  inRow: (row: number) => `第 ${row} 行`,
  /** yyyy-mm-ddThh:mm:ss */
  atTime: (start: string) => start.slice(0, 16).replace('T', ' '),
  added: (name: string, place: string) => `多办「${name}」（${place}）`,
  repeated: (name: string, place: string) => `重复办理「${name}」（${place}）`,
  moved: (step: string, place: string) => `「${step}」次序颠倒（${place}）`,
  wrongPost: (person: string, step: string, held: readonly string[], place: string) =>
    held.length === 0
      ? `${person}当日没有岗位，办理了「${step}」（${place}）`
      : `${person}当日是${held.join('、')}，办理了「${step}」（${place}）`,
  samePerson: ({ person, one, other, steps, isSaid }: SamePerson) =>
    `${person}一人${dutyName[one]}又${dutyName[other]}（「${steps[0]}」「${steps[1]}」${isSaid ? '' : '，职责按环节名称推定，请核实'}）`,
  contradiction: (result: string, step: string, place: string) =>
    `结果不符：记录的结果是“${result}”，却办理了「${step}」（${place}）`,
  lateCase: (used: string, most: string, isRunning: boolean) =>
    `${isRunning ? '已超过' : '超过'}总时限：用了${used}，应在${most}内`,
  lateStep: (step: string, used: string, most: string, place: string) =>
    `「${step}」超过环节时限：用了${used}，应在${most}内（${place}）`,
  shortStep: (step: string, used: string, least: string, place: string) =>
    `「${step}」不足规定期限：只有${used}，应不少于${least}（${place}）`,
  unitGuessed: '图上有的期限只写“日”，没有写明工作日还是自然日，也看不出职权类别：从宽按工作日计算。',
  limitMissed: (step: string, late: number, of: number) =>
    `「${step}」的时限，${of} 件里有 ${late} 件没有做到：请核实是办理拖延，还是时限定得不合实际。`,
  mostlySkipped: (step: string, skipped: number, of: number) =>
    `「${step}」在办结的 ${of} 件里有 ${skipped} 件跳过：请核实是违反程序，还是图上应画成可以不经过。`,
  mostlyAdded: (name: string, count: number, of: number) =>
    `图上没有的「${name}」，${of} 件里有 ${count} 件办了：请核实图上是否漏画了这个环节。`,
  kept: (cases: number) => `办件库里的办件 ${cases} 件。`,
  sameDay: '当日',
} as const

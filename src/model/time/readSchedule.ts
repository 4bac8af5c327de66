/**
 * Parses 完成时间或频次 as offices write it: 每季度末、每月15日、每年2次、2026年11月底前. A text that is not
 * understood whole is refused with the reason: a misread rule would call a unit late, or never.
 */
import { readNumeral } from '../numerals.ts'
import { dayText, lastDateOf, type DayOfMonth, type Schedule, type YearPoint } from './schedule.ts'

export type ScheduleReading =
  /** `assumed`: the text names no day, so that the end of the period was taken. */
  | { readonly ok: true; readonly schedule: Schedule; readonly assumed: boolean }
  | { readonly ok: false; readonly why: ScheduleFault }

export type ScheduleFault = 'not-understood' | 'no-such-day' | 'no-year'

const count = '[一二两三四五六七八九十廿卅\\d]+'
const verbs =
  '开展|进行|组织|实施|完成|落实|报送|报告|上报|通报|公示|公开|汇总|总结|检查|自查|抽查|核查|督查|巡查|复核|核对|对账|盘点|清查|' +
  '评估|考核|培训|学习|教育|召开|研究|分析|更新|轮岗|轮换|测评|回访|提醒|谈话|审计'
const ending = new RegExp(`(?:\\(含\\))?(?:以前|之前|前|以内|之内|内)?(?:${verbs})*$`)
const times = new RegExp(`(?:${verbs}|各|至少|不少于|不低于|原则上)*(${count})次(?:以上)?(?:${verbs})*$`)
const holiday =
  /[,;(]*(?:如)?[遇逢](?:到)?(?:法定)?(?:节假日|节日|假日|休息日|非工作日|双休日|周末)(?:则|的)?,?(顺延|后延|推迟|延后|提前)(?:至[^,;)]{0,10})?\)?/
const running =
  /^(?:随时|实时|即时|适时|日常|经常|长期|持续|常态|不定期|按需|全程|全过程|每日|每天|每(?:个)?工作日|每(?:次|笔|批|件|项|宗|场|例|份|单)|逐(?:次|笔|批|件|项|宗|案|单))/
const periodic = /每(?:周|星期|旬|个?月|季|半年|年)|[月季年]度|\d月/

/** Empty text is not understood. */
export function readSchedule(text: string): ScheduleReading {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/[。;,、]+$/, '')
  const shift = holiday.exec(plain)?.[1]
  const said = plain
    .replace(holiday, '')
    .replace(/^(?:应当?|须|需|要|于|在|原则上|定期|按期|分别)+/, '')
    .replaceAll('每个', '每')
    .replaceAll('季度', '季')
    .replaceAll('星期', '周')
    .replaceAll('年度', '年')
  if (running.test(said.replaceAll('每工作日', '每日')))
    return periodic.test(said.slice(2)) ? wrong('not-understood') : right({ kind: 'running' })
  const found = readTimes(said) ?? readPeriod(said.replace(ending, ''))
  if (!found.ok || found.schedule.kind !== 'yearly' || shift === undefined) return found
  return { ...found, schedule: { ...found.schedule, shift: shift === '提前' ? 'earlier' : 'later' } }
}

function right(schedule: Schedule, given: { readonly assumed?: boolean } = {}): ScheduleReading {
  return { ok: true, schedule, assumed: given.assumed ?? false }
}

function wrong(why: ScheduleFault): ScheduleReading {
  return { ok: false, why }
}

const last: DayOfMonth = { kind: 'last' }

/** 每年2次: as many periods of equal length, each to its end. Undefined where no count is given. */
function readTimes(said: string): ScheduleReading | undefined {
  const found = times.exec(said)
  if (!found) return undefined
  const base = said.slice(0, found.index)
  const many = readNumeral(found[1]!)
  if (many === 1) return readPeriod(base)
  const yearly = /^(?:每|一|按)?年$/.test(base)
    ? many
    : /^(?:每)?半年$/.test(base)
      ? 2 * (many ?? 0)
      : /^(?:每|按)季$/.test(base)
        ? 4 * (many ?? 0)
        : undefined
  if (yearly !== undefined && yearly > 0 && 12 % yearly === 0) return everyMonths(12 / yearly)
  if (/^每月$/.test(base) && many === 2)
    return right(inMonths(allMonths, [{ kind: 'date', date: 15 }, last]), { assumed: true })
  return wrong('not-understood')
}

function readPeriod(said: string): ScheduleReading {
  return (
    readOnce(said) ??
    readWeekly(said) ??
    readMonthly(said) ??
    readQuarterly(said) ??
    readYearly(said) ??
    (/^(?:\d{1,2}|[一二三四五六七八九十]+)月|^(?:今年|本年|年)(?:底|末|终)/.test(said)
      ? wrong('no-year')
      : wrong('not-understood'))
  )
}

const ends = '底|末|终|结束'

function readOnce(said: string): ScheduleReading | undefined {
  const day =
    /^(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})[日号]?$/.exec(said) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(said)
  if (day) return onDay(Number(day[1]), Number(day[2]), Number(day[3]))
  const month = new RegExp(`^(\\d{4})[-年./](\\d{1,2})月?(?:${ends})?$`).exec(said)
  if (month) return atEnd(Number(month[1]), Number(month[2]))
  const quarter = new RegExp(`^(\\d{4})年第?([一二三四1-4])季(?:${ends})?$`).exec(said)
  if (quarter) return atEnd(Number(quarter[1]), 3 * (readNumeral(quarter[2]!) ?? 0))
  const half = new RegExp(`^(\\d{4})年([上下])半年(?:${ends})?$`).exec(said)
  if (half) return atEnd(Number(half[1]), half[2] === '上' ? 6 : 12)
  const year = new RegExp(`^(\\d{4})年(?:${ends})?$`).exec(said)
  return year ? atEnd(Number(year[1]), 12) : undefined
}

function onDay(year: number, month: number, date: number): ScheduleReading {
  const isReal = month >= 1 && month <= 12 && date >= 1 && date <= lastDateOf(year, month)
  return isReal ? right({ kind: 'once', day: dayText(year, month, date) }) : wrong('no-such-day')
}

function atEnd(year: number, month: number): ScheduleReading {
  if (month < 1 || month > 12) return wrong('no-such-day')
  return right({ kind: 'once', day: dayText(year, month, lastDateOf(year, month)) })
}

function readWeekly(said: string): ScheduleReading | undefined {
  const found = /^(?:每|按|逐)周([一二三四五六日天])?$/.exec(said)
  if (!found) return undefined
  const weekday = found[1] === undefined ? 5 : '一二三四五六日'.indexOf(found[1].replace('天', '日')) + 1
  return right({ kind: 'weekly', weekday }, { assumed: found[1] === undefined })
}

const allMonths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

function readMonthly(said: string): ScheduleReading | undefined {
  const several = new RegExp(`^每(${count})个?月$`).exec(said)
  const many = several && readNumeral(several[1]!)
  if (many !== null && many !== undefined)
    return many >= 1 && many <= 12 && 12 % many === 0 ? everyMonths(many) : wrong('not-understood')
  const found = /^(?:每|按|逐)月(?:的)?(.*)$/.exec(said)
  if (!found) return undefined
  if (found[1] === '') return everyMonths(1)
  return yearlyOf(allMonths, found[1]!)
}

/** 每季度末、每季度首月10日、每季度次月5日: counted from the first month of the quarter. */
function readQuarterly(said: string): ScheduleReading | undefined {
  const found = /^(?:每|按|逐)季(?:的)?(.*)$/.exec(said)
  if (!found) return undefined
  const where = found[1]!
  if (where === '') return everyMonths(3)
  if (new RegExp(`^(?:${ends})$`).test(where)) return right(inMonths([3, 6, 9, 12], [last]))
  const month =
    /^(?:(首|第一个|第1个)|(第二个|第2个)|(末|第三个|第3个|最后一个)|(?:结束后|后)?(次))月(.*)$/.exec(where)
  if (!month) return wrong('not-understood')
  const first = month[1] !== undefined || month[4] !== undefined ? 1 : month[2] === undefined ? 3 : 2
  const months = [first, first + 3, first + 6, first + 9]
  if (month[5] === '') return right(inMonths(months, [last]), { assumed: true })
  return yearlyOf(months, month[5]!)
}

function readYearly(said: string): ScheduleReading | undefined {
  const half = new RegExp(`^(?:每|按)?半年(?:${ends})?$`).exec(said)
  if (half) return right(inMonths([6, 12], [last]), { assumed: !/[底末终束]$/.test(said) })
  const found = /^(?:每|按|逐|一)年(?:的)?(.*)$/.exec(said)
  if (!found) return undefined
  const where = found[1]!
  if (where === '') return everyMonths(12)
  if (new RegExp(`^年?(?:${ends})$`).test(where)) return right(inMonths([12], [last]))
  const part = new RegExp(`^(?:([上下])半年|第?([一二三四1-4])季)(?:${ends})?$`).exec(where)
  if (part) {
    const month = part[1] === undefined ? 3 * (readNumeral(part[2]!) ?? 0) : part[1] === '上' ? 6 : 12
    return right(inMonths([month], [last]), { assumed: !/[底末终束]$/.test(where) })
  }
  return readDates(where)
}

/** 6月和12月、3月15日、9月15日 */
function readDates(where: string): ScheduleReading {
  const points: YearPoint[] = []
  let assumed = false
  for (const one of where.split(/[、,和及]/)) {
    const found = new RegExp(
      `^(${count})月?份?(?:的)?(?<=月|月份|月的|月份的|\\d|[一二三四五六七八九十])(.*)$`,
    ).exec(one)
    const month = found ? readNumeral(found[1]!) : undefined
    if (!found || month === undefined) return wrong('not-understood')
    if (!Number.isInteger(month) || month < 1 || month > 12) return wrong('no-such-day')
    const days = found[2] === '' ? [last] : readDays(found[2]!)
    if (days === undefined) return wrong('not-understood')
    assumed ||= found[2] === ''
    for (const on of days) {
      // 29 February comes every four years; 30 February never does.
      if (on.kind === 'date' && on.date > lastDateOf(2024, month)) return wrong('no-such-day')
      points.push({ month, on })
    }
  }
  return right({ kind: 'yearly', points: points.sort((a, b) => a.month - b.month) }, { assumed })
}

function everyMonths(length: number): ScheduleReading {
  const months = allMonths.filter((month) => month % length === 0)
  return right(inMonths(months, [last]), { assumed: true })
}

function yearlyOf(months: readonly number[], words: string): ScheduleReading {
  const days = readDays(words)
  if (days === undefined) return wrong('not-understood')
  if (days.some((on) => on.kind === 'date' && (on.date < 1 || on.date > 31))) return wrong('no-such-day')
  return right(inMonths(months, days))
}

function inMonths(months: readonly number[], days: readonly DayOfMonth[]): Schedule {
  return { kind: 'yearly', points: months.flatMap((month) => days.map((on) => ({ month, on }))) }
}

/** 15日、5日和20日、最后一个工作日; undefined where a part is not understood. */
function readDays(words: string): readonly DayOfMonth[] | undefined {
  const days = words.split(/[、,和及]/).map(readDay)
  return days.every((day) => day !== undefined) ? days : undefined
}

function readDay(words: string): DayOfMonth | undefined {
  if (/^(?:月)?(?:底|末|终|最后[一1]?[日天]|下旬)$/.test(words)) return last
  if (words === '上旬') return { kind: 'date', date: 10 }
  if (words === '中旬') return { kind: 'date', date: 20 }
  if (/^最后[一1]个?工作日$/.test(words)) return { kind: 'workday', nth: -1 }
  const workday = new RegExp(`^(?:第|前)(${count})个?工作日$|^(首)个?工作日$`).exec(words)
  if (workday) {
    const nth = workday[2] === undefined ? readNumeral(workday[1]!) : 1
    return nth === undefined || nth < 1 || nth > 20 ? undefined : { kind: 'workday', nth }
  }
  const date = new RegExp(`^(${count})[日号]?$`).exec(words)
  const value = date ? readNumeral(date[1]!) : undefined
  return value === undefined || !Number.isInteger(value) || value < 1
    ? undefined
    : { kind: 'date', date: value }
}

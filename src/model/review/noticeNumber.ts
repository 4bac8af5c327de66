/** 文号 of notices: one sequence per word and year for the whole unit (GB/T 9704-2012, 7.2.5). */

export interface NoticeNumber {
  /** 发文代字: 某廉预 */
  readonly word: string
  readonly year: number
  readonly serial: number
}

/** Parses 某廉预〔2026〕3号; undefined for another format. */
export function readNoticeNumber(written: string): NoticeNumber | undefined {
  const read = /^(.*)〔(\d{4})〕(\d{1,9})号$/.exec(written.trim())
  return read ? { word: read[1]!, year: Number(read[2]), serial: Number(read[3]) } : undefined
}

/** The common prefix of all numbers of a word and year. */
export function numberBeginning(word: string, year: number): string {
  return `${word}〔${year}〕`
}

/** The serial after the highest of that word and year; 1 if there is none. */
export function nextSerial(numbers: readonly string[], word: string, year: number): number {
  const serials = numbers.flatMap((written) => {
    const read = readNoticeNumber(written)
    return read?.word === word && read.year === year ? [read.serial] : []
  })
  return Math.max(0, ...serials) + 1
}

/** Meanings of columns as a person says them: 责任部门/岗位=岗位, 内部编号=不用. */
import { columnWords } from '../../../text/recognition/columnWords.ts'
import type { TableField } from '../../../text/recognition/headings.ts'
import { meaningsOf, withoutBlanks } from './headingMeaning.ts'
import type { ColumnChoices } from './headings.ts'

/** The choices; or the first text that is none. */
export function columnChoices(written: readonly string[]): ColumnChoices | string {
  const choices: [string, TableField | 'none'][] = []
  for (const each of written) {
    const [, heading, meaning] = /^(.+?)\s*=\s*(\S+)$/.exec(each.trim()) ?? []
    const field = meaning === undefined ? undefined : meantField(meaning)
    if (heading === undefined || field === undefined) return each
    choices.push([withoutBlanks(heading), field])
  }
  return Object.fromEntries(choices)
}

function meantField(meaning: string): TableField | 'none' | undefined {
  const chosen = Object.entries(columnWords).find(([, word]) => word === meaning)?.[0]
  return (chosen as TableField | 'none' | undefined) ?? meaningsOf(meaning)[0]
}

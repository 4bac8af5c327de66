import { describe, expect, it } from 'vitest'
import { splitOutside, trailingBrackets } from '../../../../src/files/tableReading/cells/splitOutside.ts'

describe('[FI19] words in brackets', () => {
  it.each<[string, readonly string[]]>([
    ['身份证、户口本', ['身份证', '户口本']],
    ['申请表（一式两份、盖章）、身份证', ['申请表（一式两份、盖章）', '身份证']],
    ['申请表【含(甲、乙)、丙】、身份证', ['申请表【含(甲、乙)、丙】', '身份证']],
    // Closed without being opened, opened without being closed: the list is a list all the same.
    ['申请表）、身份证', ['申请表）', '身份证']],
    ['申请表（盖章、身份证', ['申请表（盖章', '身份证']],
  ])('are one thing of the list: %s', (text, pieces) => {
    expect(splitOutside(text, /、/)).toEqual(pieces)
  })

  it('at the end are told apart from what stands before them, however deep', () => {
    expect(trailingBrackets('12（1万元以内(运行经费不限)）')).toEqual({
      before: '12',
      inside: '1万元以内(运行经费不限)',
    })
    expect(trailingBrackets('审批（科长）后送达')).toBeUndefined()
    expect(trailingBrackets('科长）')).toBeUndefined()
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidthOf } from '../../src/sheet/textWidth.ts'
import { brokenLines, brokenList, mayBegin, mayEnd, type TextStyle } from '../../src/sheet/lineBreak.ts'

const style: TextStyle = { size: 10, weight: 'regular' }
const lines = (text: string, characters: number): readonly string[] =>
  brokenLines(text, characters * style.size, style)

const character = fc.constantFrom(
  ...Array.from('受理审查不予决定工作日三重一大，。、；：？！）》」』】…—·％（《「『【“”5aB2. '),
)
const text = fc.array(character, { maxLength: 60 }).map((all) => all.join(''))
const withoutBlanks = (words: string): string => words.replace(/\s/gu, '')

describe('[SH2] lines', () => {
  it('lose nothing but blanks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 14 }), (words, width) => {
        expect(withoutBlanks(lines(words, width).join(''))).toBe(withoutBlanks(words))
      }),
    )
  })

  it('never begin with what may not begin a line, nor end with what may not end one', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 14 }), (words, width) => {
        const broken = lines(words, width)
        expect(broken.slice(1).filter((line) => !mayBegin(line[0]!))).toEqual([])
        expect(broken.slice(0, -1).filter((line) => !mayEnd(line.at(-1)!))).toEqual([])
      }),
    )
  })

  it('are no wider than asked where every piece fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from('甲乙丙丁戊己庚辛，。')), { maxLength: 40 }),
        (all) => {
          const words = `甲${all.join('').replace(/[，。]{2,}/gu, '，')}`
          const broken = lines(words, 4)
          expect(broken.filter((line) => textWidthOf(line, style.size, style.weight) > 40)).toEqual([])
        },
      ),
    )
  })
})

it.each([
  ['evenly', '一次性告知申请人补正材料', 10, ['一次性告知', '申请人补正材料']],
  ['not inside 三重一大', '是否属于“三重一大”事项', 8, ['是否属于', '“三重一大”事项']],
  ['not between a number and its unit', '自受理之日起20个工作日内', 9, ['自受理之日起', '20个工作日内']],
  ['not inside a Latin word', '登录MICROSOFT系统', 6, ['登录', 'MICROSOFT', '系统']],
  ['after punctuation rather than before', '受理申请，发出通知书', 8, ['受理申请，', '发出通知书']],
  ['at every line end of the text', '甲\n乙', 8, ['甲', '乙']],
])('[SH2] breaks %s', (_, words, width, expected) => {
  expect(lines(words, width)).toEqual(expected)
})

it('[SH2] a list breaks between its items', () => {
  const posts = ['移民办主任', '水资办主任', '河湖股副主任']
  expect(brokenList(posts, 100, style)).toEqual(['移民办主任、', '水资办主任、', '河湖股副主任'])
})

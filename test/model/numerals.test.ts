import { describe, expect, it } from 'vitest'
import { numeralCharacters, readCount, readNumeral, writeNumeral } from '../../src/model/numerals.ts'

const readings: readonly (readonly [text: string, value: number | undefined])[] = [
  ['12', 12],
  ['１２', 12],
  ['1.5', 1.5],
  ['零', 0],
  ['四', 4],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['廿', 20],
  ['廿一', 21],
  ['卅', 30],
  ['九十九', 99],
  ['一百', 100],
  ['一百二', 120],
  ['一百零二', 102],
  ['一百〇二', 102],
  ['一百十五', 115],
  ['一百二十', 120],
  ['三千五', 3500],
  ['一千零二十', 1020],
  ['二〇二六', 2026],
  ['半', 0.5],
  ['一个半', 1.5],
  ['两个半', 2.5],
  ['1个半', 1.5],
  ['二三', undefined],
  ['两三', undefined],
  ['十五六', undefined],
  ['七八十', undefined],
  ['十十', undefined],
  ['十百', undefined],
  ['百', undefined],
  ['半个半', undefined],
  ['甲', undefined],
  ['3人', undefined],
  ['', undefined],
]

describe('Chinese numerals', () => {
  it.each(readings)('[NU1] reads %s as %s', (text, value) => {
    expect(readNumeral(text)).toBe(value)
  })

  it.each([
    ['四人', 4],
    ['五人', 5],
    ['十人', 10],
    ['两人以上', 2],
    ['２', 2],
    ['至少3名', 3],
    ['不少于二三人', 2],
    ['2-3人', 2],
    ['十五六人', 10],
    ['多人', undefined],
    ['', undefined],
  ])('[NU3] finds the count in %s: %s', (text, count) => {
    expect(readCount(text)).toBe(count)
  })

  it('[NU2] reads what it writes, and writes with the characters that it names', () => {
    for (let value = 1; value <= 99; value += 1) {
      expect(readNumeral(writeNumeral(value))).toBe(value)
      expect(Array.from(writeNumeral(value)).every((one) => numeralCharacters.includes(one))).toBe(true)
    }
  })
})

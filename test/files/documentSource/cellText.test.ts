import { describe, expect, it } from 'vitest'
import { cellText } from '../../../src/files/documentSource/cellText.ts'

const day = new Date(Date.UTC(2024, 10, 13, 9, 5))

describe('cellText', () => {
  it('[FI33] shows words around General and Chinese numerals as Excel does', () => {
    expect(cellText(5, 'General"日"')).toBe('5日')
    expect(cellText(5, '"第"General"步"')).toBe('第5步')
    expect(cellText(5, 'G/通用格式"天"')).toBe('5天')
    expect(cellText(-5, 'General"元";"亏"General"元"')).toBe('亏5元')
    expect(cellText(13, '[DBNum1][$-804]General')).toBe('一十三')
    expect(cellText(3, '[DBNum1]"第"General"步"')).toBe('第三步')
    expect(cellText(10_205, '[DBNum2][$-804]General"元整"')).toBe('壹万零贰佰零伍元整')
    expect(cellText(123, '[DBNum1]0')).toBe('一二三')
    expect(cellText(0, '[DBNum1]General')).toBe('〇')
    expect(cellText(5, '0"个工作日"')).toBe('5个工作日')
    expect(cellText(12.5, '0.0%')).toBe('1250.0%')
  })

  it('[FI33] shows dates in Chinese order, with words, weekdays and numerals', () => {
    expect(cellText(day, 'm/d/yyyy')).toBe('2024/11/13')
    expect(cellText(day, 'yyyy"年"m"月"d"日"')).toBe('2024年11月13日')
    expect(cellText(day, 'yyyy"年"m"月"d"日";@')).toBe('2024年11月13日')
    expect(cellText(day, '[DBNum1][$-804]yyyy"年"m"月"d"日"')).toBe('二〇二四年十一月十三日')
    expect(cellText(day, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy')).toBe('2024年11月13日')
    expect(cellText(day, 'm"月"d"日" aaaa')).toBe('11月13日 星期三')
    expect(cellText(day, 'yyyy-mm-dd hh:mm')).toBe('2024-11-13 09:05')
    expect(cellText(day, 'h"时"mm"分"')).toBe('9时05分')
    expect(cellText(day, 'd-mmm-yy')).toBe('13-Nov-24')
  })
})

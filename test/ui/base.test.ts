/** What the page says of the address it was given, and of a browser that keeps nothing. */
import { describe, expect, it } from 'vitest'
import { sayNotKept } from '../../src/ui/base/sayNotKept.ts'
import { routeOf, unescapedAddress } from '../../src/ui/base/routes.ts'
import { tokenIn } from '../../src/ui/entrance/useToken.ts'

const token = 'VQu8r5s76bfG0fds75z5Xf9Tv2KKZuBb'

describe('a link in a sentence', () => {
  it.each(['', '。', '%E3%80%82', '）', '%EF%BC%89', '，请打开', '.', ')', '"'])(
    '[CV40] opens also with %s behind it',
    (behind) => {
      expect(tokenIn(`#${token}${behind}`)).toBe(token)
      expect(routeOf(`/c/abc123_-x${behind}`)).toEqual({ at: 'chart', chart: 'abc123_-x' })
    },
  )

  it('[CV40] opens with %23 for its #', () => {
    expect(unescapedAddress(`/c/abc%23${token}`)).toBe(`/c/abc#${token}`)
    expect(unescapedAddress(`/%23${token}%E3%80%82`)).toBe(`/#${token}%E3%80%82`)
    expect(unescapedAddress('/c/abc')).toBeUndefined()
    expect(unescapedAddress('/c/abc%23x')).toBeUndefined()
  })

  it('[CV40] is no link where it is too short, or another page', () => {
    expect(tokenIn('#main')).toBeUndefined()
    expect(routeOf('/c/abc/def')).toEqual({ at: 'home' })
  })
})

describe('a browser that keeps nothing', () => {
  it('[CV41] says why a chart was not made', () => {
    expect(sayNotKept(new DOMException('x', 'QuotaExceededError'))).toContain('满了')
    expect(sayNotKept(new DOMException('x', 'SecurityError'))).toContain('允许本站存储')
    expect(sayNotKept(new TypeError('Failed to fetch dynamically imported module'))).toContain('没有取到')
    expect(sayNotKept(new Error('标题太长'))).toBe('标题太长')
  })
})

import { expect, it } from 'vitest'
import { colour, stepTint } from '../../src/sheet/figures/look.ts'
import { styleNames, styles } from '../../src/sheet/styles.ts'

it.each(styleNames)(
  '[SH12] %s: text has a contrast of 4.5 on every tint, and the title of 7 on its band',
  (name) => {
    const { palette, band, title } = styles[name]
    const printed = (own: string): string => (palette as Readonly<Record<string, string>>)[own] ?? own
    const { headTint, bandTint, looseTint, internalTint } = colour
    for (const ink of [colour.ink, colour.secondary, colour.label])
      for (const tint of [headTint, bandTint, looseTint, internalTint, ...Object.values(stepTint)])
        expect(contrast(printed(ink), printed(tint)), `${ink} on ${tint}`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(title, band ?? colour.white)).toBeGreaterThanOrEqual(7)
  },
)

/** WCAG 2.1, contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

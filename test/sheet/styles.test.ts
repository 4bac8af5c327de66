import { describe, expect, it } from 'vitest'
import { contrastOf, isOwnColours, ownColoursProblem } from '../../src/model/unit/ownColours.ts'
import { repairedUnit, unitProblem } from '../../src/model/unit/unit.ts'
import { colour, stepTint } from '../../src/sheet/figures/look.ts'
import { styleNames, styleOf, styles, type Style } from '../../src/sheet/styles.ts'

function readable({ palette, band, title }: Style): void {
  const printed = (own: string): string => (palette as Readonly<Record<string, string>>)[own] ?? own
  const { headTint, bandTint, looseTint, internalTint } = colour
  for (const ink of [colour.ink, colour.secondary, colour.label])
    for (const tint of [headTint, bandTint, looseTint, internalTint, ...Object.values(stepTint)])
      expect(contrastOf(printed(ink), printed(tint)), `${ink} on ${tint}`).toBeGreaterThanOrEqual(4.5)
  expect(contrastOf(title, band ?? colour.white)).toBeGreaterThanOrEqual(7)
}

it.each(styleNames)(
  '[SH12] %s: text has a contrast of 4.5 on every tint, and the title of 7 on its band',
  (name) => {
    readable(styles[name])
  },
)

describe('two colours of a unit', () => {
  it('[SH12] are a style whose texts can be read, or are refused with the reason', () => {
    for (const style of ['#8b1a1a+#fdf3e1', '#0a3d62+#e3f2fd', '#1b5e20+#ffffff'] as const) {
      expect(ownColoursProblem(style)).toBeUndefined()
      readable(styleOf(style))
    }
    expect(ownColoursProblem('#e57373+#fdf3e1')).toBe('main-too-light')
    expect(ownColoursProblem('#8b1a1a+#bfa27a')).toBe('second-too-dark')
    expect(isOwnColours('#8b1a1a')).toBe(false)
    expect(unitProblem('style', '#e57373+#fdf3e1')).toBe('main-too-light')
    expect(repairedUnit({ style: '#e57373+#fdf3e1' }).style).toBeUndefined()
    expect(repairedUnit({ style: '#8b1a1a+#fdf3e1' }).style).toBe('#8b1a1a+#fdf3e1')
  })
})

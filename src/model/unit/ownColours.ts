/**
 * 单位配色: a style of sheets made of two colours, written `#8b1a1a+#fdf3e1`: the first behind titles and of
 * lines, the second under heads and ends. Contrast by WCAG 2.1.
 */
export type OwnColours = `#${string}+#${string}`

interface TwoColours {
  /** #rrggbb; white text stands on it. */
  readonly main: string
  /** #rrggbb; dark text stands on it. */
  readonly second: string
}

const pattern = /^(#[0-9a-f]{6})\+(#[0-9a-f]{6})$/i

export function isOwnColours(text: string): text is OwnColours {
  return pattern.test(text)
}

export function twoColours(colours: OwnColours): TwoColours {
  const [, main = '#000000', second = '#ffffff'] = pattern.exec(colours) ?? []
  return { main: main.toLowerCase(), second: second.toLowerCase() }
}

export function ownColours({ main, second }: TwoColours): OwnColours {
  return `${main.toLowerCase()}+${second.toLowerCase()}` as OwnColours
}

/** As for the built-in styles: the title on its band, and every text on its tint. */
const least = { title: 7, text: 4.5 } as const

/** The lightest text on tints: what is secondary on a sheet. */
const lightestText = '#4b5563'

export type OwnColoursProblem = 'main-too-light' | 'second-too-dark'

/** Why text would not be readable; undefined if it is. */
export function ownColoursProblem(colours: OwnColours): OwnColoursProblem | undefined {
  const { main, second } = twoColours(colours)
  if (contrastOf('#ffffff', main) < least.title) return 'main-too-light'
  const isReadable = [lightestText, main].every((text) => contrastOf(text, second) >= least.text)
  return isReadable ? undefined : 'second-too-dark'
}

export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

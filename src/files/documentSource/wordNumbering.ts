/** Numbers of Word's lists as they are shown (ECMA-376 part 1, 17.9): （一）, 1.2, 第三步, ①. */
import { writeNumeral } from '../../model/numerals.ts'
import { childOf, elementsIn, type XmlElement } from './xmlTree.ts'

export interface WordNumbering {
  /** The label of the next paragraph with these properties; empty if it is not numbered. */
  readonly labelOf: (properties: XmlElement | undefined) => string
}

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
}

interface Place {
  readonly list: string
  readonly level: number
}

const value = (element: XmlElement | undefined) => element?.attributes['w:val']

export function wordNumbering(
  numbering: XmlElement | undefined,
  styles: XmlElement | undefined,
): WordNumbering {
  const lists = listsIn(numbering)
  const ofStyle = placesOfStyles(styles)
  const counters = new Map<string, number[]>()
  return {
    labelOf: (properties) => {
      const place = placeIn(properties) ?? ofStyle.get(value(childOf(properties, 'w:pStyle')) ?? '')
      const list = place && lists.get(place.list)
      const level = place && list?.levels[place.level]
      if (!list || !level) return ''
      const counts = counters.get(list.counted) ?? []
      counters.set(list.counted, counts)
      counts[place.level] = (counts[place.level] ?? level.start - 1) + 1
      counts.length = place.level + 1
      return labelOf(list.levels, counts, level)
    },
  }
}

function labelOf(levels: readonly Level[], counts: readonly number[], level: Level): string {
  if (level.format === 'bullet') return '•'
  if (level.format === 'none') return ''
  return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const count = counts[at] ?? levels[at]?.start ?? 1
    // 1.1 below 一、: numbers of the levels above are shown in the level's own style if it is legal style.
    return shownNumber(count, levels[at]?.format ?? 'decimal')
  })
}

interface List {
  readonly levels: readonly (Level | undefined)[] & readonly Level[]
  /** Lists of one definition count on together. */
  readonly counted: string
}

function listsIn(numbering: XmlElement | undefined): ReadonlyMap<string, List> {
  const all = numbering ? elementsIn(numbering) : []
  const definitions = new Map(
    all
      .filter(({ name }) => name === 'w:abstractNum')
      .map((element) => [element.attributes['w:abstractNumId'] ?? '', levelsIn(element)]),
  )
  return new Map(
    all
      .filter(({ name }) => name === 'w:num')
      .map((element): [string, List] => {
        const id = element.attributes['w:numId'] ?? ''
        const definition = value(childOf(element, 'w:abstractNumId')) ?? ''
        const restarts = elementsIn(element).some(({ name }) => name === 'w:lvlOverride')
        return [
          id,
          { levels: definitions.get(definition) ?? [], counted: restarts ? `num ${id}` : definition },
        ]
      }),
  )
}

function levelsIn(definition: XmlElement): readonly Level[] {
  const levels: Level[] = []
  for (const element of elementsIn(definition)) {
    const at = Number(element.attributes['w:ilvl'])
    if (element.name !== 'w:lvl' || !(at >= 0 && at < 9)) continue
    levels[at] = {
      start: Number(value(childOf(element, 'w:start')) ?? 1),
      format: value(childOf(element, 'w:numFmt')) ?? 'decimal',
      text: value(childOf(element, 'w:lvlText')) ?? '',
    }
  }
  return levels
}

/** Undefined if the paragraph does not say; list 0 says that it has none. */
function placeIn(properties: XmlElement | undefined): Place | undefined {
  const numbered = childOf(properties, 'w:numPr')
  const list = value(childOf(numbered, 'w:numId'))
  return list === undefined ? undefined : { list, level: Number(value(childOf(numbered, 'w:ilvl')) ?? 0) }
}

function placesOfStyles(styles: XmlElement | undefined): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const style of styles ? elementsIn(styles) : []) {
    const place = placeIn(childOf(style, 'w:pPr'))
    const id = style.attributes['w:styleId']
    if (place && id !== undefined) places.set(id, place)
  }
  return places
}

function shownNumber(count: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return count > 0 && count < 100 ? writeNumeral(count) : String(count)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count > 0 && count <= 20 ? String.fromCodePoint(0x245f + count) : String(count)
    case 'upperLetter':
      return String.fromCodePoint(64 + ((count - 1) % 26) + 1)
    case 'lowerLetter':
      return String.fromCodePoint(96 + ((count - 1) % 26) + 1)
    case 'upperRoman':
      return romans[count] ?? String(count)
    case 'lowerRoman':
      return romans[count]?.toLowerCase() ?? String(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

const romans: readonly string[] =
  ' I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')

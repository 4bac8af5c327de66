/**
 * The drawing as SVG for web pages: as wide as its page lets it be, with a title, a description in words, and a
 * link on each step to `#s1` … of the page that holds it, where what the step says may stand.
 */
import { escapedMarkup } from '../../sheet/writers/markup.ts'
import { sheetSvg } from '../../sheet/writers/sheetSvg.ts'
import { exchangeWords as words } from '../../text/paper/exchangeWords.ts'
import type { PlainScene, PlainStep } from '../plainScene.ts'
import { stepFacts } from '../stepFacts.ts'

export function writeWebSvg(scene: PlainScene): string {
  const { width, height, title, drawing: items } = scene
  const svg = sheetSvg({ width, height, items, smallestText: 0 }, { text: 'live', title })
  const links = scene.steps.map((step) => link(step, scene)).join('\n')
  return svg
    .replace(
      / width="[^"]*mm" height="[^"]*mm"/,
      ` role="img" style="max-width:100%;height:auto" width="${width}"`,
    )
    .replace('</title>', `</title>\n<desc>${escapedMarkup(description(scene))}</desc>`)
    .replace(/<\/svg>\s*$/, `${links}\n</svg>\n`)
}

/** The steps and where each leads, for who cannot see the drawing. */
function description({ steps, lines }: PlainScene): string {
  const names = new Map(steps.map(({ id, name }) => [id, name]))
  return steps
    .map(({ id, name }) => {
      const next = lines
        .filter(({ from }) => from === id)
        .map(({ to, label }) => words.leadsTo(label, names.get(to)!))
      return words.described(name, next)
    })
    .join('')
}

function link(step: PlainStep, scene: PlainScene): string {
  const { x, y, width, height } = step.box
  const said = [step.name, ...stepFacts(step, scene)].join('\n')
  const place = `x="${x}" y="${y}" width="${width}" height="${height}"`
  return `<a href="#${step.id}"><title>${escapedMarkup(said)}</title><rect ${place} fill="#ffffff" fill-opacity="0"/></a>`
}

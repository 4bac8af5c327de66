/**
 * 公开页: one HTML file without script, picture or font from elsewhere. The drawing, and
 * under it the same as a numbered list, for phones, for 400 % zoom, for readers who
 * cannot see the drawing, and for the printer.
 */
import type { Chart, Id, Step } from '../model/chart.ts'
import type { PublicChart } from '../model/edition.ts'
import { boardWords } from '../text/board.ts'
import { dateWording, headerWords, textTwinWords as words } from '../text/paper.ts'
import { headerFacts, legalBasisWording, phoneFacts, type Fact } from '../sheet/page/facts.ts'
import type { Imprint } from './publication.ts'

/** Where the board puts what it has to say about this publication. */
export const noticeMark = '<!--notice-->'

/** The one style of the page; the board's policy allows this text and no other, by its hash. */
export const pageStyle = `
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:60rem;font:1rem/1.7 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1a1f24;background:#fff}
h1{font-size:1.6rem;line-height:1.35;margin:.4rem 0}
h2{font-size:1.15rem;margin:1.6rem 0 .4rem;border-bottom:1px solid #c5ccd3}
h3{font-size:1rem;margin:.9rem 0 .1rem}
p,dl,ol,ul{margin:.3rem 0}
dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem .8rem}
dt{color:#4d5862}dd{margin:0;overflow-wrap:anywhere}
.unit{color:#4d5862}
.notice{background:#fff3d6;border:1px solid #b98900;padding:.6rem .8rem}
.drawing{overflow-x:auto;border:1px solid #c5ccd3;padding:.6rem;margin:.6rem 0}
.drawing svg{display:block;height:auto;max-width:max(100%,48rem);margin:auto}
.phone{font-weight:700;font-size:1.1rem}
.next{color:#4d5862}
footer{margin-top:2rem;border-top:1px solid #c5ccd3;padding-top:.6rem;color:#4d5862;font-size:.9rem}
a{color:#0b5394}
@media(max-width:30rem){dl{grid-template-columns:1fr}dt{margin-top:.3rem}}
@media print{html{font-size:75%}body{max-width:none;padding:0}.drawing{border:0;padding:0;overflow:visible}.drawing svg{max-width:100%;max-height:18cm}section,header,dl{break-inside:avoid}h2,h3{break-after:avoid}a{color:inherit;text-decoration:none}.also{display:none}}
`

export function publicPage(chart: PublicChart, drawing: string, { postedOn }: Imprint): string {
  const { header } = chart
  const edition = { name: 'external', chart } as const
  const phones = phoneFacts(header)
  const version = [header.versionMark, boardWords.postedOn(dateWording(postedOn))].filter(Boolean).join('　')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(header.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${noticeMark}
<header>
<p class="unit">${escaped(header.unit ?? '')}</p>
<h1>${escaped(header.title)}</h1>
${factList(headerFacts(edition))}
${[...phones.supervision, ...phones.consult].map(phoneLine).join('\n')}
</header>
<main>
<h2>${boardWords.drawing}</h2>
<div class="drawing" role="img" aria-label="${escaped(boardWords.drawingLabel(header.title))}" tabindex="0">
${inPage(drawing)}
</div>
<h2>${words.steps}</h2>
${chart.steps.map((step, index) => stepSection(step, index + 1, chart)).join('\n')}
</main>
<footer>
<p>${escaped(version)}</p>
<p class="also">${boardWords.alsoAs}</p>
</footer>
</body>
</html>
`
}

/** On paper the drawing is made to fit in height too: it must then shrink, not be squeezed. */
function inPage(drawing: string): string {
  return drawing.replace(/ lang="zh-CN"| preserveAspectRatio="none"/g, '').trim()
}

function factList(facts: readonly Fact[]): string {
  if (facts.length === 0) return ''
  const rows = facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
  return `<dl>${rows.join('')}</dl>`
}

/** A phone dials with one touch. */
function phoneLine({ label, value }: Fact): string {
  const dial = /^[\d\s()+-]{5,}$/.test(value) ? value.replace(/[^\d+]/g, '') : undefined
  const said = dial === undefined ? escaped(value) : `<a href="tel:${dial}">${escaped(value)}</a>`
  return `<p>${escaped(headerWords.label(label))}<span class="phone">${said}</span></p>`
}

function stepSection(step: Step, number: number, chart: Chart): string {
  const posts = (step.posts ?? []).flatMap((id) => chart.posts.find((post) => post.id === id)?.name ?? [])
  const facts = [
    fact(words.posts, posts.join('、')),
    fact(words.limit, step.timeLimit?.wording),
    fact(words.materials, step.materials && headerWords.listed(step.materials)),
    fact(words.documents, step.documents && headerWords.listed(step.documents)),
    fact(words.legalBasis, legalBasisWording(step.legalBasis)),
    ...risksOf(step, chart),
  ].flat()
  const id = `b${number}`
  return `<section><h3 id="${id}">${escaped(words.step(number, step.name))}</h3>${factList(facts)}${nexts(step, chart)}</section>`
}

/** Only where the unit discloses them; otherwise the public chart has none. */
function risksOf(step: Step, chart: Chart): readonly Fact[] {
  return chart.risks.flatMap((risk) =>
    risk.step === step.id ? [...fact(words.risk, risk.text), ...measuresOf(risk.id, chart)] : [],
  )
}

function measuresOf(risk: Id, chart: Chart): readonly Fact[] {
  return chart.measures.flatMap(({ risks, text }) => (risks.includes(risk) ? fact(words.measure, text) : []))
}

function fact(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value.trim() === '' ? [] : [{ label, value }]
}

function nexts(step: Step, chart: Chart): string {
  return chart.flowlines
    .filter((line) => line.from === step.id)
    .map((line) => {
      const index = chart.steps.findIndex((other) => other.id === line.to)
      const to = chart.steps[index]
      if (!to) return ''
      const condition = line.label === undefined ? '' : words.condition(line.label)
      return `<p class="next"><a href="#b${index + 1}">${escaped(words.next(index + 1, to.name))}</a>${escaped(condition)}</p>`
    })
    .join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

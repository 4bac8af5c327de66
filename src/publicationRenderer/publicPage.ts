/**
 * The public page: one HTML file without scripts or external resources. Contains the drawing
 * and the same content as a numbered list: for phones, 400 % zoom, screen readers and
 * printing.
 */
import type { Chart, Id, Step } from '../model/chart.ts'
import type { PublicChart } from '../model/editions/edition.ts'
import { plainFieldsOn } from '../model/fields/chartFields.ts'
import { parallelName } from '../text/terms.ts'
import { plainLabels } from '../text/fieldWords.ts'
import { publicPageWords } from '../text/paper/publicPage.ts'
import { dateWording, headerWords, textTwinWords as words } from '../text/paper/paper.ts'
import { escapedMarkup } from '../sheet/writers/markup.ts'
import { headerFacts, legalBasisWording, phoneFacts, type Fact } from '../sheet/page/facts.ts'

/** Dates that the page states. */
export interface PublicationDate {
  /** yyyy-mm-dd */
  readonly postedOn: string
}

/** Placeholder in the HTML that `publicPages` replaces with its notice about this publication. */
export const noticeMark = '<!--notice-->'

/**
 * The only style of the page. The Content-Security-Policy of `publicPages` allows exactly this
 * text, by its hash.
 */
export const pageStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:60rem;font:1rem/1.7 "Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1a1f24;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.35;margin:.4rem 0;text-wrap:balance}
h2{font-size:1.15rem;margin:1.6rem 0 .4rem;border-bottom:1px solid #c5ccd3}
h3{font-size:1rem;margin:0 0 .1rem}
p,dl{margin:.3rem 0}
dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem .8rem}
dt{color:#4d5862}dd{margin:0}
.unit{color:#4d5862}
.notice{background:#fff3d6;border:1px solid #b98900;padding:.6rem .8rem}
.drawing{overflow-x:auto;position:relative;left:50%;transform:translateX(-50%);width:fit-content;min-width:100%;max-width:calc(100vw - 3rem);border:1px solid #c5ccd3;padding:.6rem;margin:.6rem 0;background:linear-gradient(90deg,#fff 30%,#fff0) 0 0/3rem 100% no-repeat local,linear-gradient(270deg,#fff 30%,#fff0) 100% 0/3rem 100% no-repeat local,linear-gradient(90deg,#0003,#0000) 0 0/.8rem 100% no-repeat,linear-gradient(270deg,#0003,#0000) 100% 0/.8rem 100% no-repeat}
.drawing svg{display:block;height:auto;margin:auto}
.phone{font-weight:700;font-size:1.1rem}
ol{list-style:none;margin:0;padding:0}
li{padding:.45rem 0}
li:target{background:#fff3d6;outline:.3rem solid #fff3d6}
.next{color:#4d5862}
footer{margin-top:2rem;border-top:1px solid #c5ccd3;padding-top:.6rem;color:#4d5862;font-size:.9rem}
a{color:#0b5394}
nav a{margin-right:1.2rem}
@media(forced-colors:active){.drawing{forced-color-adjust:none;background:#fff}}
@media print{html{font-size:75%}body{max-width:none;padding:0}.drawing{position:static;transform:none;width:auto;max-width:none;border:0;padding:0;overflow:visible;background:none;break-inside:avoid}.drawing svg{max-width:100%;max-height:min(20cm,78vh)}li,header,dl{break-inside:avoid}h2,h3{break-after:avoid}li:target{background:none;outline:0}a{color:inherit;text-decoration:none}nav,.also{display:none}}
`

export function publicPage(chart: PublicChart, drawing: string, { postedOn }: PublicationDate): string {
  const { header } = chart
  const edition = { name: 'external', chart } as const
  const phones = phoneFacts(header)
  const version = [header.versionMark, publicPageWords.postedOn(dateWording(postedOn))]
    .filter(Boolean)
    .join('　')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapedMarkup(header.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${noticeMark}
<header>
${header.unit === undefined ? '' : `<p class="unit">${escapedMarkup(header.unit)}</p>`}
<h1>${escapedMarkup(header.title)}</h1>
${factList(headerFacts(edition))}
${[...phones.supervision, ...phones.consult].map(phoneLine).join('\n')}
<nav><a href="#drawing">${publicPageWords.drawing}</a><a href="#steps">${words.steps}</a></nav>
</header>
<main>
<h2 id="drawing">${publicPageWords.drawing}</h2>
${drawingBox(drawing, publicPageWords.drawingLabel(header.title))}
<h2 id="steps">${words.steps}</h2>
<ol role="list">
${chart.steps.map((step, index) => stepItem(step, index + 1, chart)).join('\n')}
</ol>
</main>
<footer>
<p>${escapedMarkup(version)}</p>
<p class="also">${publicPageWords.alsoAs}</p>
</footer>
</body>
</html>
`
}

/**
 * Where it is wider than the screen it is scrolled, by hand or by the arrow keys: shrunk,
 * nobody could read it. On paper it shrinks until it fits, in height too.
 */
function drawingBox(drawing: string, label: string): string {
  const svg = drawing
    .replace(/ lang="zh-CN"| preserveAspectRatio="none"/g, '')
    .replace('<svg', () => `<svg role="img" aria-label="${escapedMarkup(label)}"`)
    .trim()
  return `<div class="drawing" role="group" aria-label="${publicPageWords.drawing}" tabindex="0">\n${svg}\n</div>`
}

function factList(facts: readonly Fact[]): string {
  if (facts.length === 0) return ''
  const rows = facts.map(
    ({ label, value }) => `<dt>${escapedMarkup(label)}</dt><dd>${escapedMarkup(value)}</dd>`,
  )
  return `<dl>${rows.join('')}</dl>`
}

/** Phone numbers are links. */
function phoneLine({ label, value }: Fact): string {
  const dial = /^[\d\s()+-]{5,}$/.test(value) ? value.replace(/[^\d+]/g, '') : undefined
  const said = dial === undefined ? escapedMarkup(value) : `<a href="tel:${dial}">${escapedMarkup(value)}</a>`
  return `<p>${escapedMarkup(headerWords.label(label))}<span class="phone">${said}</span></p>`
}

function stepItem(step: Step, number: number, chart: Chart): string {
  const posts = (step.posts ?? []).flatMap((id) => chart.posts.find((post) => post.id === id)?.name ?? [])
  const facts = [
    fact(words.posts, posts.join('、')),
    fact(words.limit, step.timeLimit?.wording),
    fact(words.parallel, step.parallel && parallelName[step.parallel]),
    ...plainFieldsOn('publicPage').map((field) => fact(plainLabels[field], step[field])),
    fact(words.materials, step.materials && headerWords.listed(step.materials)),
    fact(words.documents, step.documents && headerWords.listed(step.documents)),
    fact(words.legalBasis, legalBasisWording(step.legalBasis)),
    ...risksOf(step, chart),
  ].flat()
  return `<li id="b${number}"><h3>${escapedMarkup(words.step(number, step.name))}</h3>${factList(facts)}${nexts(step, chart)}</li>`
}

/** Empty unless the unit discloses risks. */
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
      return `<p class="next"><a href="#b${index + 1}">${escapedMarkup(words.next(index + 1, to.name))}</a>${escapedMarkup(condition)}</p>`
    })
    .join('')
}

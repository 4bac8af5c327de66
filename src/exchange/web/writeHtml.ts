/**
 * A chart as one web page that needs nothing else: it opens from a USB stick, without a network. The drawing,
 * the steps and risks as tables, and a search in them. It may load nothing, by its own policy.
 */
import { escapedMarkup } from '../../sheet/writers/markup.ts'
import { exchangeWords as words } from '../../text/paper/exchangeWords.ts'
import type { PlainScene } from '../plainScene.ts'
import { riskTable, stepTable, type PlainTable } from '../sceneTables.ts'
import { writeWebSvg } from './writeWebSvg.ts'

const style = `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:80rem;font:1rem/1.6 "Noto Sans SC","Microsoft YaHei","PingFang SC",SimSun,sans-serif;color:#1a1f24;background:#fff}
h1{font-size:1.6rem;margin:.3rem 0}h2{font-size:1.15rem;margin:1.4rem 0 .4rem}
.facts{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;margin:.4rem 0}dt{color:#4d5862}dd{margin:0}
.drawing{overflow-x:auto;border:1px solid #c5ccd3;padding:.6rem}.drawing svg{display:block;margin:auto}
.drawing a:hover rect,.drawing a:focus rect{fill:#f5b400;fill-opacity:.22}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8793a0;padding:.25rem .45rem;text-align:left;vertical-align:top;white-space:pre-line;overflow-wrap:anywhere}
th{background:#e8eef6}tr:target td{background:#fff3d6}
.search{position:sticky;top:0;background:#fff;padding:.5rem 0;display:flex;gap:.6rem;align-items:center}
.search input{font:inherit;padding:.3rem .5rem;min-width:16rem}
@media print{.search{display:none}.drawing{border:0;overflow:visible}tr{break-inside:avoid}thead{display:table-header-group}}
`

/** Rows without the words are hidden; full and half width, and letters of either case, are alike. */
const search = `
const field=document.querySelector('input'),said=document.querySelector('output'),rows=[...document.querySelectorAll('tbody tr')]
const plain=text=>text.normalize('NFKC').toLowerCase().replace(/\\s/g,'')
const texts=rows.map(row=>plain(row.textContent))
field.addEventListener('input',()=>{const wish=plain(field.value);let found=0
rows.forEach((row,at)=>{row.hidden=!texts[at].includes(wish);if(!row.hidden)found+=1})
said.textContent=wish===''?'':said.dataset.words.replace('#',found)})
`

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"

export function writeHtml(scene: PlainScene): string {
  const risks = riskTable(scene)
  const title = escapedMarkup(scene.title)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
${scene.unit === undefined ? '' : `<div>${escapedMarkup(scene.unit)}</div>`}
<h1>${title}</h1>
${factList(scene)}
</header>
<main>
<div class="drawing">
${writeWebSvg(scene)}</div>
<div class="search"><label>${words.search} <input type="search"></label><output data-words="${words.found}"></output></div>
${tablePart(
  stepTable(scene),
  scene.steps.map(({ id }) => id),
)}
${risks ? tablePart(risks, []) : ''}
</main>
<script>${search}</script>
</body>
</html>
`
}

function factList({ facts }: PlainScene): string {
  if (facts.length === 0) return ''
  const rows = facts.map(
    ({ label, value }) => `<dt>${escapedMarkup(label)}</dt><dd>${escapedMarkup(value)}</dd>`,
  )
  return `<dl class="facts">${rows.join('')}</dl>`
}

/** With the ids of its rows, where the drawing links to them. */
function tablePart({ title, columns, rows }: PlainTable, ids: readonly string[]): string {
  const head = columns.map(({ heading }) => `<th scope="col">${escapedMarkup(heading)}</th>`).join('')
  const body = rows.map((cells, at) => {
    const id = ids[at]
    const open = id === undefined ? '<tr>' : `<tr id="${id}">`
    return `${open}${cells.map((cell) => `<td>${escapedMarkup(cell)}</td>`).join('')}</tr>`
  })
  return `<h2>${escapedMarkup(title)}</h2>
<table><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table>`
}

import { bpmnNamespace } from '../../exchange/bpmn/writeBpmn.ts'
import { schemaWords as words } from '../../text/messages/schemaWords.ts'

/** For people who read our files with other programs; no script, no style from elsewhere. */
export function schemaPage(): string {
  const rows = words.elements.map(([element, ...cells]) => {
    const others = cells.map((cell) => `<td>${cell}</td>`).join('')
    return `<tr><td><code>qingquan:${element}</code></td>${others}</tr>`
  })
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.4rem .6rem;text-align:left}</style>
<h1>${words.title}</h1>
<p>${words.intro}</p>
<p><a href="chart-1.json">${words.chart}</a></p>
<h2>${words.bpmn}</h2>
<p>${words.namespace(bpmnNamespace)}</p>
<table><tr>${words.headings.map((heading) => `<th>${heading}</th>`).join('')}</tr>
${rows.join('\n')}
</table>
<p>${words.results}</p></html>
`
}

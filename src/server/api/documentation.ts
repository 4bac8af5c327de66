/** /api: what the routes promise, written from the routes themselves. */
import { z } from 'zod'
import { apiWords, rightName, routeSummary } from '../../text/messages/api.ts'
import type { ApiRoute } from './route.ts'

export function openApi(routes: readonly ApiRoute[]): object {
  const paths: { [path: string]: { [method: string]: object } } = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: apiWords.title, version: '1', description: `${apiWords.intro}\n\n${apiWords.sync}` },
    components: {
      securitySchemes: { link: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: errorSchema },
    },
    paths,
  }
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string' }, message: { type: 'string' } },
    },
  },
}

function operation(route: ApiRoute): object {
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    operationId: route.summary,
    summary: routeSummary[route.summary],
    description: sayWho(route.who),
    parameters,
    security: route.who === 'anyone' ? [] : [{ link: [] }],
    ...(route.body ? { requestBody: jsonContent(z.toJSONSchema(route.body, { io: 'input' })) } : {}),
    responses: {
      200: { description: 'OK' },
      default: { description: 'Error', ...jsonContent({ $ref: '#/components/schemas/Error' }) },
    },
  }
}

function jsonContent(schema: object): object {
  return { content: { 'application/json': { schema } } }
}

function sayWho(who: ApiRoute['who']): string {
  switch (who) {
    case 'anyone':
      return apiWords.anyone
    case 'signedIn':
      return apiWords.signedIn
    default:
      return rightName[who]
  }
}

/** For people; no script, no style from elsewhere. */
export function apiPage(routes: readonly ApiRoute[]): string {
  const rows = routes.map(
    (route) =>
      `<tr><td>${route.method.toUpperCase()}</td><td><code>${route.path}</code></td><td>${routeSummary[route.summary]}</td><td>${sayWho(route.who)}</td></tr>`,
  )
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${apiWords.title}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.4rem .6rem;text-align:left}</style>
<h1>${apiWords.title}</h1>
<p>${apiWords.intro}</p>
<p>${apiWords.sync}</p>
<p><a href="api/openapi.json">${apiWords.openapi}</a></p>
<table><tr><th>${apiWords.method}<th>${apiWords.path}<th>${apiWords.what}<th>${apiWords.who}</tr>
${rows.join('\n')}
</table></html>
`
}

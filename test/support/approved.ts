/** Three people who come in by one link: a ladder wants three, with names and posts. */
const people = ['赵经办', '钱科长', '孙主任']

/** A chart that has climbed its whole ladder: 三级审核备案, each rung passed by another person. */
export async function approve(url: string, chart: string, token: string): Promise<void> {
  const ladder = { kind: 'ladder', ladder: 'three-rungs' }
  await review(`${url}/api/charts/${chart}`, ladder, { Authorization: `Bearer ${token}` })
  for (const name of people) await passRung(url, chart, { token, name })
}

/** For a rung that asks for them; others leave them out. */
const minutes = {
  what: 'meeting',
  on: '2026-01-05',
  place: '三楼会议室',
  due: 3,
  present: 3,
  decision: '同意',
  dissent: '',
}

/** Passes the current rung as a person of this name, who comes in by the link with this token. */
export async function passRung(
  url: string,
  chart: string,
  { token, name }: { readonly token: string; readonly name: string },
): Promise<void> {
  const pass = { kind: 'pass', text: '检查的问题已知', record: minutes }
  await review(`${url}/api/charts/${chart}`, pass, { Cookie: await signedIn(url, token, name) })
}

async function review(address: string, command: object, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(`${address}/review`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(command),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

async function signedIn(url: string, token: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/redeem`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, name, post: '岗位' }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!
}

/** A session on a server where everybody may save: the cookie. */
export async function newcomer(port: number): Promise<string> {
  const said = await fetch(`http://127.0.0.1:${port}/api/me`, {
    method: 'PUT',
    body: JSON.stringify({ name: '张三' }),
  })
  return said.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

import { describe, expect, it } from 'vitest'
import { startServed } from '../support/served.ts'
import { called } from './called.ts'

const tokenIn = (out: string) => /#([\w-]{20,})/.exec(out)?.[1] ?? ''

describe('qingquan admin', () => {
  it('[CL10] makes, lists and revokes links while the server runs', async () => {
    const served = await startServed()
    const data = ['--data', served.dataDir]
    const made = await called(
      'admin',
      'add',
      '--unit',
      '--catalogue',
      'edit',
      '--publish',
      '--name',
      '办公室',
      ...data,
    )
    const token = tokenIn(made.out)
    expect((await served.ask('GET', '/api/me', { token })).json).toMatchObject({
      administrator: false,
      mayCreate: true,
      mayPublish: true,
      catalogue: 'edit',
    })
    const { out } = await called('admin', 'links', ...data)
    const line = out.split('\n').find((one) => one.includes('办公室'))!
    expect(line).toMatch(/单位链接 {2}办公室 {2}有效 {2}打开过 1 次 {2}职权目录：编 {2}可以公开/)
    expect(out).not.toContain(token)
    expect((await called('admin', 'revoke', line.split(' ')[0]!, ...data)).code).toBe(0)
    expect((await served.ask('GET', '/api/me', { token })).status).toBe(401)
    await served.close()
  })

  it('[CL10] gets back in where the link is lost or stolen, also without a server', async () => {
    const first = await startServed()
    const lost = first.server.administrator!
    await first.close()
    const data = ['--data', first.dataDir]
    const { out } = await called('admin', 'recover', ...data)
    const again = await startServed({ dataDir: first.dataDir })
    expect(again.server.administrator).toBeUndefined()
    expect((await again.ask('GET', '/api/links', { token: lost })).status).toBe(401)
    expect((await again.ask('GET', '/api/links', { token: tokenIn(out) })).status).toBe(200)
    await again.close()
    const only = (await called('admin', 'links', ...data)).out
      .split('\n')
      .find((one) => one.includes('有效'))!
    const refused = await called('admin', 'revoke', only.split(' ')[0]!, ...data)
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('最后一条')])
  })

  it('[CL10] says how to call it', async () => {
    const served = await startServed()
    const data = ['--data', served.dataDir]
    expect((await called('admin', ...data)).code).toBe(2)
    expect((await called('admin', 'links', 'x', ...data)).code).toBe(2)
    expect((await called('admin', 'add', '--catalogue', 'all', ...data)).code).toBe(2)
    expect((await called('admin', 'revoke', 'nothing', ...data)).said).toContain('没有编号')
    expect((await called('admin', 'links', '--data', '/nowhere')).code).toBe(1)
    await served.close()
  })
})

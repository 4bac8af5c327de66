/** `qingquan render`: the poster's options on the command line. */
import { readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import type { Io } from '../../src/cli/cliCommand.ts'
import { render } from '../../src/cli/commands/render.ts'
import { chartInPicture } from '../../src/files/chartFile/pictureCharts.ts'
import { readChartFile } from '../../src/files/chartFile/readChartFile.ts'
import { counting } from '../support/chartOf.ts'
import { pdfInfo, pdfText } from '../support/poppler.ts'

const flow = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/flows/${name}.json`, import.meta.url))

interface Ran {
  readonly files: ReadonlyMap<string, Buffer>
  readonly said: string
}

async function run(chart: Uint8Array, ...args: readonly string[]): Promise<Ran> {
  const files = new Map<string, Buffer>()
  let said = ''
  const io: Io = {
    stdin: async () => new Uint8Array(),
    stdout: { write: () => undefined },
    stderr: { write: (text) => (said += text) },
    readFile: async (path) =>
      path === '标识.png' ? PNG.sync.write(new PNG({ width: 8, height: 8 })) : chart,
    writeFile: async (path, content) => {
      files.set(path, Buffer.from(content))
    },
  }
  expect(await render.run(['图.json', ...args], io)).toBe(0)
  return { files, said }
}

describe('[CR6] render dresses and cuts a poster', () => {
  it('in a style, with emblem and code, over the pages of an office printer', async () => {
    const { files } = await run(
      flow('01'),
      ...'--edition external --style blue --emblem 标识.png --paper 800x1200'.split(' '),
      ...'--qr https://example.gov.cn/p/abc --tiles A3 -o a.pdf'.split(' '),
    )
    const pdf = files.get('a.pdf')!
    expect(pdfText(pdf)).toMatch(/扫码查看现行版本[^]*行\d 列\d，共 \d+ 张/u)
    expect(Number(/Pages:\s+(\d+)/u.exec(pdfInfo(pdf))![1])).toBeGreaterThan(6)
  })

  it('split: one PDF of several pages, or several pictures with numbers', async () => {
    expect(pdfInfo((await run(flow('13'), '--split', '2', '-o', 'a.pdf')).files.get('a.pdf')!)).toMatch(
      /Pages:\s+2/u,
    )
    const { files } = await run(flow('13'), '--split', '2', '-o', 'out/a.svg')
    expect([...files.keys()]).toEqual(['out/a-1.svg', 'out/a-2.svg'])
  })

  it('for Word and for WeChat, as wide as those want it', async () => {
    for (const [purpose, width] of [
      ['word', 1890],
      ['wechat', 1080],
    ] as const) {
      const { files } = await run(flow('02'), '--for', purpose, '-o', 'a.png')
      expect(PNG.sync.read(files.get('a.png')!).width).toBe(width)
    }
  })

  it('carrying its chart: all of it inside, the public file outside', async () => {
    const internal = readChartFile(await carried(), counting())
    expect([internal.edition, internal.chart.steps.length]).toEqual(['internal', 13])
    expect(readChartFile(await carried('--edition', 'external'), counting()).edition).toBe('external')
  })

  it('says what would make small text larger, seen from so far away', async () => {
    const { said } = await run(flow('01'), '--distance', '2', '--paper', 'A4', '-o', 'a.svg')
    expect(said).toMatch(/低于 7\.6 毫米不易看清。建议改用 .*拼贴，用 A4 打印 \d+ 张/u)
  })
})

/** The chart file in an SVG of chart 01. */
async function carried(...more: readonly string[]): Promise<string> {
  const { files } = await run(flow('01'), '--carry', '-o', 'a.svg', ...more)
  return chartInPicture(files.get('a.svg')!)
}

it.each([
  [['-o', 'a.png', '--qr', 'https://a.cn'], /外部流程图/u],
  [['-o', 'a.pdf', '--edition', 'external', '--qr', 'ftp://a'], /http/u],
  [['-o', 'a.pdf', '--edition', 'external', '--watermark'], /只用于内部/u],
  [['-o', 'a.png', '--tiles', 'A4'], /PDF/u],
  [['-o', 'a.pdf', '--carry'], /PNG 和 SVG/u],
  [['-o', 'a.png', '--split', 'x'], /--split 应在/u],
  [['-o', '-', '--format', 'png', '--split', '2'], /标准输出/u],
  [['-o', 'a.png', '--for', 'word', '--split', '2'], /整页/u],
  [['-o', 'a.png', '--style', 'pink'], /--style 不认识“pink”/u],
])('[CR4] says in Chinese what is wrong with the call %j', async (args, said) => {
  await expect(run(flow('01'), ...args)).rejects.toThrow(said)
  await expect(run(flow('01'), ...args)).rejects.toMatchObject({ exitCode: 2 })
})

it('[CR5] an emblem that is no picture is said in Chinese', async () => {
  const call = run(flow('01'), '--emblem', '别的.txt', '-o', 'a.svg')
  await expect(call).rejects.toThrow(/单位标识不能识别/u)
})

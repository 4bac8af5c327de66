/** The XML parts of a package (.docx, .xlsx, .pptx, .vsdx), unpacked only as far as they are read. */
import { strFromU8, unzipSync } from 'fflate'
import { DrawnChartError } from '../drawnChartError.ts'
import { decodeXml, plainXml, type PlainElement } from './plainXml.ts'

/** Bytes of all parts together that are read of one file; real charts have less than 2 MB. */
const mostUnpacked = 24 * 1024 * 1024

export interface ZipParts {
  readonly names: readonly string[]
  /** Undefined if there is no such part. */
  readonly xml: (name: string) => PlainElement | undefined
}

/** Undefined if the bytes are no zip. */
export function zipParts(bytes: Uint8Array): ZipParts | undefined {
  if (strFromU8(bytes.subarray(0, 2), true) !== 'PK') return undefined
  const sizes = new Map<string, number>()
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sizes.set(name, originalSize)
        return false
      },
    })
  } catch {
    return undefined
  }
  let unpacked = 0
  return {
    names: [...sizes.keys()],
    xml: (name) => {
      const size = sizes.get(name)
      if (size === undefined) return undefined
      unpacked += size
      if (unpacked > mostUnpacked) throw new DrawnChartError('drawingTooLarge')
      return plainXml(decodeXml(unpackedPart(bytes, name)))
    },
  }
}

function unpackedPart(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return unzipSync(bytes, { filter: (file) => file.name === name })[name] ?? new Uint8Array()
  } catch (error) {
    throw new DrawnChartError('brokenPackage', { cause: error })
  }
}

/** Targets of the relationships of a part, by id. */
export function relationsOf(parts: ZipParts, name: string): ReadonlyMap<string, string> {
  const slash = name.lastIndexOf('/')
  const folder = name.slice(0, slash + 1)
  const rels = parts.xml(`${folder}_rels/${name.slice(slash + 1)}.rels`)
  return new Map(
    (rels?.children ?? []).map(({ attributes }) => [
      attributes['Id'] ?? '',
      resolved(folder, attributes['Target'] ?? ''),
    ]),
  )
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

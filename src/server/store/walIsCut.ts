/**
 * Whether the write-ahead log lacks frames that were committed: SQLite takes a log that is cut
 * short, or damaged, for one that ends there, and says nothing. What was committed last stands
 * in its index (https://www.sqlite.org/walformat.html), which a killed process leaves behind.
 *
 * Call before this process opens the database.
 */
import { existsSync, readFileSync } from 'node:fs'
import { databaseFile } from './paths.ts'

const walHeader = 32
const frameHeader = 24

/** Offsets in the header of the index. */
const index = { pageSize: 14, lastFrame: 16, salts: 32 } as const

export function walIsCut(directory: string): boolean {
  const wal = `${databaseFile(directory)}-wal`
  const shm = `${databaseFile(directory)}-shm`
  if (!existsSync(shm)) return false
  const known = readFileSync(shm)
  if (known.length < 48) return false
  // The index is in the byte order of the machine; the log is big-endian.
  const last = known.readUInt32LE(index.lastFrame)
  if (last === 0) return false
  if (!existsSync(wal)) return true
  const log = readFileSync(wal)
  if (log.length < walHeader) return true
  // Another generation of the log: the index is of before.
  if (!log.subarray(16, 24).equals(known.subarray(index.salts, index.salts + 8))) return false
  return soundFrames(log, last) < last
}

/** How many of the first `wanted` frames are there and match their checksums. */
function soundFrames(log: Buffer, wanted: number): number {
  const pageSize = log.readUInt32BE(8)
  const isBig = (log.readUInt32BE(0) & 1) === 1
  const salts = log.subarray(16, 24)
  let sums = added([0, 0], log.subarray(0, 24), isBig)
  for (let frame = 0; frame < wanted; frame += 1) {
    const at = walHeader + frame * (frameHeader + pageSize)
    if (at + frameHeader + pageSize > log.length) return frame
    const header = log.subarray(at, at + frameHeader)
    if (!header.subarray(8, 16).equals(salts)) return frame
    sums = added(sums, header.subarray(0, 8), isBig)
    sums = added(sums, log.subarray(at + frameHeader, at + frameHeader + pageSize), isBig)
    if (header.readUInt32BE(16) !== sums[0] || header.readUInt32BE(20) !== sums[1]) return frame
  }
  return wanted
}

type Sums = readonly [number, number]

function added([first, second]: Sums, bytes: Buffer, isBig: boolean): Sums {
  let [a, b] = [first, second]
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0
    b = (b + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0
  }
  return [a, b]
}

/** `npm run torture`: the long form of what the tests do in short. Ends with 1 when anything acknowledged is missing. */
import { killRounds } from './kills.ts'

const kills = Number(process.argv[2] ?? 100)
const toll = await killRounds({
  kills,
  writers: 20,
  every: 20,
  tell: (done) => process.stdout.write(`\rkill -9: ${done}/${kills}`),
})
const { made, acknowledged, missing, refused } = toll
console.log(`\n${made} edits made, ${acknowledged} acknowledged, ${missing.length} of them missing`)
if (refused.length > 0) console.log(`refused: ${JSON.stringify(counted(refused))}`)
process.exitCode = missing.length > 0 ? 1 : 0

function counted(codes: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]),
  )
}

/** Compacts a chart and kills itself after the step that is named. */
import { compact, compactionSteps } from '../../../src/server/store/compaction.ts'
import { openDatabase } from '../../../src/server/store/database.ts'

const [directory, last] = process.argv.slice(2) as [string, string]
compact(
  openDatabase(directory),
  'c',
  compactionSteps.map(({ name, run }) => ({
    name,
    run: (database, compaction) => {
      const after = run(database, compaction)
      if (name === last) process.kill(process.pid, 'SIGKILL')
      return after
    },
  })),
)

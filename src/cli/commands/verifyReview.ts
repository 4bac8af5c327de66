/** `qingquan review verify`: works out the chain of hashes of a review anew. Exit code 1 if it does not fit. */
import type { ReviewEvent } from '../../model/review/review.ts'
import { verifyChain } from '../../model/review/reviewChain.ts'
import { reviewCommandWords as words } from '../../text/messages/laws.ts'
import { CommandError, type CliCommand } from '../cliCommand.ts'

export const verifyReview: CliCommand = {
  name: 'review',
  usage: words.usage,
  run: async ([act, path, ...more], io) => {
    if (act !== 'verify' || path === undefined || more.length > 0) throw new CommandError(words.wrong, 2)
    const verdict = verifyChain(eventsIn(new TextDecoder().decode(await io.readFile(path))))
    io.stdout.write(
      `${verdict.ok ? words.sound(verdict.events, verdict.unchained, verdict.head) : words.broken(verdict.at)}\n`,
    )
    return verdict.ok ? 0 : 1
  },
}

function eventsIn(text: string): readonly ReviewEvent[] {
  try {
    const { events } = JSON.parse(text) as { readonly events?: unknown }
    if (Array.isArray(events)) return events as readonly ReviewEvent[]
  } catch (error) {
    throw new CommandError(words.unreadable, 1, { cause: error })
  }
  throw new CommandError(words.unreadable, 1)
}

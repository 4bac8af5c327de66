import { isOwnColours, ownColoursProblem } from '../../model/unit/ownColours.ts'
import { styleNames, type SheetStyle } from '../../sheet/styles.ts'
import { ownColoursText } from '../../text/messages/ownColoursText.ts'
import { CommandError } from '../cliCommand.ts'
import { choiceOption } from '../options.ts'

/** A style by name, or two colours (#8b1a1a+#fdf3e1) on which text can be read. */
export function styleOption(written: string): SheetStyle {
  if (!isOwnColours(written)) return choiceOption('style', written, styleNames)
  const problem = ownColoursProblem(written)
  if (problem) throw new CommandError(ownColoursText[problem], 2)
  return written
}

/** Copy, cut and paste of the menu: the same as by keys, where the browser lets a page do it. */
import type { MenuProps } from 'antd'
import { partInLane, partPlacedAt } from '../../model/edits/partPlacedAt.ts'
import { canvasText } from '../../text/screen/commands.ts'
import type { Situation } from '../openChart/commands/command.ts'
import { mayEdit, pastePart } from '../openChart/commands/stepCommands.ts'
import { keyLabel } from '../openChart/commands/useKeys.ts'
import type { OpenMenu } from '../openChart/session.ts'
import { useSession } from '../openChart/session.ts'
import { readAndPaste } from './useClipboard.ts'

type Items = NonNullable<MenuProps['items']>

/** What may be done with the clipboard here; who only reads may copy. */
export function clipboardItems(situation: () => Situation): Items {
  const now = situation()
  const { selection, edition, menu } = now.session
  const has = selection.steps.length > 0 && edition === 'internal'
  const writes = mayEdit(now)
  const paste = (): void => void pasteFromClipboard(situation, null)
  const pasteHere = (): void => void pasteFromClipboard(situation, menu)
  return [
    ...(has ? [item('copy', 'Mod+C', () => byEvent('copy'))] : []),
    ...(has && writes ? [item('cut', 'Mod+X', () => byEvent('cut'))] : []),
    ...(writes ? [item('paste', 'Mod+V', paste)] : []),
    ...(writes && menu?.at ? [item('pasteHere', '', pasteHere)] : []),
  ]
}

const item = (
  name: 'copy' | 'cut' | 'paste' | 'pasteHere',
  key: string,
  onClick: () => void,
): Items[number] => ({
  key: name,
  label: canvasText[name],
  extra: keyLabel(key),
  onClick,
})

const allowing = (event: Event) => event.preventDefault()

/** Runs the listeners of the keys. Chromium copies without a text selection only if it is told so before. */
function byEvent(name: 'copy' | 'cut'): void {
  addEventListener(`before${name}`, allowing)
  // The only way that works without https; nothing replaces it there.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand(name)
  removeEventListener(`before${name}`, allowing)
}

async function pasteFromClipboard(situation: () => Situation, place: OpenMenu | null): Promise<void> {
  const { copiedSteps } = useSession.getState()
  const text = copiedSteps?.isLatest ? copiedSteps.text : await clipboardText()
  const now = situation()
  if (text === null) return now.say(canvasText.pasteByKey)
  const [carried, standing] =
    copiedSteps?.text === text ? [JSON.stringify(copiedSteps.part), copiedSteps.standing] : ['', []]
  await readAndPaste(carried, { text, html: '' }, now, (part) => {
    if (!place?.at) return pastePart(part, now)
    const { view, edition } = now.session
    const placed = partPlacedAt(part, { view, edition, at: place.at, standing })
    if (view !== 'lanes' || place.lane === undefined) return pastePart(placed, now)
    const post = now.doc.chart().posts.find(({ id }) => id === place.lane)
    return pastePart(partInLane(placed, post ?? null), now)
  })
}

/** Null where the browser does not let a page read it. */
async function clipboardText(): Promise<string | null> {
  // Missing without https.
  const clipboard = navigator.clipboard as Clipboard | undefined
  try {
    return (await clipboard?.readText()) ?? null
  } catch {
    return null
  }
}

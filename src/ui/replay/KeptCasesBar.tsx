import { Button, Checkbox } from 'antd'
import { replayScreen as words } from '../../text/screen/replayScreen.ts'
import { useToasts } from '../base/toastContext.ts'
import type { useReplay } from './useReplay.ts'

/** What the server keeps of these cases, and by which chart they are judged. */
export function KeptCasesBar({ replay }: { readonly replay: ReturnType<typeof useReplay> }) {
  const { modal } = useToasts()
  const { asked, result, store, isKept, isWorking, change, save, remove } = replay
  if (!asked || !result) return null
  const askToRemove = () =>
    modal.confirm({
      title: words.removeTitle(result.cases.length),
      content: words.removeWords,
      okText: words.remove,
      okButtonProps: { danger: true },
      onOk: remove,
    })
  return (
    <div className="replay-bar">
      {isKept ? (
        <span>{words.isKept(result.cases.length)}</span>
      ) : (
        <Button disabled={isWorking} title={words.keepHint} onClick={() => void save()}>
          {words.keep(result.cases.length)}
        </Button>
      )}
      {store.editions.length > 0 && (
        <Checkbox
          checked={asked.byEdition}
          onChange={({ target }) => void change({ byEdition: target.checked })}
        >
          {words.byEdition(store.editions.length)}
        </Checkbox>
      )}
      <span className="grow" />
      {isKept && store.mayRemove && (
        <Button type="text" danger onClick={askToRemove}>
          {words.remove}
        </Button>
      )}
    </div>
  )
}

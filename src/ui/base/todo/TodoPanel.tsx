import { useEffect, useRef } from 'react'
import { Button, Spin } from 'antd'
import type { ListedTodo } from '../../../model/review/todosOf.ts'
import { todoKinds } from '../../../model/review/todoKinds.ts'
import { dayWords } from '../../../text/screen/review.ts'
import { todoText } from '../../../text/screen/todoText.ts'
import { useAppServices } from '../appServices.ts'
import { navigate } from '../routes.ts'
import { useEscape } from '../useEscape.ts'
import { useTodos } from './todoStore.ts'

/** The mark that a chart opens at for its rung: none has this id. */
const atRung = 'rung'

/** What waits, by kind; a press opens the chart at the place. */
export function TodoPanel({ onClose }: { readonly onClose: () => void }) {
  const { list, failed } = useTodos()
  const { person } = useAppServices()
  const panel = useRef<HTMLElement>(null)
  useEscape(onClose)
  useEffect(() => panel.current?.focus(), [])
  usePressOutside(panel, onClose)
  const all = list?.todos ?? []
  const isUnknown = list === null && !failed && person.read() === undefined
  return (
    <section ref={panel} tabIndex={-1} className="todo-panel" aria-label={todoText.heading}>
      <h2>{todoText.heading}</h2>
      {failed && <p role="alert">{todoText.failed}</p>}
      {isUnknown && <p className="field-help">{todoText.unknown}</p>}
      {list === null && !failed && !isUnknown && <Spin />}
      {list !== null && all.length === 0 && <p className="field-help">{todoText.none}</p>}
      {todoKinds.map((kind) => {
        const some = all.filter((todo) => todo.kind === kind)
        const left = (list?.counts[kind] ?? 0) - some.length
        if (some.length === 0) return null
        return (
          <div key={kind}>
            <h3>
              {todoText.kinds[kind]} {list?.counts[kind]}
            </h3>
            <ul>
              {some.map((todo) => (
                <li key={`${todo.chart} ${todo.about ?? ''}`}>
                  <TodoItem todo={todo} onClose={onClose} />
                </li>
              ))}
            </ul>
            {left > 0 && <small>{todoText.more(left)}</small>}
          </div>
        )
      })}
      <Button
        size="small"
        onClick={() => {
          onClose()
          navigate({ at: 'review' })
        }}
      >
        {todoText.all}
      </Button>
    </section>
  )
}

interface TodoItemProps {
  readonly todo: ListedTodo
  readonly onClose: () => void
}

function TodoItem({ todo, onClose }: TodoItemProps) {
  const { now } = useAppServices()
  const { chart, title, text, about, at, deadline } = todo
  const isLate = deadline !== undefined && deadline < dayWords(now())
  return (
    <button
      type="button"
      className="todo-item"
      onClick={() => {
        onClose()
        navigate({ at: 'chart', chart, mark: about ?? atRung })
      }}
    >
      <strong>{title || todoText.untitled}</strong>
      <span>{text}</span>
      {deadline !== undefined && (
        <small className={isLate ? 'todo-late' : ''}>
          {isLate ? todoText.overdue(deadline) : todoText.deadline(deadline)}
        </small>
      )}
      {deadline === undefined && at !== undefined && <small>{dayWords(at)}</small>}
    </button>
  )
}

function usePressOutside(panel: React.RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Element && !panel.current?.parentElement?.contains(target)) onClose()
    }
    addEventListener('pointerdown', pressed)
    return () => removeEventListener('pointerdown', pressed)
  }, [panel, onClose])
}

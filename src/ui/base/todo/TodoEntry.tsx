import { Suspense, useEffect } from 'react'
import { todoText } from '../../../text/screen/todoText.ts'
import { lazyPart } from '../lazyPart.tsx'
import { openTodos, useTodos } from './todoStore.ts'
import { useTodoPolling } from './useTodoPolling.ts'
import './TodoEntry.css'

const TodoPanel = lazyPart(async () => (await import('./TodoPanel.tsx')).TodoPanel)

const close = () => useTodos.setState({ open: false })

/** 待我处理 with its number, on every page; opens the list. */
export function TodoEntry() {
  useTodoPolling()
  const list = useTodos((state) => state.list)
  const open = useTodos((state) => state.open)
  useEffect(() => close, [])
  const count = list ? Object.values(list.counts).reduce((sum, each) => sum + each, 0) : 0
  return (
    <span className="todo">
      <button
        type="button"
        className="todo-entry"
        aria-label={todoText.entry(count)}
        title={`${todoText.heading}（Shift+F9）`}
        aria-expanded={open}
        onClick={() => (open ? close() : openTodos())}
      >
        <span className="todo-word">{todoText.heading}</span>
        {count > 0 && <b>{count > 99 ? '99+' : count}</b>}
      </button>
      {open && (
        <Suspense>
          <TodoPanel onClose={close} />
        </Suspense>
      )}
    </span>
  )
}

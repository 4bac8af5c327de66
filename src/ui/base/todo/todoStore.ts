/** What waits for this person, as the server last said it: one store for every page. */
import { create } from 'zustand'
import type { TodoList } from '../../../model/review/todosOf.ts'

interface TodoState {
  /** Null until the server has said something. */
  readonly list: TodoList | null
  /** The last answer did not come. */
  readonly failed: boolean
  readonly open: boolean
  /** Counts up when something happened that may change the list. */
  readonly asked: number
}

export const useTodos = create<TodoState>(() => ({ list: null, failed: false, open: false, asked: 0 }))

/** Something was said or done in a review: what waits may be less or more. */
export function askTodos(): void {
  useTodos.setState(({ asked }) => ({ asked: asked + 1 }))
}

export function openTodos(): void {
  useTodos.setState({ open: true })
  askTodos()
}

import { createContext, use } from 'react'
import type { Room } from './openChart.ts'

export const RoomContext = createContext<Room | null>(null)

/** The chart that is open, with its connection and whoever else is here. */
export function useRoom(): Room {
  const room = use(RoomContext)
  if (!room) throw new Error('outside of a room')
  return room
}

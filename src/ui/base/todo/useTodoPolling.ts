import { useEffect } from 'react'
import type { AppServices } from '../appServices.ts'
import { useAppServices } from '../appServices.ts'
import { useTodos } from './todoStore.ts'

/** ms between questions while the page is looked at. */
const every = 20_000

/** ms: the page comes first, and what several events change is asked once. */
const soon = 1200

/** Asks the server at once, every now and then, when one comes back to the page, and when something happened. */
export function useTodoPolling(): void {
  const services = useAppServices()
  useEffect(() => {
    let here = true
    let stop: () => void = () => undefined
    const ask = async () => {
      stop()
      if (document.visibilityState === 'visible' && (await isKnown(services)))
        await read(services, () => here)
      if (here) stop = services.after(every, () => void ask())
    }
    const woken = () => void (document.visibilityState === 'visible' && ask())
    const askSoon = () => {
      stop()
      stop = services.after(soon, () => void ask())
    }
    askSoon()
    const unsubscribe = useTodos.subscribe(({ asked }, before) => asked !== before.asked && askSoon())
    document.addEventListener('visibilitychange', woken)
    return () => {
      here = false
      stop()
      unsubscribe()
      document.removeEventListener('visibilitychange', woken)
    }
  }, [services])
}

async function read({ api }: AppServices, isHere: () => boolean): Promise<void> {
  try {
    const list = await api.review.todo()
    if (isHere()) useTodos.setState({ list, failed: false })
  } catch {
    if (isHere()) useTodos.setState({ failed: true })
  }
}

/** Who came by no link has nothing on the server: the request is skipped. */
async function isKnown({ person, charts }: AppServices): Promise<boolean> {
  return person.read() !== undefined || (await charts.list()).some(({ role }) => role !== undefined)
}

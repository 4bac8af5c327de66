/**
 * The front door: time, randomness, the worker and the browser's storage come in here
 * and are handed down. Below the UI nothing reaches for them by itself.
 */
import { nanoid } from 'nanoid'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openLocalCharts } from '../collab/localCharts.ts'
import { frontDoor } from '../text/screen.ts'
import { App } from './App.tsx'
import { startArranger } from './canvas/arranger.ts'
import type { House } from './house.ts'
import { HouseContext } from './house.ts'
import { beginTheme } from './style/useTheme.ts'
import { noteCompositions } from './typing.ts'
import './style/tokens.css'
import './style/app.css'

async function openHouse(): Promise<House> {
  return {
    charts: await openLocalCharts(),
    arranger: startArranger(),
    newId: () => nanoid(10),
    now: () => Date.now(),
  }
}

noteCompositions(document)
beginTheme()
addEventListener('unhandledrejection', sayTrouble)
const root = createRoot(document.getElementById('root')!)
try {
  const house = await openHouse()
  root.render(
    <StrictMode>
      <HouseContext value={house}>
        <App />
      </HouseContext>
    </StrictMode>,
  )
} catch (error) {
  root.render(<NoStorage why={error instanceof Error ? error.message : String(error)} />)
}

/** What nobody caught is said here: a part of the page that could not be fetched after an upgrade, say. */
function sayTrouble(): void {
  const place = document.getElementById('trouble')!
  place.textContent = frontDoor.trouble
  place.hidden = false
}

/** Without storage nothing could be kept, and work that cannot be kept must not begin. */
function NoStorage({ why }: { readonly why: string }) {
  return (
    <div className="waiting" role="alert">
      <p>{frontDoor.noStorage}</p>
      <small>{why}</small>
    </div>
  )
}

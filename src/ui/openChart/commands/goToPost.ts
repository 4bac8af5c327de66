import { select, setSession } from '../session.ts'

/** Shows the form of the chart with the keyboard in the name of a post, counted in lane order. */
export function goToPost(at: number): void {
  select({})
  setSession({ sidePanel: 'form', table: false })
  requestAnimationFrame(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('.posts .post input')
    const field = fields[at] ?? document.querySelector<HTMLInputElement>('.panel input')
    field?.focus()
    field?.select()
  })
}

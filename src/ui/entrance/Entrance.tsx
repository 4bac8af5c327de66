import { useEffect, useRef, useState } from 'react'
import { Button, Input, Spin } from 'antd'
import type { CallFault } from '../../collab/serverCalls.ts'
import type { Id } from '../../model/chart.ts'
import type { Person } from '../../protocol/api.ts'
import { entrance, entranceFault } from '../../text/screen/together.ts'
import type { AppServices } from '../base/appServices.ts'
import { useAppServices } from '../base/appServices.ts'
import { navigate } from '../base/routes.ts'
import { belongsToInputMethod } from '../base/inputMethod.ts'
import { PersonFields } from '../base/PersonFields.tsx'
import './Entrance.css'

interface EntranceProps {
  /** Undefined for the administrator's link, which opens every chart. */
  readonly chart: Id | undefined
  /** The secret of a share link. */
  readonly token: string
  /** Called when the person is admitted, or continues with this browser's charts. */
  readonly onDone: () => void
}

/** Entry by a share link: asks for name and password if needed, explains a refusal. */
export function Entrance({ chart, token, onDone }: EntranceProps) {
  const services = useAppServices()
  const known = services.person.read()
  const [person, setPerson] = useState(known ?? { name: '', post: '' })
  const [password, setPassword] = useState('')
  const { fault, entering, enter } = useEntering(services, { chart, token }, onDone)
  const hasOwn = useHasOwn(services, chart)
  const tried = useRef(false)
  useEffect(() => {
    // Skip the form if a name is known.
    if (tried.current || !known?.name) return
    tried.current = true
    enter(known, '')
  })
  const submit = () => enter({ name: person.name.trim(), post: person.post.trim() }, password)
  const asksPassword = fault === 'password-needed' || fault === 'wrong-password'
  if (entering)
    return (
      <main className="waiting">
        <Spin /> {entrance.entering}
      </main>
    )
  return (
    <main>
      <form
        className="entrance"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && belongsToInputMethod(event.nativeEvent)) event.preventDefault()
        }}
      >
        <h1>{chart === undefined ? entrance.headingAll : entrance.heading}</h1>
        <p>{entrance.lead}</p>
        <PersonFields person={person} onChange={setPerson} />
        {asksPassword && (
          <label className="field">
            <span className="field-label">{entrance.password}</span>
            <Input.Password
              aria-label={entrance.password}
              value={password}
              autoComplete="off"
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
        )}
        {fault !== null && <p role="alert">{faultText(fault)}</p>}
        <Button type="primary" htmlType="submit">
          {entrance.enter}
        </Button>
        {hasOwn && fault !== null && <Button onClick={onDone}>{entrance.own}</Button>}
        <Button type="link" onClick={() => navigate({ at: 'home' })}>
          {entrance.home}
        </Button>
      </form>
    </main>
  )
}

type Fault = CallFault | 'name-needed'

interface Way {
  readonly chart: Id | undefined
  readonly token: string
}

function useEntering(services: AppServices, { chart, token }: Way, onDone: () => void) {
  const [fault, setFault] = useState<Fault | null>(null)
  const [entering, setEntering] = useState(false)
  const enter = (person: Person, password: string) => {
    if (person.name === '') return setFault('name-needed')
    const entered = async () => {
      setEntering(true)
      const words = password === '' ? {} : { password }
      const redeemed = await services.server.redeem({
        ...(chart === undefined ? {} : { chart }),
        token,
        ...person,
        ...words,
      })
      setEntering(false)
      if (!redeemed.ok) return setFault(redeemed.code)
      // An existing session keeps its name until a new one is sent.
      await services.server.sayWho(person)
      services.person.keep(person)
      // Remove the secret from the address bar and the browser's history.
      history.replaceState(null, '', location.pathname)
      onDone()
    }
    void entered()
  }
  return { fault, entering, enter }
}

function useHasOwn({ charts }: AppServices, chart: Id | undefined): boolean {
  const [own, setOwn] = useState(false)
  useEffect(() => {
    void charts.list().then((all) => setOwn(all.some(({ id }) => id === chart)))
  }, [charts, chart])
  return own
}

function faultText(fault: Fault): string {
  if (fault === 'name-needed') return entrance.needName
  return fault in entranceFault ? entranceFault[fault as keyof typeof entranceFault] : entranceFault.other
}

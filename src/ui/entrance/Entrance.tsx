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
  /** None: the administrator's link, which opens every chart. */
  readonly chart: Id | undefined
  /** The secret of a share link. */
  readonly token: string
  /** The person is in; or goes on with what this browser keeps. */
  readonly onDone: () => void
}

/** Coming in by a share link: who one is, the password where there is one, and in plain words why not. */
export function Entrance({ chart, token, onDone }: EntranceProps) {
  const services = useAppServices()
  const known = services.person.read()
  const [person, setPerson] = useState(known ?? { name: '', post: '' })
  const [password, setPassword] = useState('')
  const { fault, entering, enter } = useEntering(services, { chart, token }, onDone)
  const hasOwn = useHasOwn(services, chart)
  const tried = useRef(false)
  useEffect(() => {
    // Who has said their name before need not say it again.
    if (tried.current || !known?.name) return
    tried.current = true
    enter(known, '')
  })
  const submit = () => enter({ name: person.name.trim(), post: person.post.trim() }, password)
  const asksPassword = fault === 'password-needed' || fault === 'wrong-password'
  if (entering)
    return (
      <div className="waiting">
        <Spin /> {entrance.entering}
      </div>
    )
  return (
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
      // A session that was there before keeps its name until it is told another.
      await services.server.sayWho(person)
      services.person.keep(person)
      // The secret stays neither on the screen nor in the history of the browser.
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

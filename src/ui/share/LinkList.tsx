import { useState } from 'react'
import { Button } from 'antd'
import type { Id } from '../../model/chart.ts'
import type { ShareLink } from '../../protocol/api.ts'
import { momentWords } from '../../text/screen/history.ts'
import { roleName, shareText } from '../../text/screen/share.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useToasts } from '../base/toastContext.ts'
import { LinkTermsForm } from './LinkTermsForm.tsx'
import './LinkList.css'

interface LinkListProps {
  readonly chart: Id
  readonly links: readonly ShareLink[]
  readonly onChanged: () => void
}

/** Working links first, each part newest first. */
export function LinkList({ chart, links, onChanged }: LinkListProps) {
  const { now } = useAppServices()
  const moment = now()
  const sorted = [...links].sort(
    (a, b) => Number(why(a, moment) !== null) - Number(why(b, moment) !== null) || b.createdAt - a.createdAt,
  )
  const owners = links.filter((link) => link.role === 'owner' && why(link, moment) === null)
  return (
    <section aria-label={shareText.links}>
      <h3 className="share-heading">
        {shareText.links}
        <span className="count">{links.length}</span>
      </h3>
      {links.length === 0 && <p className="field-help">{shareText.none}</p>}
      <ul className="share-links">
        {sorted.map((link) => (
          <OneLink
            key={link.id}
            chart={chart}
            link={link}
            now={moment}
            isLastOwner={owners.length === 1 && owners[0] === link}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  )
}

/** Why a link no longer works; null if it does. */
function why({ revokedAt, expiresAt, maxUses, uses }: ShareLink, now: number): string | null {
  if (revokedAt !== undefined) return shareText.revoked
  if (expiresAt !== undefined && expiresAt <= now) return shareText.expired
  return maxUses !== undefined && uses.length >= maxUses ? shareText.usedUp : null
}

interface OneLinkProps extends Pick<LinkListProps, 'chart' | 'onChanged'> {
  readonly link: ShareLink
  readonly now: number
  /** Without it nobody could manage the chart. */
  readonly isLastOwner: boolean
}

function OneLink({ chart, link, now, isLastOwner, onChanged }: OneLinkProps) {
  const { message, modal } = useToasts()
  const server = useApi().charts
  const [isOpen, setOpen] = useState(false)
  const gone = why(link, now)
  const name = link.name || (link.mine ? shareText.ownLink : shareText.unnamed)
  const revoke = () =>
    modal.confirm({
      title: shareText.revokeAsk(name),
      content: link.mine ? `${shareText.revokeOwn}${shareText.revokeNote}` : shareText.revokeNote,
      okText: shareText.revoke,
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await server.revokeLink(chart, link.id)
          onChanged()
        } catch (error) {
          void message.error({ content: sayServerError(error), duration: 8 })
        }
      },
    })
  return (
    <li className={gone === null ? undefined : 'share-gone'}>
      <div className="share-link">
        <strong>{name}</strong>
        <span className="mark-word">{roleName[link.role]}</span>
        {link.mine && link.name !== '' && <span className="mark-word">{shareText.mine}</span>}
        {gone !== null && <span className="mark-word mark-off">{gone}</span>}
        <span className="grow" />
        {link.revokedAt === undefined && (
          <Button size="small" type="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {shareText.change}
          </Button>
        )}
        {link.revokedAt === undefined && (
          <Button
            size="small"
            danger
            type="text"
            disabled={isLastOwner}
            title={isLastOwner ? shareText.lastOwner : undefined}
            onClick={revoke}
          >
            {shareText.revoke}
          </Button>
        )}
      </div>
      <p>{factsOf(link, now).join(' · ')}</p>
      {isOpen && (
        <LinkTermsForm chart={chart} link={link} onChanged={onChanged} onClose={() => setOpen(false)} />
      )}
      <Uses link={link} now={now} />
    </li>
  )
}

function factsOf(
  { createdAt, expiresAt, hasPassword, maxUses, uses }: ShareLink,
  now: number,
): readonly string[] {
  const today = new Date(now)
  return [
    shareText.createdAt(momentWords(new Date(createdAt), today)),
    expiresAt === undefined ? '' : shareText.expiresAt(momentWords(new Date(expiresAt), today)),
    hasPassword ? shareText.withPassword : '',
    uses.length === 0 && maxUses === undefined ? shareText.neverUsed : shareText.uses(uses.length, maxUses),
  ].filter((fact) => fact !== '')
}

/** Maximum number shown; the rest are counted. */
const shownUses = 5

function Uses({ link, now }: Pick<OneLinkProps, 'link' | 'now'>) {
  if (link.uses.length === 0) return null
  const uses = [...link.uses].reverse()
  return (
    <ul className="share-uses">
      {uses.slice(0, shownUses).map(({ at, name, post, address }) => (
        <li key={`${at} ${name}`}>
          {shareText.use(
            address === undefined ? shareText.who(name, post) : shareText.program(address),
            momentWords(new Date(at), new Date(now)),
          )}
        </li>
      ))}
      {uses.length > shownUses && <li>{shareText.moreUses(uses.length - shownUses)}</li>}
    </ul>
  )
}

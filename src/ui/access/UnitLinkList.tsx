import { Button } from 'antd'
import type { CreatedUnitLink, UnitLink } from '../../protocol/api.ts'
import { accessText } from '../../text/screen/accessText.ts'
import { momentWords } from '../../text/screen/history.ts'
import { shareText } from '../../text/screen/share.ts'
import { useApi, useAppServices } from '../base/appServices.ts'
import { sayServerError } from '../base/api/httpClient.ts'
import { useToasts } from '../base/toastContext.ts'

interface UnitLinkListProps {
  readonly links: readonly UnitLink[]
  readonly onChanged: () => void
  readonly onMade: (link: CreatedUnitLink) => void
}

/** Working links first, each part newest first. */
export function UnitLinkList({ links, onChanged, onMade }: UnitLinkListProps) {
  const now = useAppServices().now()
  const sorted = [...links].sort(
    (a, b) => Number(isOver(a, now)) - Number(isOver(b, now)) || b.createdAt - a.createdAt,
  )
  return (
    <section aria-label={accessText.links}>
      <h3>{accessText.links}</h3>
      <ul>
        {sorted.map((link) => (
          <OneUnitLink key={link.id} link={link} now={now} onChanged={onChanged} onMade={onMade} />
        ))}
      </ul>
    </section>
  )
}

function isOver({ revokedAt, expiresAt }: UnitLink, now: number): boolean {
  return revokedAt !== undefined || (expiresAt !== undefined && expiresAt <= now)
}

interface OneUnitLinkProps extends Pick<UnitLinkListProps, 'onChanged' | 'onMade'> {
  readonly link: UnitLink
  readonly now: number
}

function OneUnitLink({ link, now, onChanged, onMade }: OneUnitLinkProps) {
  const { rotate, revoke } = useLinkActs(link, { onChanged, onMade })
  const over = isOver(link, now)
  return (
    <li>
      <strong>{link.name || shareText.unnamed}</strong> {factsOf(link, now).join(' · ')}{' '}
      {!over && (
        <>
          <Button size="small" type="text" onClick={rotate}>
            {accessText.rotate}
          </Button>
          <Button size="small" type="text" danger onClick={revoke}>
            {accessText.revoke}
          </Button>
        </>
      )}
      <ul>
        {[...link.uses]
          .reverse()
          .slice(0, 5)
          .map(({ at, name, post, address }) => (
            <li key={`${at} ${name} ${address}`}>
              {shareText.use(
                address === undefined ? shareText.who(name, post) : shareText.program(address),
                momentWords(new Date(at), new Date(now)),
              )}
            </li>
          ))}
      </ul>
    </li>
  )
}

function factsOf(link: UnitLink, now: number): readonly string[] {
  const today = new Date(now)
  const { scope, catalogue, publishes, mine, createdAt, expiresAt, revokedAt, uses, maxUses } = link
  return [
    accessText.scopeShort[scope],
    ...(scope === 'unit'
      ? [`${accessText.catalogue}：${accessText.catalogueName[catalogue ?? 'none']}`]
      : []),
    ...(publishes ? [accessText.publishes] : []),
    ...(mine ? [accessText.own] : []),
    shareText.createdAt(momentWords(new Date(createdAt), today)),
    ...(expiresAt === undefined ? [] : [shareText.expiresAt(momentWords(new Date(expiresAt), today))]),
    ...(revokedAt === undefined ? [] : [shareText.revoked]),
    shareText.uses(uses.length, maxUses),
  ]
}

function useLinkActs(link: UnitLink, { onChanged, onMade }: Pick<UnitLinkListProps, 'onChanged' | 'onMade'>) {
  const { access } = useApi()
  const { message, modal } = useToasts()
  const name = link.name || accessText.scopeShort[link.scope]
  const tried = async (act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      void message.error({ content: sayServerError(error), duration: 8 })
    }
  }
  return {
    rotate: () =>
      modal.confirm({
        title: accessText.rotateAsk(name),
        content: accessText.rotateNote,
        okText: accessText.rotate,
        onOk: async () => tried(async () => onMade(await access.rotateLink(link.id))),
      }),
    revoke: () =>
      modal.confirm({
        title: accessText.revokeAsk(name),
        content: link.mine ? `${accessText.revokeOwn}${accessText.revokeNote}` : accessText.revokeNote,
        okText: accessText.revoke,
        okButtonProps: { danger: true },
        onOk: async () =>
          tried(async () => {
            await access.revokeLink(link.id, { own: link.mine })
            onChanged()
          }),
      }),
  }
}

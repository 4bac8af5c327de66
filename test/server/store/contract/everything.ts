/** A data directory in which every table has rows, some of them awkward. */
import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../../../../src/server/store/database.ts'
import { sha256 } from '../../../../src/server/store/rows.ts'
import { sqliteTables } from '../../../../src/server/store/sqliteTables.ts'
import { aChart, entry, writer } from '../parts.ts'

export function fillEverything(directory: string): void {
  const database = openDatabase(directory)
  const {
    charts,
    log,
    links,
    people,
    revisions,
    review,
    publications,
    powers,
    unit,
    cases,
    control,
    unitEvents,
  } = sqliteTables(database)
  people.create({ id: 'p', name: "张三'; --", post: '科员\n二行' }, 1)
  people.begin('a'.repeat(64), 'p', 2)
  const [write, writeB, writeC] = [writer(1), writer(2), writer(3)]
  const change = { root: 'steps', id: 's', field: 'name', before: '\0审', after: '审查🀄' }
  const writes = { a: write, B: writeB, 乙: writeC }
  for (const id of ['乙', 'a', 'B'] as const)
    charts.create(
      aChart(id, { title: `图\\x41{1,"2"} ${id}`, sketch: 't0|' }),
      entry(id, writes[id](id, id)),
      [{ id: `l${id}`, hash: `h${id}`, chart: id, role: 'owner', name: '', createdAt: 1, maxUses: 3 }],
    )
  const lost = { kept: { by: 'p', value: '留' }, lost: { by: 'q', value: null } }
  for (let at = 1; at < 6; at += 1)
    log.append([
      entry('a', write('x', at), {
        at: 1_790_000_000_000 + at,
        clients: [at, 2 ** 32 - at],
        changes: [change],
        conflicts: [{ root: 'steps', id: 's', field: 'note', ...lost }],
      }),
    ])
  log.compact('a')
  log.append([entry('a', write('y', '\0')), entry('B', writeB('z', 1))])
  charts.place('a', { folder: '许可', isTemplate: true })
  charts.remove('B', 4_000_000_000_000)
  links.create({ id: 'adm', hash: 'hadm', role: 'owner', name: '', createdAt: 1, password: 's:h' })
  links.use('la', 'p', 3)
  links.useOnce('la', 'bearer:::1', 4)
  for (const [id, at] of [
    ['r2', 2],
    ['r1', 1],
  ] as const) {
    const file = JSON.stringify({ 一: '\0', id })
    const kind = 'named'
    revisions.add({ id, chart: 'a', at, kind, name: '稿', authors: ['张'], hash: sha256(file), file })
  }
  const by = { id: 'p', name: '张三', post: '' }
  const notice = {
    id: 'n',
    number: '甲〔2026〕10号',
    what: 'warning',
    colour: 'red',
    addressee: '甲',
    marks: [],
    deadline: '2026-12-01',
  } as const
  review.add('a', 0, { kind: 'issued', by, at: 5, text: '', notice })
  const kept = {
    id: 'pub',
    chart: 'a',
    at: 1,
    revision: 'r1',
    hash: 'h',
    title: '题',
    view: 'flow',
    reviewedBy: '李',
    approver: 'la',
  } as const
  publications.add(kept, { json: '{"a":1}', svg: '\uFEFF<svg>汉</svg>', txt: '一\0\r\n', html: '' })
  publications.keepPicture('pub', new Uint8Array([0, 255, 1]))
  powers.change([{ kind: 'put', id: 'w', fields: { order: 'a1', name: '许可' } }], 'p', 6)
  powers.keepDigests([{ chart: 'a', version: '1', text: '{}' }])
  unit.change({ name: '某局', emblem: 'e' }, new Uint8Array([137, 80]))
  const event = { step: '受理', start: '2026-03-02T09:00:00', person: '张三、李四', row: 0 }
  cases.bring('a', [{ number: 'A1', events: [event], suspensions: [], isClosed: false, isExtended: false }])
  cases.judge('a', { case: 'A1', key: 'k', state: 'dismissed', reason: '补录', by: 'p', at: 5 })
  cases.keepSettings('a', { holdings: [], choices: [], untraced: [] })
  const ended = { kind: 'ended', measure: 'm', from: '2026-01-01', at: 1 } as const
  unitEvents.add('warning:w', 0, ['{}'])
  unitEvents.freeze({ name: '2026', at: 1, sha256: 'aa' }, new Uint8Array([7, 0]))
  control.add('a', 0, ended, { id: 'e', bytes: new Uint8Array([1, 0, 2]) })
  control.plan('a', 1, {
    events: [ended],
    through: 4,
    facts: { title: '图', unit: '', office: '', hash: 'h' },
  })
  database.close()
}

/** Every row of every table, in order. */
export function everyRow(database: DatabaseSync): { readonly [table: string]: readonly unknown[] } {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
  return Object.fromEntries(
    tables.map(({ name }) => [
      String(name),
      database.prepare(`SELECT * FROM ${String(name)} ORDER BY 1, 2`).all(),
    ]),
  )
}

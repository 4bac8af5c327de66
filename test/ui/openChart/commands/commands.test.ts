import { describe, expect, it } from 'vitest'
import { pinyin } from 'pinyin-pro'
import type { Command } from '../../../../src/ui/openChart/commands/command.ts'
import { commands } from '../../../../src/ui/openChart/commands/commands.ts'
import { commandSynonyms } from '../../../../src/text/screen/commandSynonyms.ts'
import { findMatches } from '../../../../src/ui/commandPalette/findable.ts'
import { belongsToInputMethod } from '../../../../src/ui/base/inputMethod.ts'

const all = Object.values<Command>(commands)

describe('the table of commands', () => {
  it('[UI33] gives no key twice', () => {
    const keys = all.flatMap((command) => command.keys)
    expect(keys.length).toBeGreaterThan(20)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('[UI33] takes no key that the browser will not give, or that an input method uses', () => {
    const theirs = [
      'Mod+T',
      'Mod+N',
      'Mod+W',
      'Mod+Shift+T',
      'Mod+Tab',
      'F5',
      'F11',
      'F12',
      'Mod+ ',
      'Shift+ ',
      'Mod+.',
      'Shift',
      'Alt+D',
    ]
    expect(all.flatMap((command) => command.keys).filter((key) => theirs.includes(key))).toEqual([])
  })

  it('[UI33] calls no two commands the same', () => {
    const labels = all.map((command) => command.label)
    expect(new Set(labels).size).toBe(labels.length)
  })
})

describe('finding', () => {
  const list = ['导出', '受理申请', '审查', '撤销'].map((label) => ({
    key: label,
    label,
    note: '',
    run: () => undefined,
  }))

  it.each([
    ['导出', '导出'],
    ['dc', '导出'],
    ['daochu', '导出'],
    ['slsq', '受理申请'],
    ['shenqing', '受理申请'],
    ['chexiao', '撤销'],
  ])('[UI34] finds by Chinese, pinyin and initials: %s → %s', (query, label) => {
    expect(findMatches(query, list)[0]?.label).toBe(label)
  })

  it('[UI34] finds nothing for nonsense, everything for nothing', () => {
    expect(findMatches('zzzz', list)).toEqual([])
    expect(findMatches(' ', list)).toEqual(list)
  })
})

const chinese = (word: string) => /[\u4e00-\u9fff]+/.exec(word)?.[0] ?? ''

describe('everything in the table', () => {
  const findable = Object.entries<Command>(commands).map(([name, { label }]) => ({
    key: name,
    label,
    note: '',
    also: commandSynonyms[name] ?? [],
    run: () => undefined,
  }))

  it.each([
    ['biaoge', 'table'],
    ['yongdao', 'viewLanes'],
    ['sanlan', 'viewColumns'],
    ['waibu', 'editionExternal'],
    ['neibu', 'editionInternal'],
    ['xiayibu', 'connectTo'],
    ['lianxian', 'connectTo'],
    ['ldhj', 'connectTo'],
    ['gangwei', 'posts'],
    ['bangzhu', 'help'],
    ['dayin', 'exportChart'],
    ['lianjie', 'share'],
    ['daiwochuli', 'todo'],
    ['daiban', 'todo'],
    ['pinglun', 'comment'],
    ['gongzuotai', 'workList'],
    ['shensezhuti', undefined],
    ['shense', 'theme'],
    ['tuichu', 'leave'],
    ['shouye', 'newChart'],
  ])('[CV25] is found by other words too: %s', (query, name) => {
    const found = findMatches(query, findable).map(({ key }) => key)
    if (name === undefined) expect(found).toEqual([])
    else expect(found).toContain(name)
  })

  const spoken = findable.flatMap(({ key, label, also }) => [label, ...also].map((word) => ({ key, word })))

  it.each([
    ['Chinese', chinese],
    ['pinyin', (word: string) => pinyin(chinese(word), { toneType: 'none', type: 'array' }).join('')],
    [
      'initials',
      (word: string) => pinyin(chinese(word), { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
    ],
  ])('[CV25] is found by %s, every command and every other word for it', (_, spell) => {
    const lost = spoken.filter(({ key, word }) => {
      const query = spell(word)
      return query !== '' && !findMatches(query, findable).some((found) => found.key === key)
    })
    expect(lost).toEqual([])
    expect(spoken.length).toBeGreaterThan(100)
  })

  it('[CV25] has a key for every view, edition, list and dialog', () => {
    const { viewFlow, viewLanes, viewColumns, editionInternal, editionExternal, table, share } = commands
    const { publication, history, review, check, riskOverview, importRisks, exportChart } = commands
    const all = [viewFlow, viewLanes, viewColumns, editionInternal, editionExternal, table, share]
    const dialogs = [publication, history, review, check, riskOverview, importRisks, exportChart]
    expect([...all, ...dialogs].filter(({ keys }) => keys.length === 0)).toEqual([])
  })

  it('[CV25] has no synonym of a command that is not there', () => {
    expect(Object.keys(commandSynonyms).filter((name) => !(name in commands))).toEqual([])
  })
})

describe('whose a key is', () => {
  const key = { isComposing: false, keyCode: 13, timeStamp: 1000, target: null }

  it('[UI4] is the input method’s while it composes, and where it says 229', () => {
    expect(belongsToInputMethod({ ...key, isComposing: true })).toBe(true)
    expect(belongsToInputMethod({ ...key, keyCode: 229 })).toBe(true)
  })
})

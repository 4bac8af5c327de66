/**
 * Cuts a font down to some characters, by HarfBuzz's own subsetter (harfbuzz-subset.wasm of
 * harfbuzzjs). It is called by its C names; the module imports nothing.
 */

/** Of hb-subset.h: which of the input's sets, and flags. */
const dropTableTags = 3
const noHinting = 0x1
const noLayoutClosure = 0x200

/** Substitution, positioning and vertical writing: charts use none, and GSUB would drag glyphs in. */
const dropped = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'VORG', 'vhea', 'vmtx', 'STAT', 'DSIG', 'gasp']

const memoryModeDuplicate = 0

export type Subsetter = (font: Uint8Array, characters: string) => Uint8Array<ArrayBuffer>

interface HarfBuzz {
  readonly memory: WebAssembly.Memory
  readonly call: (name: string, ...args: readonly number[]) => number
}

export async function openSubsetter(module: WebAssembly.Module): Promise<Subsetter> {
  const { exports } = await WebAssembly.instantiate(module, {})
  const harfbuzz: HarfBuzz = {
    memory: exports['memory'] as WebAssembly.Memory,
    call: (name, ...args) => (exports[name] as (...args: readonly number[]) => number)(...args),
  }
  harfbuzz.call('_initialize')
  return (font, characters) => subset(harfbuzz, font, characters)
}

function subset(harfbuzz: HarfBuzz, font: Uint8Array, characters: string): Uint8Array<ArrayBuffer> {
  const { memory, call } = harfbuzz
  const at = call('malloc', font.byteLength)
  new Uint8Array(memory.buffer).set(font, at)
  const blob = call('hb_blob_create', at, font.byteLength, memoryModeDuplicate, 0, 0)
  call('free', at)
  const face = call('hb_face_create', blob, 0)
  call('hb_blob_destroy', blob)
  const input = inputFor(harfbuzz, characters)
  const cut = call('hb_subset_or_fail', face, input)
  call('hb_subset_input_destroy', input)
  call('hb_face_destroy', face)
  if (cut === 0) throw new Error('HarfBuzz could not cut the font')
  const result = call('hb_face_reference_blob', cut)
  const begin = call('hb_blob_get_data', result, 0)
  const bytes = new Uint8Array(memory.buffer).slice(begin, begin + call('hb_blob_get_length', result))
  call('hb_blob_destroy', result)
  call('hb_face_destroy', cut)
  return bytes
}

function inputFor({ call }: HarfBuzz, characters: string): number {
  const input = call('hb_subset_input_create_or_fail')
  const unicodes = call('hb_subset_input_unicode_set', input)
  for (const character of characters) call('hb_set_add', unicodes, character.codePointAt(0)!)
  const tables = call('hb_subset_input_set', input, dropTableTags)
  for (const tag of dropped) call('hb_set_add', tables, tagNumber(tag))
  call('hb_subset_input_set_flags', input, noHinting | noLayoutClosure)
  return input
}

function tagNumber(tag: string): number {
  return [0, 1, 2, 3].reduce((number, i) => (number << 8) | tag.charCodeAt(i), 0)
}

import codeOf from 'qrcode-generator'

/** Quiet zone in modules on each side. Source: ISO/IEC 18004, 6.3.8. */
const quietZone = 4

interface QrCodeProps {
  readonly address: string
  readonly label: string
}

/** Black on white in every theme, because many phones cannot read inverted codes. */
export function QrCode({ address, label }: QrCodeProps) {
  // URL escapes all non-ASCII characters, so one byte is one character.
  const code = codeOf(0, 'M')
  code.addData(new URL(address).href)
  code.make()
  const across = Array.from({ length: code.getModuleCount() }, (_, at) => at)
  const dark = across.flatMap((y) => across.filter((x) => code.isDark(y, x)).map((x) => `M${x} ${y}h1v1h-1z`))
  const side = across.length + 2 * quietZone
  return (
    <svg viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`} role="img" aria-label={label}>
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#ffffff" />
      <path d={dark.join('')} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  )
}

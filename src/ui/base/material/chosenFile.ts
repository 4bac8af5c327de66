/** Opens the browser's file dialog and passes the chosen file on. */
export function chosenFile(hand: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.xlsx,.csv,.tsv,.txt,.html,.htm,.json,.png,.svg'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) hand(file)
  })
  input.click()
}

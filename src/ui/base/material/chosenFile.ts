/** Opens the browser's file dialog and passes the chosen file on. */
export function chosenFile(hand: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept =
    '.xlsx,.xls,.docx,.csv,.tsv,.txt,.md,.html,.htm,.mht,.mhtml,.rtf,.json,.png,.svg,.doc,.wps,.et,.pptx,.vsdx,.drawio,.xml,.bpmn,.mmd'
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) hand(file)
  })
  input.click()
}

/** A chart that has climbed its whole ladder: 三级审核备案, each rung passed by its owner. */
export async function approve(url: string, chart: string, token: string): Promise<void> {
  const commands = [{ kind: 'ladder', ladder: 'three-rungs' }, ...[1, 2, 3].map(() => ({ kind: 'pass' }))]
  for (const command of commands) {
    const answer = await fetch(`${url}/api/charts/${chart}/review`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify(command),
    })
    if (!answer.ok) throw new Error(await answer.text())
  }
}

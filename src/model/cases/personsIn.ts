/** The persons that one cell of a case table names: 张三、李四 acted together. */
export function personsIn(recorded: string): readonly string[] {
  return recorded.split(/[、，,;；/\s]+/).filter((name) => name !== '')
}

/** An answer in words. */
export const answer = (text: string) => ({ content: [{ type: 'text' as const, text }] })

/** What could not be answered, with what to do next. */
export const noAnswer = (text: string) => ({ ...answer(text), isError: true })

/** Every tool reads alone, and only what lies on this machine. */
export const readOnly = { readOnlyHint: true, openWorldHint: false } as const

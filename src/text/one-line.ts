/** Text in one line: runs of blanks and line ends become one blank. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
